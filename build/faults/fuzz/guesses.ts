import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guessing } from '../../../fixtures/fuzz/guessing.ts';
import { part } from '../part.ts';

/** Somebody who wants the owner's PIN, with new starts and another time of day in between. */
export const guessesPart = part({
  name: 'guesses',
  about: 'guesses at a PIN over new starts and clock jumps',
  numbers: { guesses: 100_000 },
  run: async ({ numbers: { guesses: most }, seed }) => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-guesses-'));
    try {
      const { guesses, looked, starts, bad } = await guessing({ folder, guesses: most, seed });
      return { figures: `${guesses} guesses over ${starts} starts: ${looked} were looked at`, bad };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
