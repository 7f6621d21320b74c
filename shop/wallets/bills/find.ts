import { type Batch, isBlank, lineOf, type Table } from '../../imports/file/table.ts';
import { cleanCell } from '../../imports/rows/cells.ts';
import { alipayBills } from './alipay.ts';
import type { BillProfile } from './profile.ts';
import { wechatBills } from './wechat.ts';

/** Lines that a wallet writes above its heading, at most: a personal bill has some twenty. */
const mostAbove = 60;

const profiles: readonly BillProfile[] = [...wechatBills, ...alipayBills];

export type KnownBill = {
  readonly profile: BillProfile;
  /** The rows below the heading, wherever in the file it stands. */
  readonly table: Table;
  /** What is written above it. */
  readonly above: readonly string[];
};

/** A cell or heading without what programs put around it: grave accents, tabs, full-width signs. */
export const plain = (cell: string): string => cleanCell(cell).replace(/^`/, '').trim().normalize('NFKC');

/** Which bill a table is, by the first row that has its headings; nothing where it is none. */
export function findBill(table: Table): KnownBill | undefined {
  const above = [...table.above];
  const first = profileOf(table.columns);
  if (first) return { profile: first, table, above };
  above.push(lineOf(table.columns));
  for (const { firstRow, rows } of table.batches()) {
    for (const [index, cells] of rows.entries()) {
      const profile = profileOf(cells);
      if (profile) return { profile, table: below(table, cells, firstRow + index), above };
      if (!isBlank(cells)) above.push(lineOf(cells));
      if (above.length > mostAbove) return undefined;
    }
  }
  return undefined;
}

export function profileOf(cells: readonly string[]): BillProfile | undefined {
  const headings = new Set(cells.map(plain));
  return profiles.find(({ knownBy }) => knownBy.every((heading) => headings.has(heading)));
}

/** The table as if it began at the heading that was found in one of its rows. */
function below(table: Table, heading: readonly string[], headingRow: number): Table {
  function* batches(): Generator<Batch> {
    for (const batch of table.batches()) {
      const skipped = Math.max(0, headingRow + 1 - batch.firstRow);
      if (skipped >= batch.rows.length) continue;
      const withoutValue = new Set(
        [...batch.withoutValue].map((index) => index - skipped).filter((index) => index >= 0),
      );
      yield {
        ...batch,
        firstRow: batch.firstRow + skipped - headingRow,
        rows: batch.rows.slice(skipped),
        withoutValue,
      };
    }
  }
  const named = heading.findLastIndex((name) => name.trim() !== '') + 1;
  return { encoding: table.encoding, columns: heading.slice(0, named).map(cleanCell), above: [], batches };
}
