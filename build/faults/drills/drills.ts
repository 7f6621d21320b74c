import { cpSync, existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { checkCopy } from '../../../db/backup.ts';
import { shopFile } from '../../../db/open.ts';
import { testNow } from '../../../fixtures/shop.ts';
import { stageOfProcess } from '../acts/stage.ts';
import { History, type Step } from '../cuts/history.ts';
import { part } from '../part.ts';
import { randomOf } from '../random.ts';
import { failedChecks } from '../rig/check.ts';

/** Steps of trade before a drill, at most. */
const stepsBetween = 12;

/** Backup, more trade, back to any backup there is, and on again: a hundred times in one folder. */
export const drills = part({
  name: 'drills',
  about: 'backups are put back, again and again',
  numbers: { count: 100 },
  run: async ({ numbers: { count }, seed, say }) => {
    const { folder: stage } = await stageOfProcess();
    const folder = join(stage, 'drills');
    cpSync(join(stage, 'world'), folder, { recursive: true });
    const random = randomOf(seed);
    let now = testNow;
    const bad: string[] = [];
    let lost = 0;
    try {
      const history = new History(folder, { random, clock: () => now });
      for (let drill = 1; drill <= count; drill += 1) {
        say(`${drill} of ${count}`);
        await history.backUp();
        for (let steps = random.below(stepsBetween); steps > 0; steps -= 1) {
          now += 60_000;
          await history.step();
        }
        now += 60_000;
        const oldHead = lastEventOf(shopFile(folder)).hash;
        const { restored } = await history.restore();
        const problems = await problemsAfter(folder, oldHead, restored);
        lost += restored?.lost.events ?? 0;
        bad.push(...problems.map((problem) => `drill ${drill}: ${problem}`));
      }
      await history.close();
      return { figures: `${count} backups put back, ${lost} events given up as said: ${bad.length} bad`, bad };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

type LastEvent = { readonly kind: string; readonly hash: string; readonly previousHash: string };

function lastEventOf(path: string): LastEvent {
  const raw = new Database(path, { readonly: true });
  try {
    const sql = 'SELECT kind, hash, previous_hash AS previousHash FROM journal_of_events ORDER BY seq DESC LIMIT 1';
    return raw.prepare(sql).get() as LastEvent;
  } finally {
    raw.close();
  }
}

/** The old file lies aside whole, the new one goes on from the backup with the restore as its last event, and it agrees with itself. */
async function problemsAfter(folder: string, oldHead: string, restored: Step['restored']): Promise<string[]> {
  if (!restored) return ['no answer'];
  const problems = await failedChecks(folder);
  const aside = restored.lost.movedTo;
  if (aside === undefined || !existsSync(aside) || dirname(aside) === folder)
    problems.push(`nothing lies aside at ${aside}`);
  else if (checkCopy(aside).hash !== oldHead) problems.push(`${aside} does not end with ${oldHead}`);
  const last = lastEventOf(shopFile(folder));
  if (last.kind !== 'care.restore' || last.previousHash !== restored.head)
    problems.push(`the last event is ${last.kind} after ${last.previousHash}, not the restore after ${restored.head}`);
  return problems;
}
