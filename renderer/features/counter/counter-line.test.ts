import { expect, test } from 'vitest';
import type { SaleLine } from '../../../contract/api/sales.ts';
import { language } from '../../i18n/index.ts';
import { CounterLine } from './counter-line.svelte.ts';
import { lineProblems } from './problems.ts';

language.locale = 'en';

function sold(changes: Partial<SaleLine> = {}): SaleLine {
  return {
    saleLineId: 1,
    sku: 'CUP',
    name: 'Cup',
    quantity: 3,
    unitPrice: '20.00',
    paidCents: 6000,
    taxCents: 0,
    returnedQuantity: 0,
    returnableQuantity: 3,
    creditableCents: 6000,
    ...changes,
  };
}
const lineOf = (changes: Partial<SaleLine> = {}): CounterLine => {
  const of = sold(changes);
  return new CounterLine(1, of, of);
};
const places = (line: CounterLine) => lineProblems(line, { graded: true }).map(({ place }) => place);

test('a line begins with one unit, or with what is left below one', () => {
  expect(lineOf().quantity).toBe(1);
  expect(lineOf({ quantity: 0.4, returnableQuantity: 0.4 }).quantity).toBe(0.4);
});

test('counting goes up to what is left and down to one step above nothing', () => {
  const line = lineOf({ returnedQuantity: 1, returnableQuantity: 2 });
  expect([line.count(1), line.count(1), line.quantity]).toEqual([true, false, 2]);
  expect([line.count(-1), line.count(-1), line.quantity]).toEqual([true, false, 1]);
});

test('counting by tenths stays exact', () => {
  const line = lineOf({ quantity: 0.3, returnableQuantity: 0.3 });
  line.quantity = 0.1;
  line.count(0.2);
  expect(line.quantity).toBe(0.3);
});

test('a grade proposes where the goods go; the person decides', () => {
  const [grading] = lineOf().gradings;
  const ways = (['A', 'B', 'C'] as const).map((grade) => {
    grading?.pick(grade);
    return grading?.disposition;
  });
  expect(ways).toEqual(['resell', 'resell', 'scrap']);
  if (grading) grading.disposition = 'repair';
  grading?.pick('C');
  expect(grading?.disposition).toBe('repair');
});

test('a write-down that no longer counts is not sent', () => {
  const [grading] = lineOf().gradings;
  grading?.pick('B');
  if (grading) grading.writeDownCents = 500;
  expect(grading?.content.writeDownCents).toBe(500);
  grading?.pick('A');
  expect(grading?.content).toEqual({ grade: 'A', disposition: 'resell' });
});

test('grades of a split line must add up to what comes back', () => {
  const line = lineOf();
  line.quantity = 3;
  line.reason = 'quality';
  line.split();
  for (const grading of line.gradings) grading.pick('A');
  expect([line.gradings.map(({ quantity }) => quantity), places(line)]).toEqual([[2, 1], []]);
  line.quantity = 2;
  expect([line.ungraded, places(line)]).toEqual([-1, ['line-1-gradings']]);
  line.unsplit(1);
  expect([line.isSplit, line.ungraded, places(line)]).toEqual([false, 0, []]);
});

test('what is missing is named in the order of the work', () => {
  const line = lineOf();
  line.quantity = undefined;
  expect(places(line)).toEqual(['line-1-quantity', 'line-1-reason', 'line-1-grading-0-grade']);
  line.quantity = 4;
  expect(lineProblems(line, { graded: false })[0]?.text).toBe('Only 3 can be returned');
  line.quantity = 1;
  line.reason = 'other';
  expect(places(line)).toEqual(['line-1-note', 'line-1-grading-0-grade']);
});

test('a line comes back from its draft as it was left', () => {
  const line = lineOf();
  line.quantity = 3;
  line.reason = 'quality';
  line.note = 'cracked';
  line.split();
  line.gradings[1]?.pick('C');
  const restored = lineOf();
  restored.restore(JSON.parse(JSON.stringify(line.content)));
  expect(restored.content).toEqual(line.content);
});
