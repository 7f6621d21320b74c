import { describe, expect, test } from 'vitest';
import { plainCredit, plainTicket } from '../../fixtures/plain-desk.ts';
import { type Far, type PlainReturn, plainReturn, step } from '../../fixtures/plain-return.ts';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

type Case = {
  readonly far: Far;
  readonly table: string;
  /** A row that is right; may add what it points to. */
  readonly right: (ids: PlainReturn) => Row;
  readonly wrong: Row;
  readonly said: string;
};

const ofLine = ({ lineId }: PlainReturn): Row => ({ return_line_id: lineId });
const note = ({ returnId }: PlainReturn): Row => ({ number: books.number('C'), return_id: returnId });
const payout = ({ noteId }: PlainReturn): Row => ({ number: books.number('P'), credit_note_id: noteId });
const noteLine = (ids: PlainReturn): Row => ({ credit_note_id: books.add('credit_notes', note(ids)), ...ofLine(ids) });

/** A second line of the same sale line. */
const secondLine = ({ returnId, saleLineId }: PlainReturn): Row => ({
  return_line_id: books.add('return_lines', { return_id: returnId, line_no: 2 }),
  sale_line_id: saleLineId,
});

/** One more than the second line asks for, so that it fits its line and passes only what was sold. */
const tooMany = ({ returnId, saleLineId }: PlainReturn): Row => ({
  return_line_id: books.add('return_lines', { return_id: returnId, line_no: 3, requested_milli: 2001 }),
  sale_line_id: saleLineId,
  quantity_milli: 2001,
});

const cases: Readonly<Record<string, Case>> = {
  'more units received than were asked for': {
    far: 'approved',
    table: 'receipts',
    right: ofLine,
    wrong: { quantity_milli: 2001 },
    said: 'more units come than were asked for',
  },
  'more units graded than came': {
    far: 'received',
    table: 'inspections',
    right: ofLine,
    wrong: { quantity_milli: 2001 },
    said: 'more units are graded than came',
  },
  'units graded at more than they came for': {
    far: 'received',
    table: 'inspections',
    right: ofLine,
    wrong: { value_cents: 1001 },
    said: 'units are graded at what they came for',
  },
  'units graded as unknown whose cost is known': {
    far: 'received',
    table: 'inspections',
    right: ofLine,
    wrong: { unknown_milli: 1 },
    said: 'units are graded at what they came for',
  },
  'more units credited than were graded': {
    far: 'inspected',
    table: 'credit_note_lines',
    right: noteLine,
    wrong: { quantity_milli: 2001 },
    said: 'more units are credited than were graded',
  },
  'goods credited beyond the note': {
    far: 'inspected',
    table: 'credit_note_lines',
    right: noteLine,
    wrong: { goods_cents: 1801 },
    said: 'lines never pass the figures of their credit note',
  },
  'tax credited beyond the note': {
    far: 'inspected',
    table: 'credit_note_lines',
    right: noteLine,
    wrong: { tax_cents: 201 },
    said: 'lines never pass the figures of their credit note',
  },
  'a fee beyond the note': {
    far: 'inspected',
    table: 'credit_note_lines',
    right: noteLine,
    wrong: { fee_cents: 1 },
    said: 'lines never pass the figures of their credit note',
  },
  'more paid than the note owes': {
    far: 'credited',
    table: 'payouts',
    right: payout,
    wrong: { amount_cents: 2001 },
    said: 'more is paid than is owed',
  },
  'a tender that the sale was not paid by gives back': {
    far: 'credited',
    table: 'payouts',
    right: payout,
    wrong: { tender: 'card' },
    said: 'a tender gives back no more than it took',
  },
  'tenders beyond the total of the sale': {
    far: 'sold',
    table: 'sale_tenders',
    right: () => ({ sale_id: books.add('sales', { number: 'another' }), tender: 'card' }),
    wrong: { amount_cents: 4001 },
    said: 'tenders never pass the total of their sale',
  },
  'more units kept than did not come': {
    far: 'approved',
    table: 'waivers',
    right: ofLine,
    wrong: { quantity_milli: 2001 },
    said: 'more units come than were asked for',
  },
  'more used of a store credit than it holds': {
    far: 'sold',
    table: 'store_credit_events',
    right: () => ({
      store_credit_id: plainCredit(books).creditId,
      kind: 'used',
      cents: -2000,
      document: books.number('V'),
    }),
    wrong: { cents: -2001 },
    said: 'a store credit is used up to its balance',
  },
  'goods that were mended and paid for go home': {
    far: 'sold',
    table: 'repair_outcomes',
    right: () => {
      const ids = plainTicket(books);
      books.add('credit_note_lines', noteLine(ids));
      return { ticket_id: ids.ticketId };
    },
    wrong: { disposition: 'send-back' },
    said: 'what was paid for does not go home to the customer',
  },
};

