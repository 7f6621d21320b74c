import type { Day } from '../../contract/values/days.ts';
import { asCents } from '../../contract/values/money.ts';
import { asMilli } from '../../contract/values/quantity.ts';
import type { Place } from '../../contract/values/words.ts';
import type { ActionContext } from '../context.ts';

export type Move = {
  readonly productId: number;
  readonly from: Place;
  readonly to: Place;
  readonly quantityMilli: number;
  /** Units among them at a cost nobody knows. */
  readonly unknownMilli: number;
  /** At cost: what leaves a physical place, and what arrives at one. Zero for places that carry no value. */
  readonly fromValueCents: number;
  readonly toValueCents: number;
  readonly document: string;
  readonly day: Day;
};

/**
 * Moves goods: one row in the book, from which SQL makes both balances; it refuses what would take a physical place below zero.
 * The caller posts the entry for the difference in value.
 */
export function moveStock(context: ActionContext, move: Move): void {
  context.store.facts.add('stockMoves', {
    day: move.day,
    at: context.now,
    productId: move.productId,
    fromPlace: move.from,
    toPlace: move.to,
    quantityMilli: asMilli(move.quantityMilli),
    unknownMilli: asMilli(move.unknownMilli),
    fromValueCents: asCents(move.fromValueCents),
    toValueCents: asCents(move.toValueCents),
    document: move.document,
  });
}

/**
 * Gives units of one place whose cost was unknown a value. A move of no quantity: `unknownMilli` are the units known from now on.
 */
export function revalue(
  context: ActionContext,
  revaluation: {
    readonly productId: number;
    readonly place: Place;
    readonly knownMilli: number;
    readonly valueCents: number;
    readonly document: string;
    readonly day: Day;
  },
): void {
  const { productId, place, knownMilli, valueCents, document, day } = revaluation;
  context.store.facts.add('stockMoves', {
    day,
    at: context.now,
    productId,
    fromPlace: place,
    toPlace: place,
    quantityMilli: 0,
    unknownMilli: asMilli(knownMilli),
    fromValueCents: 0,
    toValueCents: asCents(valueCents),
    document,
  });
}
