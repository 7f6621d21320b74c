/** How far a part is run. */
export type PartRun<Names extends string = string> = {
  /** Its own numbers: `--count 500`. */
  readonly numbers: Readonly<Record<Names, number>>;
  /** All randomness of the part comes from it. */
  readonly seed: number;
  /** Only acts with this in their name, where a part has acts. */
  readonly only?: string;
  /** Shows how far it is, on the terminal's last line. */
  readonly say: (line: string) => void;
};

export type PartResult = {
  /** What was done and found, in one line: `10000 kills in 21 actions: 0 acknowledged actions lost`. */
  readonly figures: string;
  /** Each thing that must not be, with seed and point, so that it can be done again. Empty when all is well. */
  readonly bad: readonly string[];
};

/** One way to try to break the shop. */
export type Part<Names extends string = string> = {
  readonly name: string;
  readonly about: string;
  /** The numbers of the long form; each can be given on the command line. */
  readonly numbers: Readonly<Record<Names, number>>;
  readonly run: (run: PartRun<Names>) => Promise<PartResult>;
};

/** Declares a part with numbers of its own, so that it fits into the list of all. */
export function part<const Names extends string>(declaration: Part<Names>): Part {
  return declaration as unknown as Part;
}
