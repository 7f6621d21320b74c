import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

import { type PartResult, type PartRun, part } from '../part.ts';
import { randomOf, seedOf } from '../random.ts';
import { type BookColumns, columnsOfBooks, openBytes, readBooks } from './book-file.ts';
import { cellEdits } from './cells.ts';
import { coverUps } from './cover-ups.ts';
import { noticeOf } from './notice.ts';
import { makeRoom } from './room.ts';
import { wholeShop } from './whole-shop.ts';

type Trigger = { readonly name: string; readonly sql: string };
type Base = {
  readonly bytes: Buffer;
  readonly triggers: readonly Trigger[];
  readonly columns: BookColumns;
  readonly before: string;
};

/** A whole shop without its triggers, which are put back after every edit. */
async function base(): Promise<Base> {
  const raw = openBytes(await wholeShop());
  const columns = columnsOfBooks(raw);
  const triggers = raw.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as Trigger[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  const before = [...readBooks(raw, columns)].join('\n');
  const bytes = raw.serialize();
  raw.close();
  return { bytes, triggers, columns, before };
}

/** Rows are edited behind the program's back, checks and triggers off, as somebody would who wants it to stay unseen. */
export async function edits({ numbers, seed, say }: PartRun<'count'>): Promise<PartResult> {
  const shop = await base();
  const room = makeRoom();
  const folder = join(room, 'edited');
  const bad: string[] = [];
  const found = new Map<string, number>();
  let done = 0;
  for (let index = 0; done < numbers.count; index += 1) {
    const edited = edit(shop, seedOf(seed, index));
    if (!edited) continue;
    done += 1;
    const { by, detail } = await noticeOf(folder, edited.bytes);
    if (by === 'nobody' || by === 'a bug') bad.push(`edit ${index}, ${edited.what}: noticed by ${by} ${detail}`);
    const first = detail.split(' ')[0] ?? '';
    const how =
      by === 'verify'
        ? detail === 'chain'
          ? 'the chain alone'
          : first === 'chain'
            ? 'the chain and others'
            : 'other checks'
        : by;
    found.set(how, (found.get(how) ?? 0) + 1);
    say(`${done} of ${numbers.count}, ${bad.length} bad`);
  }
  rmSync(room, { recursive: true, force: true });
  const ways = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([how, times]) => `${how} ${times}`);
  return { figures: `${numbers.count} edits of rows, noticed by: ${ways.join(', ')}`, bad };
}

/** One edit of the shop; nothing where it found nothing to change, or changed nothing. */
function edit(shop: Base, seed: number): { bytes: Buffer; what: string } | undefined {
  const raw = openBytes(shop.bytes);
  try {
    for (const pragma of ['ignore_check_constraints = ON', 'foreign_keys = OFF']) raw.pragma(pragma);
    const random = randomOf(seed);
    const what = random.pick(random.percent(70) ? cellEdits : coverUps)({ raw, random, columns: shop.columns });
    if (what === undefined || [...readBooks(raw, shop.columns)].join('\n') === shop.before) return undefined;
    putBack(raw, shop.triggers);
    return { bytes: raw.serialize(), what };
  } catch (error) {
    // What even an open file refuses, such as the same number twice, cannot be edited so.
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) return undefined;
    throw error;
  } finally {
    raw.close();
  }
}

function putBack(raw: Database.Database, triggers: readonly Trigger[]): void {
  raw.exec(['BEGIN', ...triggers.map(({ sql }) => sql), 'COMMIT'].join(';\n'));
}

export const editsPart = part({
  name: 'edits',
  about:
    'Edits rows of the books with checks and triggers off, some with every sum mended: care.verify must find each.',
  numbers: { count: 1000 },
  run: edits,
});
