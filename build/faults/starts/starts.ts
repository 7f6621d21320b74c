import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../../contract/api.ts';
import { splitTransport } from '../../../contract/channels.ts';
import { createClient, type ShopClient } from '../../../contract/wire.ts';
import { saleInput } from '../../../fixtures/builders.ts';
import { stageOfProcess } from '../acts/stage.ts';
import { part } from '../part.ts';
import { failedChecks } from '../rig/check.ts';
import { inPreloadedProcesses } from '../rig/preloaded.ts';

const processFile = fileURLToPath(new URL('../../../shop/process.ts', import.meta.url));

/** Many start the shop of one folder at once: one may write, all others are told that it is in use. */
export const starts = part({
  name: 'starts',
  about: 'many start the same shop at once',
  // Starts of the shop's real process, so many at a time; and a crowd of forked processes at one moment.
  numbers: { count: 100, together: 10, crowd: 100 },
  run: async ({ numbers: { count, together, crowd }, say }) => {
    const { folder: stage } = await stageOfProcess();
    const folder = join(stage, 'starts');
    cpSync(join(stage, 'world'), folder, { recursive: true });
    const bad: string[] = [];
    try {
      for (let started = 0; started < count; started += together) {
        say(`${started} of ${count} started`);
        bad.push(...(await startTogether(folder, Math.min(together, count - started))));
      }
      const [crowded] = await inPreloadedProcesses('crowd', [{ folder, count: crowd }], () => undefined);
      if (crowded?.writers !== 1 || crowded.keptOut !== crowd - 1)
        bad.push(`a crowd of ${crowd}: ${JSON.stringify(crowded)}`);
      bad.push(...(await failedChecks(folder)));
      const figures = `${count} starts, ${together} at once, and a crowd of ${crowd}: one writer each time, the others kept out, unless named`;
      return { figures, bad };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** Starts them, asks each, lets the one that is in write, and kills them all. */
async function startTogether(folder: string, count: number): Promise<string[]> {
  const children = Array.from({ length: count }, () =>
    fork(processFile, [folder], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
  );
  try {
    const clients = children.map(clientOf);
    const answers = await Promise.all(clients.map((client) => client.call('settings.get', {})));
    const inside = clients.filter((_, index) => 'ok' in (answers[index] as Outcome<'settings.get'>));
    const others = answers.filter((answer) => !('ok' in answer) && !isInUse(answer));
    const bad = others.map((answer) => `another answer: ${JSON.stringify(answer)}`);
    if (inside.length !== 1) bad.push(`${inside.length} of ${count} may write`);
    for (const client of inside) {
      const sold = await client.call('sales.record', saleInput({ soldAt: new Date().toISOString() }));
      if (!('ok' in sold) && !isDoubtfulClock(sold))
        bad.push(`the one that is in cannot write: ${JSON.stringify(sold)}`);
    }
    return bad;
  } finally {
    const ends = children.map((child) => once(child, 'exit'));
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(ends);
  }
}

function clientOf(child: ChildProcess): ShopClient {
  const transport = splitTransport({
    send: (message) => void child.send(message as object),
    onMessage: (hear) => void child.on('message', hear),
    onClose: (gone) => void child.once('exit', gone),
  });
  return createClient(transport.open());
}

function isInUse(answer: Outcome<'settings.get'>): boolean {
  return 'refused' in answer && answer.refused.code === 'shop-cannot-open' && answer.refused.data.why === 'in-use';
}

/** The stage stands on a day of its own. */
function isDoubtfulClock(answer: Outcome<'sales.record'>): boolean {
  return 'refused' in answer && answer.refused.code === 'clock-doubtful';
}
