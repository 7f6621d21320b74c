import { z } from 'zod';
import { procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { amountSchema } from '../values/money.ts';
import { folderOrNoneSchema } from '../values/paths.ts';
import { accountRoleSchema, chartSchema, localeSchema, reasonSchema, tenderSchema } from '../values/words.ts';
import { messageTemplateSchema } from './messages.ts';
import { documentLayoutSchema, printerChoiceSchema } from './paper.ts';

const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};
const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);

const percentSchema = z.number().min(0).max(100);

export const accountSchema = z.object({
  role: accountRoleSchema,
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(80),
});
export type Account = z.infer<typeof accountSchema>;

/** What a column of the shop's own voucher file holds. */
export const voucherFields = [
  'date',
  'month',
  'word',
  'number',
  'line',
  'attachments',
  'summary',
  'account-code',
  'account-name',
  'debit',
  'credit',
  'maker',
  'document',
  'currency',
  'empty',
] as const;

/** `HH:MM` on the shop's clock. */
const hourSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const settingsSchema = z.object({
  /** Empty until the first start has been answered. */
  shopName: z.string().trim().max(80),
  address: z.string().trim().max(200),
  phone: z.string().trim().max(40),
  currency: z.string().refine(isCurrency, { params: { rule: 'currency' } }),
  locale: localeSchema,
  timeZone: z.string().refine(isTimeZone, { params: { rule: 'time-zone' } }),
  chart: chartSchema,
  /** Codes and names that differ from the chart's own. */
  accounts: z.array(accountSchema).max(60),
  /** Whether sales recorded here are posted to stock and journal too (DESIGN §5). */
  booksSales: z.boolean(),
  /** The first day of the stock book: sales from before it are history. */
  openingDay: daySchema,
  /** Days after the sale within which goods are taken back for any reason. */
  returnWindowDays: z.int().min(0).max(3650),
  /** Days after the sale within which faults are taken back. */
  faultWindowDays: z.int().min(0).max(3650),
  /** Hours until a step is overdue. */
  dueHours: z.object({
    review: z.int().min(1).max(2160),
    receive: z.int().min(1).max(2160),
    inspect: z.int().min(1).max(2160),
    refund: z.int().min(1).max(2160),
  }),
  /** Days until a new store credit expires; 0 for never. */
  storeCreditDays: z.int().min(0).max(3650),
  /** How money goes back beyond what the original tenders can take, first choice first. */
  fallbackTenders: z
    .array(tenderSchema.exclude(['store-credit']))
    .min(1)
    .max(6),
  /** Reasons beside the default ones. */
  reasons: z
    .array(
      z.object({
        code: reasonSchema,
        zh: z.string().trim().min(1).max(40),
        en: z.string().trim().min(1).max(40),
        fault: z.boolean(),
      }),
    )
    .max(40),
  /** Printed under every slip. */
  policyText: z.string().max(2000),
  /** Where every backup is copied to as well, such as a USB stick; empty for nowhere. */
  secondBackupFolder: folderOrNoneSchema,
  /** Questions of the inspection bench by category; the empty category is for all that have none of their own. */
  checklists: z
    .array(
      z.object({
        category: z.string().trim().max(60),
        questions: z
          .array(z.object({ zh: z.string().trim().max(200), en: z.string().trim().max(200) }))
          .min(1)
          .max(30),
      }),
    )
    .max(60),
  /** What goods of a grade sell for, in percent of the price of new ones. */
  gradePercent: z.object({ A: percentSchema, B: percentSchema, C: percentSchema }),
  /** What goods lose by lying about: so much a month once that many days have passed since the sale. */
  ageing: z.object({ afterDays: z.int().min(0).max(3650), percentPerMonth: percentSchema }),
  /** What a repair usually costs, by category; the empty category is for all others. */
  repairCosts: z.array(z.object({ category: z.string().trim().max(60), cents: amountSchema })).max(60),
  /** What suppliers usually pay of the cost. */
  supplierPercent: percentSchema,
  /** Opened goods that are sold again get a code of their own unless a person says otherwise. */
  makeTwins: z.boolean(),
  /** Hours until a repair is overdue. */
  repairDueHours: z.int().min(1).max(8760),
  /** Who brings things back often: so many returns within so many days, or so many in a hundred of what was bought. */
  frequentReturns: z.object({
    count: z.int().min(1).max(1000),
    days: z.int().min(1).max(3650),
    ratePercent: z.int().min(1).max(1000),
  }),
  /** What customers are told, where the shop says it in words of its own. */
  messageTemplates: z.array(messageTemplateSchema).max(40),
  /** Whether the desktop says so when something becomes overdue. */
  notifications: z.boolean(),
  /** How each document is laid out where it differs from the program's own way. */
  documentLayouts: z.array(documentLayoutSchema).max(40),
  /** Which printer takes what. */
  printers: z.array(printerChoiceSchema).max(200),
  /** The picture at the head of every sheet, by the SHA-256 of its bytes. `paper.setLogo` sets it. */
  logo: z.object({ sha256: z.string().length(64), type: z.enum(['image/jpeg', 'image/png', 'image/webp']) }).nullable(),
  /** How entries become the accountant's vouchers. */
  vouchers: z.object({
    /** 凭证字 */
    word: z.string().trim().min(1).max(4),
    /** One voucher for each entry, or one for the entries of a day or the month that post the same. */
    per: z.enum(['entry', 'day', 'month']),
    /** What is taken back: negative on its own side, or on the other side. */
    red: z.enum(['negative', 'swapped']),
    /** 制单 */
    maker: z.string().trim().max(40),
    encoding: z.enum(['utf-8', 'gb18030']),
  }),
  /** The shop's own voucher file, for programs whose columns are not known: what stands over each column, and what is in it. */
  voucherColumns: z.array(z.object({ heading: z.string().trim().max(60), field: z.enum(voucherFields) })).max(60),
  /** A payout of more asks for the PIN once more; never where there is none. */
  pinAboveCents: amountSchema.nullable(),
  /** Minutes without a hand on mouse or keyboard until the desk locks itself; 0 for never. */
  lockMinutes: z.int().min(0).max(480),
  /** When the shop is open: what is done at another hour is looked at twice. */
  openHours: z.object({ from: hourSchema, to: hourSchema }).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  textPercent: z.union([z.literal(90), z.literal(100), z.literal(110), z.literal(125), z.literal(150)]),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What is of the desk and whoever works at it, and no rule of the shop. */
export const deskSettings = { locale: true, theme: true, textPercent: true, printers: true } as const;

export const settingsApi = {
  'settings.get': procedure({
    about: 'The settings of the shop.',
    kind: 'read',
    needs: 'open',
    input: z.object({}),
    output: settingsSchema,
    refusals: [],
  }),
  'settings.set': procedure({
    about: 'Changes the settings named and leaves the others as they are.',
    kind: 'action',
    needs: 'shop',
    input: settingsSchema.omit({ logo: true }).partial(),
    output: settingsSchema,
    refusals: ['currency-in-use'],
  }),
  'settings.setDesk': procedure({
    about: 'Changes how the program looks and prints at this desk, which anybody who works at it may.',
    kind: 'action',
    needs: 'everyone',
    input: settingsSchema.pick(deskSettings).partial(),
    output: settingsSchema,
    refusals: [],
  }),
  'settings.accounts': procedure({
    about: 'The accounts the journal posts to: the chart with the shop’s own codes and names laid over it.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({ accounts: z.array(accountSchema) }),
    refusals: [],
  }),
};
