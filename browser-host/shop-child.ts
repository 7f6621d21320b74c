import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Channel, splitTransport } from '../contract/channels.ts';
import type { ErrandNews, ShopErrand } from '../contract/move.ts';
import { hearLines } from '../host/heard-lines.ts';
import type { KeptProcess } from '../host/keeper.ts';
import type { RunErrand } from '../host/move-shop.ts';

export type ShopChild = KeptProcess & { readonly pid: number | undefined; connect(): Channel };

export const shopProcessEntry = fileURLToPath(new URL('../shop/process.ts', import.meta.url));

/** A last backup of a big shop takes seconds; what takes longer than this hangs. */
const stopWithinMs = 30_000;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const force = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  if (child.connected) child.disconnect();
  await exited;
  clearTimeout(force);
}

export type ShopProgram = { readonly entry: string; readonly say: (line: string) => void };

function start({ entry, say }: ShopProgram, args: string[]): ChildProcess {
  const child = fork(entry, args, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  hearLines(child.stderr, { say, echo: true });
  return child;
}

/** The shop in a child process; many windows share its one pipe. */
export function forkShop(program: ShopProgram, { folder, errand }: { folder: string; errand: ShopErrand }): ShopChild {
  const child = start(program, [folder, errand]);
  const channels = splitTransport({
    send: (message) => {
      // Between its death and our hearing of it there is nobody to take this; `onClose` tells the window at once.
      if (child.connected) child.send(message as object, () => {});
    },
    onMessage: (hear) => void child.on('message', hear),
    onClose: (gone) => void child.once('disconnect', gone),
  });
  return {
    pid: child.pid,
    connect: () => channels.open(),
    onExit: (hear) => {
      child.once('exit', hear);
      // A process that never came to life has no exit.
      child.once('error', () => child.pid === undefined && hear());
    },
    // Nothing tells this host that the PC goes to sleep.
    rest: () => {},
    stop: () => stop(child),
  };
}

/** The same program on an errand: it says how far it is, and ends. */
export function errandsBy(program: ShopProgram): RunErrand {
  return ({ errand, from, to }, { news, over }) => {
    const child = start(program, [from, errand, to]);
    child.on('message', (said) => {
      const heard = said as ErrandNews;
      news(heard);
      if (!('progress' in heard)) child.disconnect();
    });
    child.once('exit', over);
    return { end: () => void child.kill() };
  };
}
