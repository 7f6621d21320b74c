import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { moduleBeside } from '../../../shop/beside.ts';
import type { Ended } from './message.ts';
import type { HistoryOptions } from './run.ts';

const childFile = fileURLToPath(moduleBeside(import.meta.url, './child.ts', './model-child.js'));

/** Runs histories in so many processes at once, each taking the next when it has done one. */
export async function inProcesses(
  histories: readonly HistoryOptions[],
  { processes, onEnd }: { processes: number; onEnd: (end: Ended) => void },
): Promise<void> {
  const waiting = [...histories];
  const work = async (): Promise<void> => {
    let child: ChildProcess | undefined;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      child = child?.connected ? child : fork(childFile, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      onEnd(await answerOf(child, next));
    }
    child?.disconnect();
  };
  await Promise.all(Array.from({ length: processes }, work));
}

/** A process that dies over a history has found something, too. */
function answerOf(child: ChildProcess, history: HistoryOptions): Promise<Ended> {
  return new Promise((resolve) => {
    const died = (code: number | null, signal: string | null): void =>
      resolve({
        counts: [],
        difference: `--actions ${history.actions} --seed ${history.seed}\ndied: ${code ?? signal}`,
      });
    child.once('exit', died);
    child.once('message', (end: Ended) => {
      child.off('exit', died);
      resolve(end);
    });
    child.send(history);
  });
}
