import { z } from 'zod';
import { actionIdSchema } from '../procedure.ts';
import { recordedDaySchema } from '../values/days.ts';
import { amountSchema } from '../values/money.ts';
import { quantitySchema } from '../values/quantity.ts';
import { channelSchema, conditionSchema, reasonSchema, wantSchema } from '../values/words.ts';
import { customerSchema, unitCodeSchema } from './sales.ts';

export const noteSchema = z.string().trim().max(1000);
export const whySchema = z.string().trim().min(1).max(1000);
const parcelTextSchema = z.string().trim().max(64);

export const openLineSchema = z.object({
  saleLineId: z.int().optional(),
  sku: z.string().trim().min(1).max(64).optional(),
  quantity: quantitySchema,
  reason: reasonSchema,
  note: noteSchema.optional(),
  condition: conditionSchema.optional(),
  /** Accessories that did not come along, by their names. */
  missing: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
  /** One line per serial number, of one unit. May be unknown until the goods are here. */
  serial: unitCodeSchema.optional(),
  batch: unitCodeSchema.optional(),
});

/** What the verdict depends on beside the lines. */
export const judgedShape = {
  saleId: z.int().optional(),
  day: recordedDaySchema.optional(),
  /** The day the customer signed for the goods; the sale’s own when left out. */
  signedOn: recordedDaySchema.optional(),
  want: wantSchema.optional(),
  customer: customerSchema.or(z.string().max(120)).optional(),
};

export const parcelShape = {
  courier: parcelTextSchema.optional(),
  waybill: parcelTextSchema.optional(),
  /** What the customer paid for the way back. */
  freightCents: amountSchema.optional(),
};

export const openShape = {
  id: actionIdSchema,
  ...judgedShape,
  ...parcelShape,
  channel: channelSchema,
  want: wantSchema,
  /** Returns of one visit at the counter bear the same mark. */
  visit: z.uuid().optional(),
};

/** A serial number that cannot come back: not sold here, back already, or not a line of its own. */
export const unitRefusals = ['serial-not-sold', 'serial-back-already', 'one-line-per-serial'] as const;

export const openRefusals = [
  'no-such-sale',
  'no-such-sale-line',
  'no-such-product',
  'no-such-reason',
  'note-needed',
  'line-needs-item',
  'over-sold-quantity',
  'return-before-sale',
  'day-in-future',
  'month-closed',
  ...unitRefusals,
] as const;

export const stepRefusals = ['no-such-return', 'wrong-stage', 'month-closed'] as const;

/** What is given for all units of a line without a receipt: with its tax, and how much of it is tax. */
const givenShape = { valueCents: amountSchema, taxCents: amountSchema.optional() };
export const valueSchema = z.object({ returnLineId: z.int(), ...givenShape });
/** The same for a line that is being opened, counted from 1. */
export const newValueSchema = z.object({ line: z.int().min(1), ...givenShape });
