import type { DrawerMoveKind } from '../../contract/api/drawer.ts';
import type { AccountRole } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { type EntryLine, postEntry } from '../money/post.ts';
import { refuseClosedMonth } from '../months/open-month.ts';
import { nextNumber } from '../numbers.ts';
import { viewMove } from './view.ts';

type Posted = { readonly debit: AccountRole; readonly credit: AccountRole };

/** Takings are sales of a till elsewhere, and are booked there. */
const posted: Readonly<Record<DrawerMoveKind, Posted | undefined>> = {
  'put-in': { debit: 'cash', credit: 'owner' },
  'taken-out': { debit: 'owner', credit: 'cash' },
  'to-bank': { debit: 'bank', credit: 'cash' },
  'from-bank': { debit: 'cash', credit: 'bank' },
  takings: undefined,
};

/** Whoever books the shop's sales books these too: here where `booksSales` is on, elsewhere where it is not. */
export const moveCash: ActionHandler<'drawer.move'> = (context, { kind, amountCents, note }) => {
  const { store, today, now, person } = context;
  const closed = refuseClosedMonth(context, today);
  if (closed) return closed;
  const sides = booksHere(context) ? posted[kind] : undefined;
  const row = {
    number: nextNumber(context, 'D', today),
    day: today,
    kind,
    cents: amountCents,
    booked: sides ? 1 : 0,
    note: note || null,
    at: now,
    person,
  };
  store.facts.add('drawerMoves', row);
  if (sides) {
    const lines: EntryLine[] = [
      { role: sides.debit, debitCents: amountCents },
      { role: sides.credit, creditCents: amountCents },
    ];
    postEntry(context, { kind: 'drawer-move', document: row.number, day: today, lines });
  }
  return viewMove(row);
};

function booksHere({ settings, today }: ActionContext): boolean {
  return settings.booksSales && today >= settings.openingDay;
}
