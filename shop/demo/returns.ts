import { randomUUID } from 'node:crypto';
import type { Disposition, Grade, Locale } from '../../contract/values/words.ts';
import type { ActionContext } from '../context.ts';
import { inspectLines } from '../inspection/record.ts';
import { payableOf } from '../refunds/payable.ts';
import { refund } from '../refunds/record.ts';
import { tenderLimits } from '../refunds/tenders.ts';
import { Refused } from '../refused.ts';
import { closeReturn } from '../returns/decide.ts';
import { openReturn } from '../returns/open.ts';
import { receiveLines } from '../returns/receive-lines.ts';
import { inLanguage } from './goods.ts';

/** `turn` counts the returns, so that reasons, grades and stages take turns too. */
export type DemoSale = { readonly saleId: number; readonly turn: number };

/** A step of a made-up return: gets the return's id once it is open, gives it on. */
type DemoStep = (context: ActionContext, returnId: number | undefined) => number | Refused;

const reasons = [
  'quality',
  'does-not-fit',
  'not-as-described',
  'changed-mind',
  'damaged-in-transit',
  'wrong-item',
] as const;
const gradings: readonly { readonly grade: Grade; readonly disposition: Disposition; readonly lossPercent: number }[] =
  [
    { grade: 'A', disposition: 'resell', lossPercent: 0 },
    { grade: 'B', disposition: 'resell', lossPercent: 30 },
    { grade: 'C', disposition: 'scrap', lossPercent: 0 },
    { grade: 'A', disposition: 'resell', lossPercent: 0 },
  ];

/** The steps of one return: older ones are done, newer ones wait somewhere on their way. */
export function demoReturn(
  { saleId, turn }: DemoSale,
  { daysAgo, locale }: { daysAgo: number; locale: Locale },
): DemoStep[] {
  const toDo = daysAgo > 9 ? 5 : 1 + (turn % 4);
  return [
    open(saleId, turn, locale),
    step((context, returnId) => receiveLines(context, returnId, everyLine(context, returnId, 'requestedMilli'))),
    step((context, returnId) => inspectLines(context, returnId, graded(context, returnId, turn))),
    step(payAll),
    step((context, returnId) => {
      const closed = closeReturn(context, { id: randomUUID(), returnId });
      return closed instanceof Refused ? closed : undefined;
    }),
  ].slice(0, toDo);
}

function open(saleId: number, turn: number, locale: Locale): DemoStep {
  return (context) => {
    const [first] = context.store.sales.lines(saleId);
    if (!first) throw new Error(`sale ${saleId} has no lines`);
    const notes = [
      { zh: '线头脱开', en: 'A seam has come loose' },
      { zh: '包装已拆', en: 'Packing opened' },
    ];
    const note = notes[turn % 4];
    const opened = openReturn(context, {
      id: randomUUID(),
      saleId,
      channel: turn % 3 === 1 ? 'parcel' : 'counter',
      want: 'refund',
      lines: [
        {
          saleLineId: first.id,
          quantity: 1,
          reason: reasons[turn % reasons.length] ?? 'quality',
          ...(note && { note: inLanguage(locale, note) }),
        },
      ],
    });
    return opened instanceof Refused ? opened : opened.returnId;
  };
}

type Work = (context: ActionContext, returnId: number) => Refused | undefined;

function step(work: Work): DemoStep {
  return (context, returnId) => {
    if (returnId === undefined) throw new Error('a step before the return was opened');
    return work(context, returnId) ?? returnId;
  };
}

function everyLine({ store }: ActionContext, returnId: number, of: 'requestedMilli' | 'receivedMilli') {
  return store.returns.workLines(returnId).map((line) => ({ returnLineId: line.id, quantity: line[of] / 1000 }));
}

function graded(context: ActionContext, returnId: number, turn: number) {
  const { grade, disposition, lossPercent } = gradings[turn % gradings.length] ?? {
    grade: 'A',
    disposition: 'resell',
    lossPercent: 0,
  };
  return context.store.returns.workLines(returnId).map((line) => ({
    returnLineId: line.id,
    quantity: line.receivedMilli / 1000,
    grade,
    disposition,
    writeDownCents: Math.floor((line.receivedValueCents * lossPercent) / 100),
  }));
}

/** Pays what is owed the way the rule says: original tenders first. */
const payAll: Work = (context, returnId) => {
  const row = context.store.returns.head(returnId);
  if (!row) throw new Error(`no return ${returnId}`);
  const payable = payableOf(context, row);
  let leftCents = payable.totalCents;
  const payouts = tenderLimits(payable.totalCents, payable.originals, context.settings.fallbackTenders).flatMap(
    ({ tender, maxCents }) => {
      const amountCents = Math.min(leftCents, maxCents);
      leftCents -= amountCents;
      return amountCents > 0 ? [{ tender, amountCents }] : [];
    },
  );
  const done = refund(context, returnId, { payouts });
  return done instanceof Refused ? done : undefined;
};
