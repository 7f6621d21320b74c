import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Home } from './home.ts';
import { type Log, openLog } from './log.ts';

/** The log of a host, beside what else the program keeps for itself. */
export function programLog(home: Home): Log {
  return openLog({
    folder: join(`${home.base}-window`, 'logs'),
    places: () => [
      [home.folder(), '<shop>'],
      [home.base, '<program>'],
      [homedir(), '<home>'],
    ],
  });
}
