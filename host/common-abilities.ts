import { readFile } from 'node:fs/promises';
import type { Channel } from '../contract/channels.ts';
import type { AskedAbilities, HostInfo } from '../contract/host.ts';
import type { MoveOutcome } from '../contract/move.ts';
import { askShop } from './ask-shop.ts';
import type { Keeper, KeptProcess } from './keeper.ts';
import type { Log } from './log.ts';
import type { Mover } from './move-shop.ts';
import type { Reach } from './reach.ts';
import { reportOf } from './report.ts';

export type CommonAbilities = Pick<
  AskedAbilities,
  'report' | 'licences' | 'noteBug' | 'startAgain' | 'moveShop' | 'moveProgress'
>;

type Parts = {
  readonly info: () => HostInfo;
  readonly log: Log;
  /** Where the compiler's list of licences lies. */
  readonly licencesFile: () => string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly keeper: Pick<Keeper<KeptProcess>, 'startAgain'>;
  readonly mover: Mover;
  readonly reach: Pick<Reach, 'wasPicked'>;
  readonly connect: () => Channel | undefined;
};

/** Where the books lie is for whoever settles the shop to say. */
async function mayMove(connect: Parts['connect']): Promise<boolean> {
  const desk = await askShop(connect, 'staff.now', {});
  return desk !== undefined && 'ok' in desk && desk.ok.permissions.includes('shop');
}

/** A window that fails in a loop must not fill the log. */
const mostBugs = 50;

/** What every host can do in the same way. */
export function commonAbilities(parts: Parts): CommonAbilities {
  const { info, log, licencesFile, versions, keeper, mover, reach, connect } = parts;
  let bugs = 0;
  return {
    report: async () => reportOf({ info: info(), log, versions }),
    licences: () => readFile(licencesFile(), 'utf8'),
    noteBug: async (kind) => {
      bugs += 1;
      if (bugs <= mostBugs) log.say(`bug in the window: ${kind}`);
    },
    startAgain: async () => keeper.startAgain(),
    moveShop: async (to) => {
      if (!reach.wasPicked(to)) throw new Error('Only a folder that the person picked takes the shop in.');
      const outcome: MoveOutcome = (await mayMove(connect)) ? await mover.move(to) : { unfit: { why: 'not-allowed' } };
      log.say('ok' in outcome ? 'the shop was moved' : `the shop was not moved: ${outcome.unfit.why}`);
      return outcome;
    },
    moveProgress: async () => mover.progress(),
  };
}
