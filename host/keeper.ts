/** A running shop process, as the keeper needs to see it. */
export type KeptProcess = {
  /** Hears of its end, however it came. */
  onExit(hear: () => void): void;
  /** Asks it to close the shop, waits, and ends it by force when it does not come to an end. */
  stop(): Promise<void>;
};

type KeeperOptions<Kept extends KeptProcess> = {
  readonly start: (folder: string) => Kept;
  readonly folder: string;
  readonly onGone: () => void;
  readonly onRestarted: () => void;
  readonly now?: () => number;
};

export type Keeper<Kept extends KeptProcess> = {
  /** The process that lives now; nothing between a death and a restart, or when it was given up. */
  current(): Kept | undefined;
  folder(): string;
  /** Closes this shop and opens another one; windows hear `gone` and `restarted`. */
  switchTo(folder: string): Promise<void>;
  stop(): Promise<void>;
};

/** A process that died is started again once; again only after it stayed up this long, so that a broken shop does not spin. */
const steadyMs = 60_000;

/** Keeps one shop process alive. */
export function keepShop<Kept extends KeptProcess>(options: KeeperOptions<Kept>): Keeper<Kept> {
  const now = options.now ?? (() => performance.now());
  let folder = options.folder;
  let current: Kept | undefined;
  let restartedAt: number | undefined;

  function start(): void {
    const started = options.start(folder);
    current = started;
    started.onExit(() => {
      if (current === started) died();
    });
  }

  function died(): void {
    current = undefined;
    options.onGone();
    if (restartedAt !== undefined && now() - restartedAt < steadyMs) return;
    restartedAt = now();
    start();
    options.onRestarted();
  }

  async function stop(): Promise<void> {
    const stopping = current;
    current = undefined;
    if (!stopping) return;
    options.onGone();
    await stopping.stop();
  }

  start();
  return {
    current: () => current,
    folder: () => folder,
    switchTo: async (next) => {
      await stop();
      folder = next;
      restartedAt = undefined;
      start();
      options.onRestarted();
    },
    stop,
  };
}
