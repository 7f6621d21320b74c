import { describe, expect, test } from 'vitest';
import { plainClaim, plainCredit, plainTicket } from '../../fixtures/plain-desk.ts';
import { plainReturn } from '../../fixtures/plain-return.ts';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

/** October is closed in the busy shop. */
const books = await plainBooks();

const refused = ['nothing is written into a closed month', 'taken'];
const closedDay = '2026-10-31';
const october: Row = { day: closedDay };

describe('nothing is written into a closed month', () => {
  test('no number, return, credit note or payout', () => {
    books.within(() => {
      const { returnId } = plainReturn(books, 'inspected');
      const seq = books.one(`SELECT max(seq) + 1 FROM documents WHERE series = 'C'`);
      const number = `C-2026-${String(seq).padStart(6, '0')}`;
      const document = { number, series: 'C', year: 2026, seq, day: '2026-11-18' };
      expect(books.both('documents', document, october)).toEqual(refused);
      expect(books.both('returns', { number: books.number('R') }, october)).toEqual(refused);
      expect(books.both('credit_notes', { number, return_id: returnId }, october)).toEqual(refused);
      const credit_note_id = books.one('SELECT max(id) FROM credit_notes');
      expect(books.both('payouts', { number: books.number('P'), credit_note_id }, october)).toEqual(refused);
    });
  });

  test('no store credit, no repair and no claim', () => {
    books.within(() => {
      const { ticketId } = plainTicket(books);
      const { creditId } = plainCredit(books);
      const claim_id = plainClaim(books);
      const { supplier_id = null } = books.row('supplier_claims', claim_id);
      const units = { quantity_milli: 1000, value_cents: 500 };
      const { lineId } = plainReturn(books, 'received');
      const inspection_id = books.add('inspections', { return_line_id: lineId, disposition: 'repair', ...units });
      const number = books.number('T');
      const ticket = { number, inspection_id, return_line_id: lineId, quantity_milli: 1000 };
      const used = { store_credit_id: creditId, kind: 'used', cents: -1, document: books.number('V') };
      const rows: [string, Row][] = [
        ['store_credits', {}],
        ['store_credit_events', used],
        ['repair_tickets', ticket],
        ['repair_works', { ticket_id: ticketId, document: books.number('T') }],
        ['repair_outcomes', { ticket_id: ticketId }],
        ['supplier_claims', { number: books.number('L'), supplier_id }],
        ['supplier_claim_events', { claim_id, document: books.number('L') }],
      ];
      expect(rows.map(([table, right]) => books.both(table, right, october))).toEqual(rows.map(() => refused));
    });
  });

  test('no goods, and no entry', () => {
    books.within(() => {
      expect(books.both('stock_moves', {}, october)).toEqual(refused);
      const id = books.one('SELECT max(id) + 1 FROM journal_entries');
      books.add('journal_lines', { entry_id: id, debit_cents: 5 });
      books.add('journal_lines', { entry_id: id, line_no: 2, credit_cents: 5 });
      expect(books.both('journal_entries', { id, number: books.number('J') }, october)).toEqual(refused);
    });
  });

  test('no sale that is booked; one that is only there to be returned against may be typed in late', () => {
    books.within(() => {
      expect(books.both('sales', { number: 'booked', booked: 1 }, october)).toEqual(refused);
      expect(books.said(books.insert('sales', { number: 'late', ...october }))).toBe('taken');
      expect(() => books.number('S', closedDay)).not.toThrow();
    });
  });

  test('history read from a file may be of any month', () => {
    books.within(() => {
      const returned = { number: 'R-of-a-file', origin: 'import', ...october };
      expect(books.said(books.insert('returns', returned))).toBe('taken');
      expect(books.said(books.insert('stock_adjustments', october))).toBe('taken');
    });
  });
});

describe('a month', () => {
  const closing = (month: string): string => {
    const seq = books.one('SELECT max(seq) + 1 FROM journal_of_events');
    return `INSERT INTO month_closings VALUES ('${month}', ${seq}, '')`;
  };
  const event = (day: string): string =>
    `INSERT INTO journal_of_events SELECT seq + 1, 'by-hand', 'x', '', '${day}', person, input_sha256, '{}', hash, printf('%064d', 8), NULL
     FROM journal_of_events ORDER BY seq DESC LIMIT 1`;

  test('that is not over by the day of its event is not closed', () => {
    books.within(() => {
      books.raw.exec(closing('2026-11'));
      expect([event('2026-11-30'), event('2026-12-01')].map((text) => books.said(text))).toEqual([
        'a month is closed when it is over',
        'taken',
      ]);
    });
  });

  test('that is closed is not closed again, and none before it', () => {
    books.within(() => {
      const said = ['2026-10', '2026-09', '2026-11'].map((month) => books.said(closing(month)));
      expect(said).toEqual(['facts are never replaced', 'nothing is written into a closed month', 'taken']);
    });
  });
});
