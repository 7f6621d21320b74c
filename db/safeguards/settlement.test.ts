import { describe, expect, test } from 'vitest';
import { plainArrival, plainCounterDocument, plainCredit } from '../../fixtures/plain-desk.ts';
import { plainReturn } from '../../fixtures/plain-return.ts';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

const ownNumber = 'a document has a number of its own kind and day';

describe('fees, freight and delivery of a credit note', () => {
  const figures = { fee_cents: 300, delivery_cents: 500, total_cents: 2200 };
  const noteOf = (returnId: number): number =>
    books.add('credit_notes', { number: books.number('C'), return_id: returnId, ...figures });

  test('are of its own event and its own return, and never pass its figures', () => {
    books.within(() => {
      const { returnId, lineId } = plainReturn(books, 'inspected');
      const right = { credit_note_id: noteOf(returnId), return_line_id: lineId };
      const given = { return_line_id: null, kind: 'freight-paid', tax_cents: 0 };
      const wrongs: [Row, string][] = [
        [{ credit_note_id: 1, return_line_id: null }, 'a document is whole when its event is written'],
        [{ return_line_id: 1 }, 'a credit note is for its own return'],
        [{ cents: 301 }, 'lines never pass the figures of their credit note'],
        [{ ...given, cents: 501 }, 'lines never pass the figures of their credit note'],
        [{ ...given, cents: 500 }, 'taken'],
        [{ ...given, cents: 1 }, 'lines never pass the figures of their credit note'],
        [{}, 'taken'],
        [{ cents: 101 }, 'lines never pass the figures of their credit note'],
      ];
      const said = wrongs.map(([wrong]) => books.said(books.insert('credit_note_extras', { ...right, ...wrong })));
      expect(said).toEqual(wrongs.map(([, message]) => message));
    });
  });

  test('what is given back has no tax of its own and belongs to no line', () => {
    books.within(() => {
      const { returnId, lineId } = plainReturn(books, 'inspected');
      const right = { credit_note_id: noteOf(returnId), kind: 'freight-paid', cents: 100, tax_cents: 0 };
      for (const wrong of [{ tax_cents: 1 }, { return_line_id: lineId }, { cents: 0 }])
        expect(books.said(books.insert('credit_note_extras', { ...right, ...wrong }))).toMatch(/^CHECK/);
      expect(books.said(books.insert('credit_note_extras', right))).toBe('taken');
    });
  });

  test('the delivery charge of a sale goes back once, over all its returns, and never without a sale', () => {
    books.within(() => {
      const first = plainReturn(books, 'inspected');
      const once = 'the delivery charge goes back once';
      const delivery = (returnId: number, cents: number): string =>
        books.said(
          books.insert('credit_note_extras', {
            credit_note_id: noteOf(returnId),
            kind: 'delivery',
            cents,
            tax_cents: 0,
          }),
        );
      expect(delivery(first.returnId, 1)).toBe(once);
      expect(delivery(plainArrival(books, { graded: {} }).returnId, 1)).toBe(once);
      const saleId = books.add('sales', { number: 'delivered', delivery_cents: 400 });
      const open = (): number => {
        const returnId = plainArrival(books, { graded: {} }).returnId;
        books.raw.exec(`UPDATE returns SET matched_sale_id = ${saleId} WHERE id = ${returnId}`);
        return returnId;
      };
      const [one, two] = [open(), open()];
      expect([delivery(one, 401), delivery(one, 300), delivery(two, 101), delivery(two, 100)]).toEqual([
        once,
        'taken',
        once,
        'taken',
      ]);
    });
  });
});

describe('a payout in goods', () => {
  test('goes to the sale of its own return, made and booked with it, and never past what that sale costs', () => {
    books.within(() => {
      const { returnId, noteId } = plainReturn(books, 'credited');
      const other = plainReturn(books, 'credited');
      const sale = (changes: Row = {}): number =>
        books.add('sales', {
          number: `exchange-${books.one('SELECT count(*) FROM sales')}`,
          booked: 1,
          total_cents: 1500,
          exchange_of: returnId,
          ...changes,
        });
      const [right, unbooked] = [sale(), sale({ booked: 0 })];
      const [elsewhere, earlier] = [sale({ exchange_of: other.returnId }), sale({ day: '2026-11-17' })];
      const payout = (exchange_sale_id: number, amount_cents: number): string =>
        books.said(
          books.insert('payouts', {
            number: books.number('P'),
            credit_note_id: noteId,
            exchange_sale_id,
            amount_cents,
            original_cents: 0,
          }),
        );
      const refused = 'goods are exchanged on the ticket of their return';
      const said = [unbooked, elsewhere, earlier, 1].map((id) => payout(id, 1000));
      expect(said).toEqual(said.map(() => refused));
      expect([payout(right, 1501), payout(right, 1000), payout(right, 501), payout(right, 500)]).toEqual([
        refused,
        'taken',
        refused,
        'taken',
      ]);
    });
  });

  test('is not taken back, and names no sale when it is', () => {
    books.within(() => {
      const { returnId, noteId } = plainReturn(books, 'credited');
      const sale = { number: 'exchange', booked: 1, total_cents: 2000, exchange_of: returnId };
      const exchange_sale_id = books.add('sales', sale);
      const right = { credit_note_id: noteId, original_cents: 0 };
      const payoutId = books.add('payouts', { ...right, number: books.number('P'), exchange_sale_id });
      const back = { ...right, number: books.number('P'), amount_cents: -2000, voids_payout_id: payoutId };
      const exactly = 'a counter-document takes back exactly one payout';
      expect(books.said(books.insert('payouts', back))).toBe(exactly);
    });
  });
});

