import { arch, release, totalmem } from 'node:os';
import type { HostInfo } from '../contract/host.ts';
import type { Log } from './log.ts';

const lines = 200;
const gigabyte = 1024 ** 3;

type Facts = {
  readonly info: HostInfo;
  readonly log: Log;
  readonly versions: Readonly<Record<string, string | undefined>>;
};

/** What whoever looks after the PC needs to know: the program, the system, and the last lines of the log. Nothing of the shop's. */
export function reportOf({ info, log, versions }: Facts): string {
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `Backshelf ${info.version} · ${info.kind}${info.demo ? ' · demo' : ''}`,
    `${info.platform} ${release()} ${arch()} · ${Math.round(totalmem() / gigabyte)} GB · ${info.systemLocale}`,
    parts.join(' · '),
    '',
    ...log.last(lines),
  ].join('\n');
}
