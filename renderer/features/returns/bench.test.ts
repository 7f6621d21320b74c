import { expect, test } from 'vitest';
import { returnLine } from '../../../fixtures/returns.ts';
import { Bench } from './bench.svelte.ts';

const cups = returnLine({ receivedQuantity: 3 });
const pot = returnLine({ returnLineId: 2, sku: 'POT', name: 'Pot', quantity: 1, receivedQuantity: 1 });
const done = returnLine({ returnLineId: 3, receivedQuantity: 1, inspectedQuantity: 1 });

test('only what was received and not inspected lies on the bench', () => {
  const half = returnLine({ returnLineId: 4, receivedQuantity: 3, inspectedQuantity: 1 });
  expect(new Bench({ lines: [done, half] }).lines.map(({ open }) => open)).toEqual([2]);
});

test('a grade suggests where the goods go', () => {
  const bench = new Bench({ lines: [cups] });
  const ways = (['A', 'B', 'C'] as const).map((grade) => {
    bench.pick({ grade });
    return bench.grading?.disposition;
  });
  expect(ways).toEqual(['resell', 'resell', 'scrap']);
});

test('one line is split over three gradings', () => {
  const bench = new Bench({ lines: [cups] });
  bench.pick({ grade: 'A' });
  bench.split();
  bench.pick({ grade: 'B' });
  if (bench.grading) bench.grading.writeDownCents = 300;
  bench.split();
  bench.pick({ grade: 'C' });
  if (bench.grading) bench.grading.note = ' cracked ';
  expect(bench.toLines()).toEqual([
    { returnLineId: 1, quantity: 1, grade: 'A', disposition: 'resell' },
    { returnLineId: 1, quantity: 1, grade: 'B', disposition: 'resell', writeDownCents: 300 },
    { returnLineId: 1, quantity: 1, grade: 'C', disposition: 'scrap', note: 'cracked' },
  ]);
});

test('splitting takes the rest, or one unit where nothing is left over', () => {
  const bench = new Bench({ lines: [cups] });
  const quantities = () => bench.current?.gradings.map(({ quantity }) => quantity);
  bench.split();
  expect(quantities()).toEqual([2, 1]);
  bench.split();
  expect(quantities()).toEqual([1, 1, 1]);
  bench.split();
  expect(quantities()).toEqual([1, 1, 1]);
  bench.remove(2);
  bench.remove(1);
  bench.split();
  expect(quantities()).toEqual([1, 2]);
});

test('more than what waits is not sent; less leaves the rest for later', () => {
  const bench = new Bench({ lines: [cups] });
  bench.pick({ grade: 'A' });
  if (bench.grading) bench.grading.quantity = 4;
  expect([bench.over, bench.toLines()]).toEqual([true, undefined]);
  if (bench.grading) bench.grading.quantity = 2;
  expect([bench.over, bench.current?.left, bench.toLines()?.length]).toEqual([false, 1, 1]);
});

test('nothing graded is said, and forgotten with the first grade', () => {
  const bench = new Bench({ lines: [cups, pot] });
  expect([bench.toLines(), bench.nothing]).toEqual([undefined, true]);
  bench.pick({ grade: 'A' });
  expect(bench.nothing).toBe(false);
});

test('scrap and sending back take the whole value, so no write-down goes along', () => {
  const bench = new Bench({ lines: [pot] });
  bench.pick({ grade: 'B' });
  if (bench.grading) bench.grading.writeDownCents = 500;
  bench.pick({ disposition: 'send-back' });
  expect(bench.toLines()).toEqual([{ returnLineId: 2, quantity: 1, grade: 'B', disposition: 'send-back' }]);
});

test('a scanned code takes its line in hand, and its letters change no grade', () => {
  let nowMs = 0;
  const bench = new Bench({ lines: [cups, pot] }, [], () => nowMs);
  bench.pick({ grade: 'B' });
  nowMs += 5000;
  bench.pick({ grade: 'C' });
  bench.pick({ grade: 'A' });
  nowMs += 40;
  expect([bench.scan('POT'), bench.at, bench.lines[0]?.gradings[0]?.grade]).toEqual([true, 1, 'B']);
  expect([bench.scan('NOT'), bench.at]).toEqual([false, 1]);
});

