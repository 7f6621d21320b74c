import { describe, expect, test } from 'vitest';
import { plainClaim, plainTicket } from '../../fixtures/plain-desk.ts';
import { plainReturn, step } from '../../fixtures/plain-return.ts';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

const ownNumber = 'a document has a number of its own kind and day';

describe('a repair ticket', () => {
  test('is for all units that were graded so, once, under a number of its own', () => {
    books.within(() => {
      const { inspectionId, lineId } = plainTicket(books);
      expect(
        books.said(books.insert('repair_tickets', { number: books.number('T'), inspection_id: inspectionId })),
      ).toBe('facts are never replaced');
      const ids = plainReturn(books, 'received');
      const graded = { return_line_id: ids.lineId, quantity_milli: 1000, value_cents: 500 };
      const resold = books.add('inspections', graded);
      const forRepair = books.add('inspections', { ...graded, disposition: 'repair' });
      const right = {
        number: books.number('T'),
        inspection_id: forRepair,
        return_line_id: ids.lineId,
        quantity_milli: 1000,
      };
      const gradedSo = 'a ticket is for units that were graded so';
      const wrongs: [Row, string][] = [
        [{ inspection_id: resold }, gradedSo],
        [{ quantity_milli: 999 }, gradedSo],
        [{ return_line_id: lineId }, gradedSo],
        [{ number: books.number('R') }, ownNumber],
        [{ open: 0 }, 'sums begin at nothing'],
        [{}, 'taken'],
      ];
      const said = wrongs.map(([wrong]) => books.said(books.insert('repair_tickets', { ...right, ...wrong })));
      expect(said).toEqual(wrongs.map(([, message]) => message));
    });
  });

  test('takes work until it ends, each cost under a number of its own', () => {
    books.within(() => {
      const { ticketId } = plainTicket(books);
      const right = { ticket_id: ticketId, document: books.number('T') };
      expect(books.both('repair_works', right, { document: books.number('L') })).toEqual([ownNumber, 'taken']);
      expect(books.said(books.insert('repair_works', right))).toBe('facts are never replaced');
      const free = { ticket_id: ticketId, cents: 0, paid_by: null, document: null };
      for (const wrong of [{ document: books.number('T') }, { paid_by: 'cash' }])
        expect(books.said(books.insert('repair_works', { ...free, ...wrong }))).toMatch(/^CHECK/);
      expect(books.said(books.insert('repair_works', { ticket_id: ticketId }))).toMatch(/^CHECK/);
      expect(books.said(books.insert('repair_works', free))).toBe('taken');
      books.add('repair_outcomes', { ticket_id: ticketId });
      expect(books.row('repair_tickets', ticketId).open).toBe(0);
      expect(books.said(books.insert('repair_works', free))).toBe('an ended ticket takes no more work');
    });
  });

  test('ends once, with the units and the value it has', () => {
    books.within(() => {
      const { ticketId } = plainTicket(books);
      const right = { ticket_id: ticketId };
      expect(books.both('repair_outcomes', right, { unknown_milli: 2001 })).toEqual([
        'a ticket ends with the units it has',
        'taken',
      ]);
      expect(books.said(books.insert('repair_outcomes', right))).toBe('facts are never replaced');
      const other = { ticket_id: plainTicket(books).ticketId };
      for (const wrong of [{ write_down_cents: 1001 }, { disposition: 'scrap', twin_id: 1 }, { disposition: 'repair' }])
        expect(books.said(books.insert('repair_outcomes', { ...other, ...wrong }))).toMatch(/^CHECK/);
    });
  });

  test('what goes home is free again, and was not paid for', () => {
    books.within(() => {
      const { returnId, lineId, linkId, saleLineId, ticketId } = plainTicket(books);
      const note = { number: books.number('C'), return_id: returnId };
      const home = { ticket_id: ticketId, disposition: 'send-back' };
      books.add('repair_outcomes', home);
      expect(books.row('return_lines', lineId).sent_back_milli).toBe(2000);
      expect(books.row('return_links', linkId).released_milli).toBe(2000);
      expect(books.row('sale_lines', saleLineId).returned_milli).toBe(0);
      const credit_note_id = books.add('credit_notes', note);
      expect(books.said(books.insert('credit_note_lines', { credit_note_id, return_line_id: lineId }))).toBe(
        'more units are credited than were graded',
      );
    });
    books.within(() => {
      const { returnId, lineId, ticketId } = plainTicket(books);
      const credit_note_id = books.add('credit_notes', { number: books.number('C'), return_id: returnId });
      books.add('credit_note_lines', { credit_note_id, return_line_id: lineId });
      const home = { ticket_id: ticketId, disposition: 'send-back' };
      expect(books.said(books.insert('repair_outcomes', home))).toBe(
        'what was paid for does not go home to the customer',
      );
      expect(books.said(books.insert('repair_outcomes', { ...home, disposition: 'scrap' }))).toBe('taken');
    });
  });

  test('what goes home after the return was closed stays free', () => {
    books.within(() => {
      const { returnId, linkId, saleLineId, ticketId } = plainTicket(books);
      step(books, returnId, { from_stage: 'inspected', to_stage: 'closed' });
      books.add('repair_outcomes', { ticket_id: ticketId, disposition: 'send-back' });
      expect(books.row('return_links', linkId).released_milli).toBe(2000);
      expect(books.row('sale_lines', saleLineId).returned_milli).toBe(0);
    });
  });
});

