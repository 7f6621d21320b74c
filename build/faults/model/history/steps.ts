import type { ActionName } from '../rules/actions.ts';
import type { Return } from '../rules/books.ts';
import { milliOf } from '../rules/figures.ts';
import { type Asked, momentOf } from '../rules/perform.ts';
import { owedOn } from '../rules/refund.ts';
import { figuresOf, stageOf } from '../rules/sums.ts';
import { choosePayouts } from './payouts.ts';
import { gradingOf } from './returns.ts';
import { among, partOf, type World, weighed } from './world.ts';

const over = ['closed', 'rejected', 'cancelled'];

/** Mostly the step a return waits for, so that histories get somewhere. */
export function chooseAdvance(world: World): Asked {
  const { books } = world;
  const open = books.returns.filter(({ id }) => !over.includes(stageOf(books, id)));
  const found = among(world, open, 20);
  if (!found) return chooseMisfit(world);
  return stepOn(world, found, nextOf(world, found));
}

function nextOf(world: World, found: Return): ActionName {
  const stage = stageOf(world.books, found.id);
  const missing = found.lines.some(({ id, milli }) => figuresOf(world.books, id).receivedMilli < milli);
  const more = missing ? 60 : 2;
  if (stage === 'requested')
    return weighed(world, [
      [70, 'returns.approve'],
      [18, 'returns.reject'],
      [12, 'returns.cancel'],
    ]);
  if (stage === 'approved')
    return weighed(world, [
      [90, 'returns.receive'],
      [10, 'returns.cancel'],
    ]);
  if (stage === 'received')
    return weighed(world, [
      [200, 'inspection.record'],
      [more, 'returns.receive'],
      [40, 'refunds.record'],
    ]);
  if (stage === 'inspected')
    return weighed(world, [
      [300, 'refunds.record'],
      [more, 'returns.receive'],
      [20, 'returns.close'],
    ]);
  return weighed(world, [
    [30, 'returns.close'],
    [more, 'returns.receive'],
  ]);
}

const anyStep: readonly ActionName[] = [
  'returns.approve',
  'returns.reject',
  'returns.cancel',
  'returns.receive',
  'inspection.record',
  'refunds.record',
  'returns.close',
];

/** Any step on any return, fitting or not; on one that does not exist, too. */
export function chooseMisfit(world: World): Asked {
  const { random, books } = world;
  const found = random.percent(96) ? among(world, books.returns, 40) : undefined;
  return stepOn(world, found, random.pick(anyStep));
}

function stepOn(world: World, found: Return | undefined, name: ActionName): Asked {
  const { random } = world;
  const shared = { id: random.uuid(), returnId: found?.id ?? 90_000 };
  switch (name) {
    case 'returns.receive':
      return { name, input: { ...shared, lines: receivedLines(world, found) } };
    case 'inspection.record':
      return { name, input: { ...shared, lines: gradedLines(world, found) } };
    case 'refunds.record':
      return { name, input: { ...shared, payouts: payoutsFor(world, found) } };
    case 'returns.reject':
    case 'returns.cancel':
      return { name, input: { ...shared, why: 'as decided' } };
    default:
      return { name, input: { ...shared, ...(random.percent(30) && { note: 'as said' }) } };
  }
}

const strangeLine = { id: 70_000 };

function receivedLines(world: World, found: Return | undefined) {
  const { random, books } = world;
  const wanted = (found?.lines ?? []).filter(({ id, milli }) => figuresOf(books, id).receivedMilli < milli);
  const lines = wanted.length > 0 ? wanted.filter(() => random.percent(85)) : (found?.lines ?? []);
  const received = lines.map(({ id, milli }) => ({
    returnLineId: random.percent(99) ? id : strangeLine.id,
    quantity: partOf(world, milli - figuresOf(books, id).receivedMilli) / 1000,
  }));
  return received.length > 0 ? received : [{ returnLineId: found?.lines[0]?.id ?? strangeLine.id, quantity: 1 }];
}

function gradedLines(world: World, found: Return | undefined) {
  const { random, books } = world;
  const waiting = (found?.lines ?? []).map(({ id }) => {
    const { receivedMilli, inspectedMilli } = figuresOf(books, id);
    return { id, milli: receivedMilli - inspectedMilli };
  });
  const lines = waiting.filter(({ milli }) => milli > 0 && random.percent(90));
  const graded = lines.flatMap(({ id, milli }) => {
    const first = { returnLineId: random.percent(99) ? id : strangeLine.id, ...gradingOf(world, partOf(world, milli)) };
    const rest = milli - milliOf(first.quantity);
    return rest > 0 && random.percent(50) ? [first, { returnLineId: id, ...gradingOf(world, rest) }] : [first];
  });
  return graded.length > 0 ? graded : [{ returnLineId: waiting[0]?.id ?? strangeLine.id, ...gradingOf(world, 1000) }];
}

function payoutsFor(world: World, found: Return | undefined) {
  if (!found) return [];
  return choosePayouts(world, found.sale, owedOn(momentOf(world.books, world.now).books, found).totalCents);
}