test('an unfinished inspection comes back as it was', () => {
  const bench = new Bench({ lines: [cups, pot] });
  bench.pick({ grade: 'A' });
  bench.split();
  const again = new Bench({ lines: [cups, pot] }, JSON.parse(JSON.stringify(bench.keep())));
  expect(again.keep()).toEqual(bench.keep());
});

test('a refusal takes the grading it is about in hand', () => {
  const bench = new Bench({ lines: [cups, pot] });
  bench.goTo(1);
  bench.pick({ grade: 'B' });
  bench.toLines();
  bench.goTo(0);
  const data = { line: 1, valueCents: 800, writeDownCents: 900 };
  bench.takeInHand({ kind: 'refused', refusal: { code: 'over-value', data } });
  expect(bench.at).toBe(1);
});

test('keys answer the checklist one question after the other, and a “no” stays for its note', () => {
  const bench = new Bench({ lines: [pot] });
  bench.grading?.checks.ask(['box whole', 'all parts', 'works']);
  bench.answer(true);
  bench.answer(false);
  expect([bench.grading?.checks.at, bench.grading?.checks.unexplained]).toEqual([1, true]);
  bench.grading?.checks.goOn();
  bench.answer(true);
  expect(bench.grading?.checks.toAnswers()).toEqual([
    { question: 'box whole', ok: true },
    { question: 'all parts', ok: false },
    { question: 'works', ok: true },
  ]);
});

test('a “no” without a note is not sent, and is taken in hand', () => {
  const bench = new Bench({ lines: [cups, pot] });
  bench.goTo(1);
  bench.grading?.checks.ask(['works']);
  bench.answer(false);
  bench.pick({ grade: 'C' });
  bench.goTo(0);
  expect([bench.toLines(), bench.unexplained, bench.at]).toEqual([undefined, true, 1]);
  const [check] = bench.grading?.checks.list ?? [];
  if (check) check.note = ' dead ';
  expect(bench.toLines()).toMatchObject([{ checklist: [{ question: 'works', ok: false, note: 'dead' }] }]);
});

test('answers that a scan gave by its letters are taken back', () => {
  let nowMs = 0;
  const bench = new Bench({ lines: [cups, pot] }, [], () => nowMs);
  bench.grading?.checks.ask(['works']);
  nowMs += 5000;
  bench.answer(true);
  nowMs += 40;
  bench.scan('POT');
  expect(bench.lines[0]?.gradings[0]?.checks.answered).toEqual([]);
});

test('fault and twin go along only where they mean something', () => {
  const bench = new Bench({ lines: [pot] });
  bench.pick({ grade: 'B' });
  const { grading } = bench;
  if (grading) {
    grading.fault = 'handle loose';
    grading.twin.flaw = 'scratched';
  }
  expect(bench.toLines()).toEqual([
    { returnLineId: 2, quantity: 1, grade: 'B', disposition: 'resell', twin: { flaw: 'scratched' } },
  ]);
  bench.pick({ disposition: 'repair' });
  expect(bench.toLines()).toEqual([
    { returnLineId: 2, quantity: 1, grade: 'B', disposition: 'repair', fault: 'handle loose' },
  ]);
});

test('a suggestion goes along with the grade it was made for', () => {
  const suggestion = { options: [], best: 'resell', ageingDays: 3 } as const;
  const bench = new Bench({ lines: [pot] });
  bench.pick({ grade: 'B' });
  if (bench.grading) bench.grading.suggestion = { ...suggestion, options: [] };
  expect(bench.toLines()).toMatchObject([{ suggestion }]);
  bench.pick({ grade: 'C' });
  expect(bench.toLines()?.[0]).not.toHaveProperty('suggestion');
});
