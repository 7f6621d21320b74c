import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { type PartResult, type PartRun, part } from '../part.ts';
import { randomOf, seedOf } from '../random.ts';
import { columnsOfBooks, differs, openBytes, readBooks } from './book-file.ts';
import { noticeOf } from './notice.ts';
import { makeRoom } from './room.ts';
import { wholeShop } from './whole-shop.ts';

/** One bit of a whole shop's closed file is turned over, anywhere in it. */
export async function flips({ numbers, seed, say }: PartRun<'count'>): Promise<PartResult> {
  const bytes = await wholeShop();
  const raw = openBytes(bytes);
  const columns = columnsOfBooks(raw);
  const before = [...readBooks(raw, columns)];
  raw.close();
  const room = makeRoom();
  const folder = join(room, 'flipped');
  const bad: string[] = [];
  const found = { opening: 0, verify: 0, nobody: 0, 'a bug': 0 };
  let changed = 0;
  let elsewhere = 0;
  for (let index = 0; index < numbers.count; index += 1) {
    const own = seedOf(seed, index);
    const bit = randomOf(own).below(bytes.length * 8);
    const flipped = flip(bytes, bit);
    const isFact = differs(flipped, { columns, before });
    // Of bits that change no fact every tenth is tried as well: opening and checking must not fall over them.
    if (!isFact && index % 10 !== 0) continue;
    const { by, detail } = await noticeOf(folder, flipped);
    if (by === 'a bug' || (isFact && by === 'nobody'))
      bad.push(`bit ${bit} (byte ${Math.floor(bit / 8)} of ${bytes.length}): noticed by ${by} ${detail}`);
    if (isFact) {
      changed += 1;
      found[by] += 1;
    } else if (by !== 'nobody') elsewhere += 1;
    say(`${index + 1} of ${numbers.count}, ${bad.length} bad`);
  }
  rmSync(room, { recursive: true, force: true });
  const figures = `${numbers.count} flipped bits of ${bytes.length * 8}: ${changed} changed the books; ${found.opening} of them did not open, ${found.verify} were found by verify, ${found.nobody + found['a bug']} were not; of a tenth of the others ${elsewhere} were noticed all the same`;
  return { figures, bad };
}

function flip(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor(bit / 8);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

export const flipsPart = part({
  name: 'flips',
  about: 'Flips single bits in a closed file: whatever changes the books must be noticed by opening or by care.verify.',
  numbers: { count: 10_000 },
  run: flips,
});