describe('a sum never passes its cap, whoever inserts', () => {
  test.each(Object.entries(cases))('%s', (_, { far, table, right, wrong, said }) => {
    books.within(() => {
      const row = right(plainReturn(books, far));
      expect(books.both(table, row, wrong)).toEqual([said, 'taken']);
    });
  });

  test.each(Object.entries(cases))(
    '%s: not by OR IGNORE, OR FAIL or OR REPLACE either',
    (_, { far, table, right, wrong, said }) => {
      for (const verb of ['INSERT OR IGNORE', 'INSERT OR FAIL', 'INSERT OR REPLACE'])
        books.within(() => {
          const row = right(plainReturn(books, far));
          const before = books.one('SELECT total_changes()');
          expect(books.said(books.insert(table, { ...row, ...wrong }, verb))).toBe(said);
          expect(books.one('SELECT total_changes()')).toBe(before);
        });
    },
  );

  test('more units come back than were sold, in one line or in two', () => {
    books.within(() => {
      const ids = plainReturn(books, 'opened');
      const second = secondLine(ids);
      expect(books.said(books.insert('return_links', tooMany(ids)))).toBe('more units come back than were sold');
      expect(books.said(books.insert('return_links', second))).toBe('taken');
    });
  });

  test('more given back than was paid, over two credit notes', () => {
    books.within(() => {
      const ids = plainReturn(books, 'opened');
      const second = Number(secondLine(ids).return_line_id);
      books.add('return_links', { return_line_id: second, sale_line_id: ids.saleLineId });
      step(books, ids.returnId, { from_stage: 'requested', to_stage: 'approved' });
      for (const id of [ids.lineId, second]) books.add('receipts', { return_line_id: id });
      step(books, ids.returnId, { from_stage: 'approved', to_stage: 'received' });
      for (const id of [ids.lineId, second]) books.add('inspections', { return_line_id: id });
      const first = { goods_cents: 2700, tax_cents: 300, total_cents: 3000 };
      const noteId = books.add('credit_notes', { ...note(ids), ...first });
      books.add('credit_note_lines', {
        credit_note_id: noteId,
        return_line_id: ids.lineId,
        goods_cents: 2700,
        tax_cents: 300,
      });
      const rest = { goods_cents: 901, tax_cents: 100, total_cents: 1001 };
      const restId = books.add('credit_notes', { ...note(ids), ...rest });
      const line = { credit_note_id: restId, return_line_id: second, goods_cents: 900, tax_cents: 100 };
      expect(books.both('credit_note_lines', line, { goods_cents: 901 })).toEqual([
        'more is given back than was paid',
        'taken',
      ]);
    });
  });

  test('a place below zero: in quantity, in value, in units of unknown cost, and by value left behind', () => {
    books.within(() => {
      books.add('stock_moves', { to_place: 'repair', product_id: 2 });
      const away = {
        product_id: 2,
        from_place: 'repair',
        to_place: 'scrapped',
        from_value_cents: 1000,
        to_value_cents: 0,
      };
      const wrongs: Row[] = [
        { quantity_milli: 2001 },
        { from_value_cents: 1001 },
        { unknown_milli: 1 },
        { from_value_cents: 999 },
        { from_place: 'supplier-shelf' },
      ];
      const said = wrongs.map((wrong) => books.said(books.insert('stock_moves', { ...away, ...wrong })));
      expect(said).toEqual(wrongs.map(() => 'no place goes below zero'));
      expect(books.said(books.insert('stock_moves', away))).toBe('taken');
    });
  });

  test('units valued anew that are not there', () => {
    books.within(() => {
      books.add('stock_moves', { to_place: 'repair', product_id: 2, unknown_milli: 1000, to_value_cents: 500 });
      const anew = { product_id: 2, from_place: 'repair', to_place: 'repair', quantity_milli: 0, unknown_milli: 1000 };
      expect(books.both('stock_moves', anew, { unknown_milli: 1001 })).toEqual([
        'only units that are there are valued anew',
        'taken',
      ]);
      const elsewhere = books.insert('stock_moves', {
        ...anew,
        from_place: 'supplier-shelf',
        to_place: 'supplier-shelf',
      });
      expect(books.said(elsewhere)).toBe('only units that are there are valued anew');
    });
  });

  test('more units become known than were unknown', () => {
    books.within(() => {
      const ids = plainReturn(books, 'approved');
      books.add('receipts', { ...ofLine(ids), value_cents: 0, cost_source: 'unknown' });
      const known = { ...ofLine(ids), known_milli: 2000, value_cents: 700 };
      expect(books.both('line_revaluations', known, { known_milli: 2001 })).toEqual([
        'more units become known than were unknown',
        'taken',
      ]);
    });
  });
});

describe('the cached sums have their own checks as well', () => {
  test.each([
    ['more returned than sold', 'UPDATE sale_lines SET returned_milli = quantity_milli + 1'],
    ['more credited than returned', 'UPDATE sale_lines SET credited_milli = returned_milli + 1'],
    ['more credited than paid', 'UPDATE sale_lines SET credited_cents = paid_cents + 1'],
    ['more tax credited than was paid', 'UPDATE sale_lines SET credited_tax_cents = tax_cents + 1'],
    ['more given back than the tender took', 'UPDATE sale_tenders SET given_back_cents = amount_cents + 1'],
    ['more received than requested', 'UPDATE return_lines SET received_milli = requested_milli + 1'],
    ['more inspected than received', 'UPDATE return_lines SET inspected_milli = received_milli + 1'],
    [
      'more credited than inspected',
      'UPDATE return_lines SET credited_milli = inspected_milli - sent_back_milli + waived_milli + 1',
    ],
    ['more kept than did not come', 'UPDATE return_lines SET waived_milli = requested_milli - received_milli + 1'],
    ['a store credit below nothing', 'UPDATE store_credits SET balance_cents = -1'],
    ['a claim that was paid less than nothing', 'UPDATE supplier_claims SET paid_cents = -1'],
    ['more paid than the credit note', 'UPDATE credit_notes SET paid_cents = total_cents + 1'],
    ['a place below zero', `UPDATE stock_balances SET quantity_milli = -1, value_cents = 0 WHERE place = 'shelf'`],
    [
      'value without goods',
      `UPDATE stock_balances SET quantity_milli = 0, unknown_milli = 0, value_cents = 1 WHERE place = 'shelf'`,
    ],
    ['goods worth less than nothing', `UPDATE stock_balances SET value_cents = -1 WHERE place = 'shelf'`],
  ])('%s', (_, statement) => {
    books.within(() => expect(books.said(statement)).toMatch(/^CHECK constraint failed/));
  });
});
