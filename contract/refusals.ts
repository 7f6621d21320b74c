import { z } from 'zod';
import { centsSchema } from './values/money.ts';
import { permissionSchema } from './values/permissions.ts';
import { extraKindSchema, stageSchema, tenderSchema } from './values/words.ts';

const count = z.number();
const text = z.string();

/**
 * Every expected "no" of the shop and the data its sentence needs. The words are in `words/`; here are only facts.
 * Quantities are contract quantities, `line` counts from 1 as the person sees it.
 */
export const refusalData = {
  /** Any procedure may answer with these. */
  'not-allowed': z.object({ needs: permissionSchema }),
  'not-signed-in': z.object({}),
  'shop-cannot-open': z.object({
    why: z.enum([
      'foreign-file',
      'newer-file',
      'in-use',
      'read-only',
      'disk-full',
      'damaged',
      'altered',
      'no-access',
      'io-error',
      'network-share',
      'migration-failed',
      'program-altered',
    ]),
    path: text,
    detail: text.optional(),
  }),
  'cannot-write': z.object({
    why: z.enum(['disk-full', 'read-only', 'io-error']),
    path: text,
    /** What became of the action: looked up in the shop opened anew. `unknown` when it could not be opened. */
    happened: z.enum(['no', 'partly', 'unknown']),
  }),
  /** The clock is more than a month ahead of the last entry: somebody must say that it is right. */
  'clock-doubtful': z.object({ clockDay: text, lastDay: text }),
  'id-used': z.object({ id: text }),
  cancelled: z.object({}),

  'no-such-sale': z.object({ sale: text }),
  'no-such-sale-line': z.object({ line: count, saleLineId: count }),
  'no-such-return': z.object({ return: text }),
  'no-such-return-line': z.object({ line: count, returnLineId: count }),
  'no-such-payout': z.object({ payout: text }),
  'no-such-product': z.object({ sku: text }),
  'no-such-reason': z.object({ line: count, reason: text }),
  'note-needed': z.object({ line: count, reason: text }),
  'approval-needs-note': z.object({ number: text }),
  'number-used': z.object({ number: text }),
  'line-needs-item': z.object({ line: count }),

  'over-sold-quantity': z.object({ line: count, sku: text, sold: count, returned: count, asked: count }),
  'over-requested-quantity': z.object({ line: count, sku: text, requested: count, received: count, asked: count }),
  'over-received-quantity': z.object({ line: count, sku: text, received: count, inspected: count, asked: count }),
  'return-before-sale': z.object({ soldOn: text, returnedOn: text }),
  'day-in-future': z.object({ day: text, today: text }),
  'wrong-stage': z.object({ stage: stageSchema, step: text }),
  'needs-approval': z.object({ number: text }),
  'not-received': z.object({ number: text }),
  'not-inspected': z.object({ number: text }),
  'nothing-to-refund': z.object({ number: text }),
  'over-value': z.object({ line: count, valueCents: centsSchema, writeDownCents: centsSchema }),

  'over-paid-amount': z.object({ payableCents: centsSchema, askedCents: centsSchema }),
  'under-paid-amount': z.object({ payableCents: centsSchema, askedCents: centsSchema }),
  'over-tender': z.object({ tender: tenderSchema, maxCents: centsSchema, askedCents: centsSchema }),
  'tenders-not-total': z.object({ totalCents: centsSchema, tendersCents: centsSchema }),
  'already-voided': z.object({ payout: text }),
  'void-other-day': z.object({ payout: text, day: text }),
  'correct-same-day': z.object({ payout: text }),

  'not-enough-stock': z.object({ sku: text, have: count, asked: count }),
  'month-closed': z.object({ month: text }),
  'month-not-over': z.object({ month: text }),
  'month-has-problems': z.object({ month: text, problems: count }),
  'currency-in-use': z.object({ currency: text }),
  'shop-not-empty': z.object({}),
  'cost-already-known': z.object({ sku: text }),

  'serial-not-sold': z.object({ line: count, sku: text, serial: text }),
  'serial-needed': z.object({ line: count, sku: text }),
  'serial-back-already': z.object({ line: count, serial: text }),
  'one-line-per-serial': z.object({ line: count, sku: text }),
  'store-credit-only': z.object({ tenders: z.array(tenderSchema) }),
  'already-matched': z.object({ number: text }),
  'line-has-sale': z.object({ line: count, sku: text }),
  'line-has-value': z.object({ line: count, sku: text }),
  'line-does-not-fit': z.object({ line: count, sku: text }),
  'photo-not-readable': z.object({ path: text, why: z.enum(['not-a-picture', 'too-large', 'missing', 'altered']) }),
  'no-such-photo': z.object({ photo: count }),
  'check-needs-note': z.object({ line: count, question: text }),
  'no-such-ticket': z.object({ ticket: text }),
  'ticket-ended': z.object({ ticket: text }),
  'no-such-supplier': z.object({ supplier: text }),
  'no-such-claim': z.object({ claim: text }),
  'claim-closed': z.object({ claim: text }),
  'over-claimable-quantity': z.object({ line: count, sku: text, have: count, asked: count }),
  'no-such-credit': z.object({ code: text }),
  'credit-expired': z.object({ code: text, day: text }),
  'credit-not-expired': z.object({ code: text }),
  'over-credit-balance': z.object({ code: text, balanceCents: centsSchema, askedCents: centsSchema }),
  'credit-used': z.object({ code: text, usedCents: centsSchema }),
  'credit-empty': z.object({ code: text }),
  'over-fee': z.object({ maxCents: centsSchema, askedCents: centsSchema }),
  'over-delivery': z.object({ maxCents: centsSchema, askedCents: centsSchema }),
  'extra-needs-note': z.object({ kind: extraKindSchema }),
  'exchange-stays': z.object({ payout: text }),
  'goods-must-come': z.object({ number: text }),
  'policy-in-past': z.object({ day: text, today: text }),
  'number-needed': z.object({ status: text }),
  'name-used': z.object({ name: text }),
  'customer-nameless': z.object({}),
  'no-such-customer': z.object({ customer: text }),

  'no-such-file': z.object({ path: text }),
  'file-not-readable': z.object({
    path: text,
    why: z.enum([
      'encoding',
      'too-large',
      'empty',
      'not-text',
      'gzip',
      'workbook',
      'archive',
      'bomb',
      'protected',
      'too-wide',
    ]),
  }),
  'no-such-sheet': z.object({ sheet: text, sheets: z.array(text) }),
  'no-such-mapping': z.object({ name: text }),
  'no-such-import': z.object({ import: count }),
  'import-undone': z.object({ import: count }),
  /** What refers to it: the numbers of some. */
  'import-in-use': z.object({ by: z.array(text) }),
  'no-such-receipt': z.object({ number: text }),
  'receipt-voided': z.object({ number: text }),
  /** What is left of it no longer stands at what it came in at: some was sold at an average, or its cost was set since. */
  'receipt-mixed': z.object({ number: text, sku: text }),
  'stock-opened-before': z.object({ line: count, sku: text }),
  'unit-here-already': z.object({ line: count, sku: text, code: text }),
  'units-do-not-fit': z.object({ line: count, sku: text }),
  'expiry-needed': z.object({ line: count, sku: text, batch: text }),
  'barcode-used': z.object({ code: text, sku: text }),
  'expiry-needs-batch': z.object({ sku: text }),
  'min-over-max': z.object({ sku: text }),
  'no-such-stocktake': z.object({ number: text }),
  'stocktake-ended': z.object({ number: text }),
  'stocktake-not-counted': z.object({ number: text }),
  'not-in-scope': z.object({ line: count, sku: text }),
  'reason-needed': z.object({ sku: text }),
  /** What lies in the returns area or on the repair bench belongs to a return, unit by unit. */
  'goods-of-cases': z.object({ sku: text, place: z.enum(['returns', 'repair']) }),
  'count-below-zero': z.object({ line: count, sku: text, counted: count }),
  'columns-unknown': z.object({ missing: z.array(text), columns: z.array(text) }),
  'backup-not-whole': z.object({
    path: text,
    why: z.enum(['damaged', 'foreign-file', 'newer-file', 'altered', 'hash-differs']),
  }),
  'export-not-whole': z.object({
    path: text,
    why: z.enum(['no-manifest', 'file-missing', 'hash-differs', 'rows-do-not-fit', 'other-version']),
  }),
  'fingerprint-too-short': z.object({ least: count }),
  'shop-busy': z.object({ with: text }),
  'folder-not-writable': z.object({ path: text }),
  /** Accounts that the format needs and the accountant's chart does not have under that code. */
  'accounts-not-mapped': z.object({ accounts: z.array(text) }),
  'voucher-columns-missing': z.object({ missing: z.array(text) }),
  'not-a-chart': z.object({ columns: z.array(text) }),
  'not-a-wallet-bill': z.object({ path: text }),
  'no-such-wallet-line': z.object({ walletLineId: count }),
  'wallet-line-tied': z.object({ reference: text, payout: text }),
  'wallet-line-not-tied': z.object({ reference: text }),
  'payout-tied': z.object({ payout: text, reference: text }),
  /** The payout went another way, or is of another amount. */
  'wallet-differs': z.object({ payout: text, reference: text, payoutCents: centsSchema, billCents: centsSchema }),
  'note-for-difference': z.object({ differenceCents: centsSchema }),
  'no-such-credit-note': z.object({ number: text }),
  /** The item's known cost times the quantity is more than any line of a small shop. */
  'amount-too-large': z.object({ line: count, sku: text, unitCost: text }),
  /** Also when there is nobody of that name: who guesses learns nothing. */
  'pin-wrong': z.object({}),
  'pin-wait': z.object({ seconds: count }),
  'pin-too-simple': z.object({ least: count }),
  /** The PIN of the person signed in has to be given again just before. */
  'pin-needed': z.object({}),
  'no-such-person': z.object({ name: text }),
  'no-such-role': z.object({ role: text }),
  'owner-first': z.object({}),
  'owner-stays': z.object({}),
  'last-owner': z.object({ name: text }),
  /** The person who took it in, or paid it, cannot be the one who decides; somebody else has to agree by PIN. */
  'other-person-needed': z.object({ person: text }),
  'over-limit': z.object({ per: z.enum(['sale', 'day']), limitCents: centsSchema, wouldBeCents: centsSchema }),
} as const;

export type RefusalCode = keyof typeof refusalData;
export type RefusalData<Code extends RefusalCode> = z.infer<(typeof refusalData)[Code]>;

/** An expected "no": a code and its facts, never a sentence. */
export type Refusal<Code extends RefusalCode = RefusalCode> = {
  [C in Code]: { readonly code: C; readonly data: RefusalData<C> };
}[Code];

/** Refusals that every procedure may answer with, beside its own. */
export const commonRefusals = [
  'not-allowed',
  'not-signed-in',
  'shop-cannot-open',
  'cannot-write',
  'clock-doubtful',
  'id-used',
  'cancelled',
] as const;
export type CommonRefusal = (typeof commonRefusals)[number];