describe('a store credit', () => {
  const use = (creditId: number, changes: Row = {}): Row => ({
    store_credit_id: creditId,
    kind: 'used',
    cents: -500,
    document: books.number('V'),
    ...changes,
  });

  test('begins at nothing, and is as much as its events say', () => {
    books.within(() => {
      expect(books.both('store_credits', {}, { balance_cents: 1 })).toEqual(['sums begin at nothing', 'taken']);
      const { creditId } = plainCredit(books);
      expect(books.row('store_credits', creditId).balance_cents).toBe(2000);
      expect(books.both('store_credit_events', use(creditId), { cents: -2001 })).toEqual([
        'a store credit is used up to its balance',
        'taken',
      ]);
      expect(books.row('store_credits', creditId).balance_cents).toBe(1500);
    });
  });

  test('is issued by a payout of that tender and amount alone', () => {
    books.within(() => {
      const { noteId } = plainReturn(books, 'credited');
      const creditId = books.add('store_credits', {});
      const payout = (row: Row): Row => {
        const number = books.number('P');
        const id = books.add('payouts', { number, credit_note_id: noteId, original_cents: 0, ...row });
        return { payout_id: id, document: number };
      };
      const cash = payout({ amount_cents: 500 });
      const other = payout({ amount_cents: 700, tender: 'store-credit' });
      const right = { store_credit_id: creditId, cents: 800, ...payout({ amount_cents: 800, tender: 'store-credit' }) };
      const byPayout = 'a store credit is issued by a payout';
      const wrongs: [Row, string][] = [
        [{ payout_id: null }, byPayout],
        [{ cents: 801 }, byPayout],
        [{ ...cash, cents: 500 }, byPayout],
        [{ document: String(other.document) }, ownNumber],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
      ];
      const said = wrongs.map(([wrong]) => books.said(books.insert('store_credit_events', { ...right, ...wrong })));
      expect(said).toEqual(wrongs.map(([, message]) => message));
    });
  });

  test('is used and ended under a number of its own, of the day and the event', () => {
    books.within(() => {
      const { creditId } = plainCredit(books);
      const old = books.one(`SELECT count(*) FROM documents WHERE series = 'S'`);
      for (const document of [
        books.number('P'),
        books.number('V', '2026-11-19'),
        `S-2026-${String(old).padStart(6, '0')}`,
      ])
        expect(books.said(books.insert('store_credit_events', use(creditId, { document })))).toBe(ownNumber);
      expect(books.said(books.insert('store_credit_events', use(creditId, { document: books.number('S') })))).toBe(
        'taken',
      );
      const ended = use(creditId, { kind: 'voided', cents: -1500 });
      expect(books.both('store_credit_events', ended, { document: books.number('S') })).toEqual([ownNumber, 'taken']);
    });
  });

  test('is not used after its last day, expires only then, and ends whole', () => {
    books.within(() => {
      const past = plainCredit(books, { expires_on: '2026-11-18' });
      const tomorrow = '2026-11-19';
      const late = (row: Row): Row =>
        use(past.creditId, { day: tomorrow, document: books.number('V', tomorrow), ...row });
      const expired = { kind: 'expired', cents: -2000 };
      const said = [
        late({}),
        use(past.creditId, expired),
        use(plainCredit(books).creditId, expired),
        late({ ...expired, cents: -1999 }),
        use(past.creditId, { kind: 'voided', cents: -1 }),
        late(expired),
      ].map((row) => books.said(books.insert('store_credit_events', row)));
      expect(said).toEqual([
        'an expired store credit is not used',
        'a store credit expires after its last day',
        'a store credit expires after its last day',
        'a store credit ends with all that is left',
        'a store credit ends with all that is left',
        'taken',
      ]);
      expect(books.row('store_credits', past.creditId).balance_cents).toBe(0);
    });
  });

  test('is taken back where its payout issued it, once, and only while it is all there', () => {
    books.within(() => {
      const mine = plainCredit(books);
      const other = plainCredit(books);
      const { number, id } = plainCounterDocument(books, mine);
      const right = { store_credit_id: mine.creditId, kind: 'voided', cents: -2000, document: number, payout_id: id };
      const byCounterDocument = 'a store credit is taken back by the counter-document of its payout';
      const wrongs: [Row, string][] = [
        [{ store_credit_id: other.creditId }, byCounterDocument],
        [{ cents: -1999 }, byCounterDocument],
        [{ payout_id: other.payoutId }, 'facts are never replaced'],
        [{}, 'taken'],
        [{}, 'facts are never replaced'],
      ];
      const said = wrongs.map(([wrong]) => books.said(books.insert('store_credit_events', { ...right, ...wrong })));
      expect(said).toEqual(wrongs.map(([, message]) => message));
      books.add('store_credit_events', use(other.creditId));
      const late = plainCounterDocument(books, other);
      const back = { ...right, store_credit_id: other.creditId, document: late.number, payout_id: late.id };
      expect(books.said(books.insert('store_credit_events', back))).toBe('a store credit is used up to its balance');
    });
  });

  test('only what is used names a sale, and what is used or expires names no payout', () => {
    books.within(() => {
      const { creditId, saleId } = plainCredit(books);
      const more = plainReturn(books, 'paid');
      expect(books.said(books.insert('store_credit_events', use(creditId, { payout_id: more.payoutId })))).toMatch(
        /^(CHECK constraint failed|a document has)/,
      );
      const ended = use(creditId, { kind: 'voided', cents: -2000 });
      expect(books.said(books.insert('store_credit_events', { ...ended, sale_id: saleId }))).toMatch(/^CHECK/);
      expect(books.said(books.insert('store_credit_events', ended))).toBe('taken');
    });
  });
});
