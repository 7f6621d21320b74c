/** A running shop process, as the keeper needs to see it. */
export type KeptProcess = {
  /** Hears of its end, however it came. */
  onExit(hear: () => void): void;
  /** Has it bring everything into its file, as before the PC goes to sleep. */
  rest(): void;
  /** Asks it to close the shop, waits, and ends it by force when it does not come to an end. */
  stop(): Promise<void>;
};

type KeeperOptions<Kept extends KeptProcess> = {
  readonly start: (folder: string) => Kept;
  readonly folder: string;
  /** `forGood`: it is not started again by itself. */
  readonly onGone: (how: { readonly forGood: boolean }) => void;
  readonly onRestarted: () => void;
  readonly say?: (line: string) => void;
  readonly now?: () => number;
};

export type Keeper<Kept extends KeptProcess> = {
  /** The process that lives now; nothing between a death and a restart, or when it was given up. */
  current(): Kept | undefined;
  folder(): string;
  /** Closes this shop and opens another one; windows hear `gone` and `restarted`. */
  switchTo(folder: string): Promise<void>;
  /** Closes the shop, does something with its folder, and opens the one that comes of it; the same again where that fails. */
  whileClosed<Result>(work: () => Promise<{ readonly folder: string; readonly result: Result }>): Promise<Result>;
  /** Starts one that was given up again, because a person asks. */
  startAgain(): void;
  stop(): Promise<void>;
};

/** Whether something happened as often as that within a minute: then it will again, and somebody has to be told. */
export function tooOften(times: number, now: () => number = () => performance.now()): () => boolean {
  const minuteMs = 60_000;
  let happened: number[] = [];
  return () => {
    happened = [...happened.filter((at) => now() - at < minuteMs), now()];
    return happened.length >= times;
  };
}

/** Of a broken shop that does not spin: at the third death within a minute it is given up. */
const deaths = 3;

/** Keeps one shop process alive. */
export function keepShop<Kept extends KeptProcess>(options: KeeperOptions<Kept>): Keeper<Kept> {
  const { say = () => undefined } = options;
  let { folder } = options;
  let current: Kept | undefined;
  let diesTooOften = tooOften(deaths, options.now);

  function start(): void {
    const started = options.start(folder);
    current = started;
    started.onExit(() => {
      if (current === started) died();
    });
  }

  function died(): void {
    current = undefined;
    const forGood = diesTooOften();
    say(
      forGood ? 'the shop’s process ended too often and is given up' : 'the shop’s process ended and is started again',
    );
    options.onGone({ forGood });
    if (!forGood) restart();
  }

  function restart(): void {
    start();
    options.onRestarted();
  }

  async function stop(): Promise<void> {
    const stopping = current;
    current = undefined;
    if (!stopping) return;
    options.onGone({ forGood: false });
    await stopping.stop();
  }

  async function whileClosed<Result>(work: () => Promise<{ folder: string; result: Result }>): Promise<Result> {
    await stop();
    try {
      const { folder: next, result } = await work();
      folder = next;
      return result;
    } finally {
      diesTooOften = tooOften(deaths, options.now);
      restart();
    }
  }

  start();
  return {
    current: () => current,
    folder: () => folder,
    switchTo: (next) => whileClosed(async () => ({ folder: next, result: undefined })),
    whileClosed,
    startAgain: () => {
      if (current) return;
      diesTooOften = tooOften(deaths, options.now);
      restart();
    },
    stop,
  };
}
