/** Longer than any scan takes. */
const keptMs = 5000;

/**
 * The keys of a scanner reach the screen before anybody can know that they are one scan, and there letters and digits mean something.
 * What stood before each key is kept for a moment, so that the scan can take back what its own keys did.
 */
export class BeforeScan<Content> {
  #kept: { readonly at: number; readonly content: Content }[] = [];

  /** Before a key does anything; `at` is the time of its event. */
  keep(at: number, content: Content): void {
    this.#kept = [...this.#kept.filter((kept) => at - kept.at < keptMs), { at, content }];
  }

  /** What stood before the first key of a scan that began then; nothing when its keys came by no one who listens. */
  since(at: number): { readonly content: Content } | undefined {
    const first = this.#kept.find((kept) => kept.at >= at);
    this.#kept = [];
    return first;
  }
}
