import type { Customer, Sale } from '../../../contract/api/sales.ts';
import type { Input } from '../../../contract/api.ts';
import { typedCustomer } from '../customers/typed-customer.ts';
import type { Settlement } from '../settlement/settlement.svelte.ts';
import type { Coming } from './coming.svelte.ts';
import type { CounterLine } from './counter-line.svelte.ts';
import type { Grading } from './grading.svelte.ts';
import { otherReason } from './reasons.ts';
import type { Visit } from './visit.ts';

/** What comes back, from which sale and from whom. */
export type WhatComes = {
  readonly sale: Sale | undefined;
  readonly lines: readonly CounterLine[];
  readonly visit: Visit;
  readonly customer: Customer | undefined;
};

/** Who brings it, where the receipt does not say it: as typed, else who brought the return before in this visit. */
export function customerInput(of: { sale: Sale | undefined; visit: Visit; typed: string }): Customer | undefined {
  const typed = of.typed.trim();
  if (of.sale?.customer) return undefined;
  if (!typed) return of.visit.customer;
  return typedCustomer(typed);
}

/**
 * What the policy is asked, nothing while nothing comes back. It is asked before everything is chosen, for the amount. What a note
 * says does not matter to it, only that `other` has one; so typing a note asks nothing anew. A number that cannot be is not asked
 * about: its field says so.
 */
export function judgeInput({ sale, lines, customer }: WhatComes): Input<'returns.judge'> | undefined {
  const fitting = lines.filter(({ quantityFits }) => quantityFits);
  if (fitting.length === 0) return undefined;
  const values = valuesOf(fitting);
  return {
    ...(sale && { saleId: sale.saleId }),
    ...(customer && { customer }),
    ...(values.length > 0 && { values }),
    lines: fitting.map((line) => ({
      ...itemOf(line),
      ...looksOf(line),
      ...(!line.unitIsForeign && unitOf(line)),
      quantity: line.quantity ?? 0,
      reason: line.reason ?? 'changed-mind',
      ...(line.reason === otherReason && { note: '…' }),
    })),
  };
}

export function openInput(id: string, comes: WhatComes, { channel, want, parcel }: Coming): Input<'returns.open'> {
  return { ...sharedInput(id, comes), ...parcel, channel, want, lines: comes.lines.map(askedLine) };
}

export type HowSettled = {
  readonly signing: Coming['signing'];
  readonly settlement: Settlement;
  /** The person's own yes; nothing when none is needed. */
  readonly approval: { readonly note: string } | undefined;
};

export function counterInput(
  id: string,
  comes: WhatComes,
  { signing, settlement, approval }: HowSettled,
): Input<'returns.counter'> {
  const note = approval?.note.trim();
  const values = comes.sale ? [] : valuesOf(comes.lines);
  return {
    ...sharedInput(id, comes),
    ...signing,
    channel: 'counter',
    want: settlement.way,
    ...(approval && { approve: { ...(note && { note }), ...(values.length > 0 && { values }) } }),
    lines: comes.lines.map((line) => ({
      ...askedLine(line),
      gradings: line.gradings.map((grading) => gradingInput(line, grading)),
    })),
    ...settlement.toInput(),
  };
}

function sharedInput(id: string, { sale, visit, customer }: WhatComes) {
  return { id, ...(sale && { saleId: sale.saleId }), ...(customer && { customer }), visit: visit.id };
}

function askedLine(line: CounterLine) {
  if (line.quantity === undefined || line.reason === undefined)
    throw new Error(`an unfinished line was to be sent: ${JSON.stringify(line.content)}`);
  const note = line.note.trim();
  return {
    ...itemOf(line),
    ...looksOf(line),
    ...unitOf(line),
    quantity: line.quantity,
    reason: line.reason,
    ...(note && { note }),
  };
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

function looksOf({ condition, missing }: CounterLine) {
  return { ...(condition && { condition }), ...(missing.length > 0 && { missing: [...missing] }) };
}

function unitOf({ unit, tracking }: CounterLine) {
  const code = unit.trim();
  if (!code || !tracking) return {};
  return tracking === 'serial' ? { serial: code } : { batch: code };
}

/** What is given for lines without a receipt; they are counted from 1. */
function valuesOf(lines: readonly CounterLine[]) {
  return lines.flatMap(({ sold, valueCents }, index) =>
    sold || valueCents === undefined ? [] : { line: index + 1, valueCents },
  );
}
