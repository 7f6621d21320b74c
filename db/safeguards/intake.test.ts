import { describe, expect, test } from 'vitest';
import { plainArrival, plainSale } from '../../fixtures/plain-desk.ts';
import { plainReturn, step } from '../../fixtures/plain-return.ts';
import type { Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

const later: Row = { from_stage: 'inspected', to_stage: 'settled' };

describe('a return that came without its sale', () => {
  test('is matched once, while it is open, with a sale that is not later', () => {
    books.within(() => {
      const { returnId } = plainArrival(books);
      const { saleId } = plainSale(books);
      const right = { return_id: returnId, sale_id: saleId };
      const tomorrow = plainSale(books, { day: '2026-11-19' }).saleId;
      const wrongs: [Row, string][] = [
        [{ return_id: plainReturn(books, 'received').returnId }, 'only a return without a sale is matched'],
        [{ return_id: 1 }, 'only a return without a sale is matched'],
        [{ sale_id: tomorrow }, 'a return is not earlier than its sale'],
        [{}, 'taken'],
        [{ sale_id: plainSale(books).saleId }, 'facts are never replaced'],
      ];
      const said = wrongs.map(([wrong]) => books.said(books.insert('return_matches', { ...right, ...wrong })));
      expect(said).toEqual(wrongs.map(([, message]) => message));
      expect(books.row('returns', returnId).matched_sale_id).toBe(saleId);
    });
  });

  test('is not matched once it is settled, or once somebody said what is given for it', () => {
    books.within(() => {
      const { saleId } = plainSale(books);
      const match = (returnId: number) =>
        books.said(books.insert('return_matches', { return_id: returnId, sale_id: saleId }));
      const settled = plainArrival(books, { graded: {} });
      step(books, settled.returnId, later);
      expect(match(settled.returnId)).toBe('only an open return takes more');
      const valued = plainArrival(books);
      books.add('line_valuations', { return_line_id: valued.lineId });
      expect(match(valued.returnId)).toBe('what was valued without a receipt is not matched');
      expect(match(plainArrival(books).returnId)).toBe('taken');
    });
  });

  test('nobody gives it a sale but a match', () => {
    books.within(() => {
      const { saleId } = plainSale(books);
      const right = { number: books.number('R'), sale_id: null };
      expect(books.both('returns', right, { matched_sale_id: saleId })).toEqual(['sums begin at nothing', 'taken']);
    });
  });

  test('its lines are linked with the match, to the sale it names, and not without one', () => {
    books.within(() => {
      const { returnId, lineId } = plainArrival(books);
      const { saleId, saleLineId } = plainSale(books);
      const link = { return_line_id: lineId, sale_line_id: saleLineId };
      const ofItsSale = 'a line of this desk comes back from the sale of its return, whole';
      expect(books.said(books.insert('return_links', link))).toBe(ofItsSale);
      books.add('return_matches', { return_id: returnId, sale_id: saleId });
      expect(books.both('return_links', link, { sale_line_id: plainSale(books).saleLineId })).toEqual([
        ofItsSale,
        'taken',
      ]);
      expect(books.row('sale_lines', saleLineId).returned_milli).toBe(2000);
    });
  });

  test('units that went home before it was matched are free at once', () => {
    books.within(() => {
      const { returnId, lineId } = plainArrival(books, { graded: { disposition: 'send-back' } });
      const { saleId, saleLineId } = plainSale(books);
      books.add('return_matches', { return_id: returnId, sale_id: saleId });
      const link = books.add('return_links', { return_line_id: lineId, sale_line_id: saleLineId });
      expect(books.row('return_links', link).released_milli).toBe(2000);
      expect(books.row('sale_lines', saleLineId).returned_milli).toBe(0);
    });
  });
});

describe('goods without a receipt', () => {
  test('are valued once, while the return is open, and never where a sale says what was paid', () => {
    books.within(() => {
      const { lineId } = plainArrival(books);
      const sold = plainReturn(books, 'received').lineId;
      const settled = plainArrival(books, { graded: {} });
      step(books, settled.returnId, later);
      const right = { return_line_id: lineId };
      const wrongs: [Row, string][] = [
        [{ return_line_id: sold }, 'what was sold has a price that was paid'],
        [{ return_line_id: settled.lineId }, 'only an open return takes more'],
        [{}, 'taken'],
        [{ value_cents: 9999 }, 'facts are never replaced'],
      ];
      const said = wrongs.map(([wrong]) => books.said(books.insert('line_valuations', { ...right, ...wrong })));
      expect(said).toEqual(wrongs.map(([, message]) => message));
      expect(books.said(books.insert('line_valuations', { ...right, tax_cents: 2001 }))).not.toBe('taken');
    });
  });

  test('nothing is credited for them before that, nor more than was said, nor more tax', () => {
    books.within(() => {
      const { returnId, lineId } = plainArrival(books, { graded: {} });
      const note = { number: books.number('C'), return_id: returnId, goods_cents: 1801, tax_cents: 201 };
      const credit_note_id = books.add('credit_notes', { ...note, total_cents: 2002 });
      const right = { credit_note_id, return_line_id: lineId };
      const agreed = 'more is given back than was agreed';
      expect(books.said(books.insert('credit_note_lines', right))).toBe(agreed);
      books.add('line_valuations', { return_line_id: lineId });
      const wrongs = [{ goods_cents: 1801 }, { goods_cents: 1799, tax_cents: 201 }];
      const said = wrongs.map((wrong) => books.said(books.insert('credit_note_lines', { ...right, ...wrong })));
      expect(said).toEqual([agreed, agreed]);
      expect(books.said(books.insert('credit_note_lines', right))).toBe('taken');
    });
  });
});

describe('units the customer keeps', () => {
  test('are no more than were asked for and did not come, and then do not come', () => {
    books.within(() => {
      const { lineId } = plainReturn(books, 'approved');
      books.add('receipts', { return_line_id: lineId, quantity_milli: 1000, value_cents: 500 });
      const right = { return_line_id: lineId, quantity_milli: 1000 };
      expect(books.both('waivers', right, { quantity_milli: 1001 })).toEqual([
        'more units come than were asked for',
        'taken',
      ]);
      expect(books.row('return_lines', lineId).waived_milli).toBe(1000);
      const receipt = { return_line_id: lineId, quantity_milli: 1, value_cents: 0 };
      expect(books.said(books.insert('receipts', receipt))).toBe('goods the customer keeps do not come');
    });
  });

  test('are credited without coming, and stay claimed when the return is closed', () => {
    books.within(() => {
      const { returnId, lineId, saleLineId } = plainReturn(books, 'approved');
      const note = { number: books.number('C'), return_id: returnId };
      expect(books.said(books.insert('credit_notes', note))).toBe('only an open return takes more');
      books.add('waivers', { return_line_id: lineId, quantity_milli: 1999 });
      const credited = { credit_note_id: books.add('credit_notes', note), return_line_id: lineId };
      expect(books.said(books.insert('credit_note_lines', credited))).toBe('more units are credited than were graded');
      books.add('waivers', { return_line_id: lineId, quantity_milli: 1 });
      expect(books.said(books.insert('credit_note_lines', credited))).toBe('taken');
      step(books, returnId, { from_stage: 'approved', to_stage: 'settled' });
      step(books, returnId, { from_stage: 'settled', to_stage: 'closed' });
      expect(books.row('sale_lines', saleLineId).returned_milli).toBe(2000);
      expect(books.said(books.insert('waivers', { return_line_id: lineId }))).toBe('only an open return takes more');
    });
  });

  test('are none where units were given free when the return was closed', () => {
    books.within(() => {
      const { returnId, lineId } = plainReturn(books, 'approved');
      step(books, returnId, { from_stage: 'approved', to_stage: 'closed' });
      step(books, returnId, { from_stage: 'closed', to_stage: 'inspected' });
      const more = 'more units come than were asked for';
      expect(books.said(books.insert('waivers', { return_line_id: lineId, quantity_milli: 1 }))).toBe(more);
    });
  });

  test('begin at none', () => {
    books.within(() => {
      const { returnId } = plainReturn(books, 'opened');
      const right = { return_id: returnId, line_no: 2 };
      expect(books.both('return_lines', right, { waived_milli: 1000 })).toEqual(['sums begin at nothing', 'taken']);
    });
  });
});

describe('serial numbers', () => {
  test('are one unit each, and no more than were sold, told with the sale itself', () => {
    books.within(() => {
      const { saleLineId } = plainSale(books, {}, { quantity_milli: 2000 });
      const unit = { sale_line_id: saleLineId };
      const old = { sale_line_id: 1 };
      expect(books.both('sale_units', unit, old)).toEqual(['a document is whole when its event is written', 'taken']);
      const second = { ...unit, code: 'SN-2' };
      expect(books.said(books.insert('sale_units', { ...second, quantity_milli: 2000 }))).not.toBe('taken');
      const batch = { ...unit, kind: 'batch', code: 'LOT' };
      expect(books.both('sale_units', batch, { quantity_milli: 1001 })).toEqual([
        'no more numbers than units were sold',
        'taken',
      ]);
      expect(books.said(books.insert('sale_units', second))).toBe('no more numbers than units were sold');
    });
  });

  test('are one unit of a line and of what is received', () => {
    books.within(() => {
      const { returnId, lineId } = plainReturn(books, 'approved');
      const asked = { return_id: returnId, line_no: 2, serial: 'SN-1', requested_milli: 1000 };
      expect(books.both('return_lines', asked, { requested_milli: 2000 })).toEqual([
        'a serial number is one unit',
        'taken',
      ]);
      const come = { return_line_id: lineId, serial: 'SN-1', quantity_milli: 1000, value_cents: 500 };
      expect(books.both('receipts', come, { quantity_milli: 2000 })).toEqual(['a serial number is one unit', 'taken']);
    });
  });

  test('come back once for the sale they were sold by, unless they went home', () => {
    books.within(() => {
      const sale = plainSale(books);
      const back = (): { returnId: number; lineId: number; link: Row } => {
        const returnId = books.add('returns', { number: books.number('R'), sale_id: sale.saleId });
        const serial = { serial: 'SN-1', requested_milli: 1000 };
        const lineId = books.add('return_lines', { return_id: returnId, ...serial });
        step(books, returnId, { from_stage: 'draft', to_stage: 'approved' });
        return {
          returnId,
          lineId,
          link: { return_line_id: lineId, sale_line_id: sale.saleLineId, quantity_milli: 1000 },
        };
      };
      const first = back();
      books.add('return_links', first.link);
      const second = back();
      const once = 'a serial number comes back once';
      expect(books.said(books.insert('return_links', second.link))).toBe(once);
      const come = (lineId: number): Row => ({
        return_line_id: lineId,
        serial: 'SN-1',
        quantity_milli: 1000,
        value_cents: 500,
      });
      books.add('receipts', come(first.lineId));
      step(books, first.returnId, { from_stage: 'approved', to_stage: 'received' });
      const home = { disposition: 'send-back', quantity_milli: 1000, value_cents: 500 };
      books.add('inspections', { return_line_id: first.lineId, ...home });
      expect(books.said(books.insert('return_links', second.link))).toBe('taken');
      expect(books.said(books.insert('receipts', come(second.lineId)))).toBe('taken');
    });
  });

  test('come once also where nobody named them before', () => {
    books.within(() => {
      const one = plainReturn(books, 'approved');
      const come = { return_line_id: one.lineId, serial: 'SN-1', quantity_milli: 1000, value_cents: 500 };
      books.add('receipts', come);
      expect(books.both('receipts', { ...come, serial: 'SN-2' }, { serial: 'SN-1' })).toEqual([
        'a serial number comes back once',
        'taken',
      ]);
    });
  });
});

test('a photo shows a line of its own return', () => {
  books.within(() => {
    const { returnId, lineId } = plainReturn(books, 'opened');
    const right = { return_id: returnId, return_line_id: lineId };
    expect(books.both('photos', right, { return_line_id: 1 })).toEqual(['a photo shows a line of its return', 'taken']);
  });
});
