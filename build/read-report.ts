import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { namePlaces } from './report/name-places.ts';

/**
 * `node build/read-report.ts [FOLDER OF MAPS] < report.txt`: writes a report of an installed program with the places of the sources in it. The
 * maps are those of its release; of the last compilation here when left out.
 */
const maps = process.argv[2] ?? fileURLToPath(new URL('../out/electron', import.meta.url));
process.stdout.write(namePlaces(readFileSync(0, 'utf8'), maps));