describe('a claim on a supplier', () => {
  test('has a number of its own, and lines of its own event', () => {
    books.within(() => {
      const claimId = plainClaim(books);
      const { supplier_id = null } = books.row('supplier_claims', claimId);
      const right = { number: books.number('L'), supplier_id };
      expect(books.both('supplier_claims', right, { number: books.number('T') })).toEqual([ownNumber, 'taken']);
      const bare = { ...right, number: books.number('L') };
      for (const wrong of [{ value_cents: 1 }, { claimed_cents: 1 }, { paid_cents: 1 }, { open: 0 }])
        expect(books.said(books.insert('supplier_claims', { ...bare, ...wrong }))).toBe('sums begin at nothing');
      expect(books.both('supplier_claim_lines', { claim_id: claimId }, { claim_id: 1 })).toEqual([
        'a document is whole when its event is written',
        'taken',
      ]);
      expect(books.row('supplier_claims', claimId)).toMatchObject({ value_cents: 1000, claimed_cents: 1200, open: 1 });
    });
  });

  test('is paid under numbers of its own until it is closed for what nobody pays', () => {
    books.within(() => {
      const claimId = plainClaim(books);
      const right = { claim_id: claimId, document: books.number('L') };
      expect(books.both('supplier_claim_events', right, { document: books.number('P') })).toEqual([ownNumber, 'taken']);
      expect(books.said(books.insert('supplier_claim_events', right))).toBe('facts are never replaced');
      expect(books.row('supplier_claims', claimId).paid_cents).toBe(300);
      const closed = { ...right, kind: 'closed', cents: 200, paid_by: null, document: books.number('L') };
      expect(books.both('supplier_claim_events', closed, { cents: 199 })).toEqual([
        'a claim is closed for what nobody pays',
        'taken',
      ]);
      expect(books.row('supplier_claims', claimId).open).toBe(0);
      const late = { ...right, document: books.number('L') };
      expect(books.said(books.insert('supplier_claim_events', late))).toBe('a closed claim takes no more');
    });
  });

  test('only what is posted has a number, and only what is paid says how', () => {
    books.within(() => {
      const claim = { claim_id: plainClaim(books) };
      const note = { ...claim, kind: 'note', cents: 0, paid_by: null };
      const wrongs = [
        claim,
        { ...note, document: books.number('L') },
        { ...note, cents: 1 },
        { ...note, kind: 'refused', paid_by: 'cash' },
        { ...note, kind: 'closed', cents: 500 },
      ];
      for (const wrong of wrongs) expect(books.said(books.insert('supplier_claim_events', wrong))).toMatch(/^CHECK/);
      expect(books.said(books.insert('supplier_claim_events', note))).toBe('taken');
    });
  });

  test('that brought more than it cost is closed for nothing', () => {
    books.within(() => {
      const claim_id = plainClaim(books);
      books.add('supplier_claim_events', { claim_id, cents: 700, document: books.number('L') });
      const closed = { claim_id, kind: 'closed', cents: 0, paid_by: null };
      expect(books.said(books.insert('supplier_claim_events', closed))).toBe('taken');
    });
  });
});
