import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { ForkOptions, UtilityProcess } from 'electron';
import { splitTransport } from '../../contract/channels.ts';
import type { StandInPort } from './ports.ts';

const childSide = new URL('./utility-child.ts', import.meta.url).href;

/** What crosses first on a channel; afterwards it is the port's own traffic. */
export type FirstParcel = { readonly data: unknown; readonly hasPort: boolean };

/** What the child says outside of any channel. */
export type SaidByChild = { readonly said: unknown };

/** A real child process in place of Electron's utility process; ports to it are channels on its one pipe. */
class StandInUtility extends EventEmitter implements Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stderr'> {
  readonly #child: ChildProcess;
  readonly #channels: ReturnType<typeof splitTransport>;

  constructor(modulePath: string, args: string[]) {
    super();
    const child = fork(modulePath, args, {
      serialization: 'advanced',
      execArgv: ['--import', childSide],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#channels = splitTransport({
      send: (message) => {
        if (child.connected) child.send(message as object, () => {});
      },
      onMessage: (hear) => void child.on('message', hear),
      onClose: (gone) => void child.once('disconnect', gone),
    });
    child.on('message', (message: Partial<SaidByChild>) => {
      if ('said' in message) this.emit('message', message.said);
    });
    child.once('exit', (code) => this.emit('exit', code ?? 1));
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, ports: StandInPort[] = []): void {
    const port = ports[0];
    const channel = this.#channels.open();
    channel.send({ data, hasPort: port !== undefined } satisfies FirstParcel);
    if (!port) return;
    channel.onMessage((message) => port.postMessage(message));
    channel.onClose(() => port.close());
    port.on('message', ({ data: sent }) => channel.send(sent));
    port.once('close', () => channel.close());
    port.start();
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }
}

export type ForkedUtility = {
  readonly modulePath: string;
  readonly options: ForkOptions | undefined;
  readonly process: StandInUtility;
};

/** Forks what it is asked to, or the program that a test put in its place. */
export function utilityProcesses() {
  const forked: ForkedUtility[] = [];
  const instead: { program?: string } = {};
  return {
    forked,
    instead,
    utilityProcess: {
      fork: (modulePath: string, args: string[] = [], options?: ForkOptions): StandInUtility => {
        const started = new StandInUtility(instead.program ?? modulePath, args);
        forked.push({ modulePath, options, process: started });
        return started;
      },
    },
  };
}
