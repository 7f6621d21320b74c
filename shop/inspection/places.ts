import type { Disposition, Place } from '../../contract/values/words.ts';
import type { ActionContext } from '../context.ts';
import { moveStock } from '../stock/move.ts';

/** Where each disposition takes the goods. */
const placeOf: Record<Disposition, Place> = {
  resell: 'shelf',
  repair: 'repair',
  scrap: 'scrapped',
  supplier: 'supplier-shelf',
  'send-back': 'customer',
};

/** The goods leave the shop with all they are worth. */
export function losesAll(disposition: Disposition): boolean {
  return disposition === 'scrap' || disposition === 'send-back';
}

export type Leaving = {
  readonly from: Place;
  readonly disposition: Disposition;
  readonly productId: number;
  /** The product they become, if they are sold again as opened. */
  readonly twinId: number | undefined;
  readonly milli: number;
  readonly unknownMilli: number;
  /** At cost, and how much of it is written down. */
  readonly valueCents: number;
  readonly writeDownCents: number;
  readonly document: string;
};

/** Moves goods where it was said they go. Goods that become another product pass `regraded`: out as the one, in as the other. */
export function moveOnward(context: ActionContext, leaving: Leaving): void {
  const { from, disposition, productId, twinId, milli, unknownMilli, valueCents, writeDownCents, document } = leaving;
  const to = placeOf[disposition];
  const arrivesCents = losesAll(disposition) ? 0 : valueCents - writeDownCents;
  const move = { quantityMilli: milli, unknownMilli, document, day: context.today };
  if (twinId === undefined) {
    moveStock(context, { ...move, productId, from, to, fromValueCents: valueCents, toValueCents: arrivesCents });
    return;
  }
  moveStock(context, { ...move, productId, from, to: 'regraded', fromValueCents: valueCents, toValueCents: 0 });
  moveStock(context, {
    ...move,
    productId: twinId,
    from: 'regraded',
    to,
    fromValueCents: 0,
    toValueCents: arrivesCents,
  });
}
