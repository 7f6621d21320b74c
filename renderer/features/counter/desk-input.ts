import type { Input } from '../../../contract/api.ts';
import type { Channel } from '../../../contract/values/words.ts';
import type { Settlement } from '../settlement/settlement.svelte.ts';
import type { CounterLine, Grading } from './counter-line.svelte.ts';
import { otherReason } from './reasons.ts';

type Lines = readonly CounterLine[];

/**
 * What the policy is asked, nothing while nothing comes back. It is asked before everything is chosen, for the amount. What a note
 * says does not matter to it, only that `other` has one; so typing a note asks nothing anew.
 */
export function judgeInput(saleId: number, lines: Lines): Input<'returns.judge'> | undefined {
  const fitting = lines.filter(({ quantityFits }) => quantityFits);
  if (fitting.length === 0) return undefined;
  return {
    saleId,
    lines: fitting.map((line) => ({
      ...itemOf(line),
      quantity: line.quantity ?? 0,
      reason: line.reason ?? 'changed-mind',
      ...(line.reason === otherReason && { note: '…' }),
    })),
  };
}

export function openInput(id: string, { saleId, lines, channel }: { saleId?: number; lines: Lines; channel: Channel }) {
  return {
    id,
    ...(saleId !== undefined && { saleId }),
    channel,
    want: 'refund',
    lines: lines.map(askedLine),
  } as const satisfies Input<'returns.open'>;
}

export type WholeReturn = {
  readonly saleId: number;
  readonly lines: Lines;
  readonly settlement: Settlement;
  /** The person's own yes; nothing when none is needed. */
  readonly approval: { readonly note: string } | undefined;
};

export function counterInput(
  id: string,
  { saleId, lines, settlement, approval }: WholeReturn,
): Input<'returns.counter'> {
  const note = approval?.note.trim();
  return {
    ...openInput(id, { saleId, lines, channel: 'counter' }),
    want: settlement.way,
    ...(approval && { approve: note ? { note } : {} }),
    lines: lines.map((line) => ({
      ...askedLine(line),
      gradings: line.gradings.map((grading) => gradingInput(line, grading)),
    })),
    ...settlement.toInput(),
  };
}

function askedLine(line: CounterLine) {
  if (line.quantity === undefined || line.reason === undefined)
    throw new Error(`an unfinished line was to be sent: ${JSON.stringify(line.content)}`);
  const note = line.note.trim();
  return { ...itemOf(line), quantity: line.quantity, reason: line.reason, ...(note && { note }) };
}

function gradingInput(line: CounterLine, grading: Grading) {
  const { content } = grading;
  const quantity = line.unitsOf(grading);
  if (!content.grade || !content.disposition || quantity === undefined)
    throw new Error(`an unfinished grade was to be sent: ${JSON.stringify(content)}`);
  return { ...content, quantity, grade: content.grade, disposition: content.disposition };
}

function itemOf({ sold, sku }: CounterLine) {
  return sold ? { saleLineId: sold.saleLineId } : { sku };
}
