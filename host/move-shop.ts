import type { ErrandNews, MoveOutcome, MoveProgress, ShopErrand } from '../contract/move.ts';
import type { Home } from './home.ts';
import type { Keeper, KeptProcess } from './keeper.ts';

/** Starts the shop's process for an errand; `end` ends it in the middle. */
export type RunErrand = (
  order: { readonly errand: ShopErrand & ('look-at' | 'copy-to'); readonly from: string; readonly to: string },
  hear: { readonly news: (news: ErrandNews) => void; readonly over: () => void },
) => { end(): void };

export type Mover = {
  /** Moves the person's own shop into an empty folder; nothing changes unless the whole of it arrived. */
  move(to: string): Promise<MoveOutcome>;
  progress(): MoveProgress | undefined;
  /** Breaks a move off. */
  stop(): void;
};

type Parts = { readonly home: Home; readonly keeper: Keeper<KeptProcess>; readonly runErrand: RunErrand };

/**
 * First the folder is looked at, while the shop goes on. Then the shop is closed, copied and checked by a process of its own, and last of all the
 * pointer is changed, by one rename: until then the shop is where it was, afterwards where it was moved to, each of them whole.
 */
export function moverOf({ home, keeper, runErrand }: Parts): Mover {
  let progress: MoveProgress | undefined;
  let running: { end(): void } | undefined;

  function run(errand: 'look-at' | 'copy-to', to: string): Promise<ErrandNews> {
    return new Promise((resolve) => {
      const started = runErrand(
        { errand, from: home.folder(), to },
        {
          news: (news) => {
            if ('progress' in news) ({ progress } = news);
            else resolve(news);
          },
          // Killed, or it died: then it has said nothing, and nothing was changed.
          over: () => resolve({ unfit: { why: 'stopped' } }),
        },
      );
      running = started;
    });
  }

  async function copied(from: string, to: string): Promise<{ folder: string; result: MoveOutcome }> {
    const news = await run('copy-to', to);
    if (!('done' in news)) return { folder: from, result: 'unfit' in news ? news : { unfit: { why: 'stopped' } } };
    home.moveTo(to);
    return { folder: to, result: { ok: { from, to, isWhole: news.done.isWhole } } };
  }

  return {
    progress: () => progress,
    stop: () => running?.end(),
    move: async (to) => {
      const from = home.folder();
      if (!home.canMove || keeper.folder() !== from) return { unfit: { why: 'named' } };
      if (running) return { unfit: { why: 'in-use' } };
      try {
        const looked = await run('look-at', to);
        if ('unfit' in looked) return looked;
        return await keeper.whileClosed(() => copied(from, to));
      } finally {
        running = undefined;
        progress = undefined;
      }
    },
  };
}
