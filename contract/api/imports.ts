import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { centsSchema } from '../values/money.ts';
import { pathSchema } from '../values/paths.ts';
import { quantitySchema } from '../values/quantity.ts';
import { allImportFields, importKinds } from './import-fields.ts';

const importKindSchema = z.enum(importKinds);
const fieldSchema = z.enum(allImportFields);

/** Why a row, or a field of it, was not stored. */
const rowProblemCodes = [
  'field-empty',
  'not-a-number',
  'not-a-date',
  'not-a-price',
  'too-many-decimals',
  'digits-lost',
  'too-long',
  'zero-quantity',
  'wrong-cell-count',
  'changed-since',
  'in-part-refused',
  'text-damaged',
  'not-a-word',
  'number-twice',
  'no-such-product',
  'no-such-sale',
  'stock-opened-before',
  'status-unknown',
  'not-paid',
  'not-decided-yet',
  'formula-without-value',
  'below-zero',
  'barcode-used',
  'expiry-needs-batch',
  'min-over-max',
  'units-do-not-fit',
  'unit-here-already',
  'expiry-needed',
  'month-closed',
  'day-in-future',
] as const;
export const rowProblemSchema = z.object({
  row: z.int().describe('Counts from 1 at the first row of data.'),
  field: fieldSchema.optional(),
  code: z.enum(rowProblemCodes),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** Which column each field is taken from, by the column's heading. An empty heading means none. */
export const mappingSchema = z.partialRecord(fieldSchema, z.string());
export type ImportMapping = z.infer<typeof mappingSchema>;

const mappingNameSchema = z.string().trim().min(1).max(60);

/** The file, and how it is to be understood; what is left out is guessed. */
const fileInput = {
  path: pathSchema,
  /** Of a workbook; its first sheet with rows when left out. */
  sheet: z.string().max(120).optional(),
  profile: z.string().max(60).optional(),
  mapping: mappingSchema.optional(),
  /** For sales: the platform's own list of whole orders that belongs to these lines. It says who bought, what was paid and how it was sent. */
  orders: pathSchema.optional(),
};

/** How many of each were stored, or would be. */
export const storedSchema = z.object({
  sales: z.int(),
  saleLines: z.int(),
  products: z.int(),
  customers: z.int(),
  returns: z.int(),
  returnLines: z.int(),
  stockAdjustments: z.int(),
  suppliers: z.int(),
  goodsReceipts: z.int(),
  goodsReceiptLines: z.int(),
  /** Items, customers and suppliers that were there and are changed. */
  changed: z.int(),
  /** Sales of which the file says that money was given back. */
  refundedSales: z.int(),
  /** Sales that were there and whose status is another now. */
  statuses: z.int(),
});
export type StoredCounts = z.infer<typeof storedSchema>;

const importedSchema = z.object({
  importId: z.int(),
  kind: importKindSchema,
  fileName: z.string(),
  profile: z.string(),
  at: z.string(),
  rowsRead: z.int(),
  rowsStored: z.int(),
  rowsRefused: z.int(),
  stored: storedSchema.partial(),
  /** When the whole was taken back. */
  undoneAt: z.string().optional(),
});
export type Imported = z.infer<typeof importedSchema>;

export const importsApi = {
  'imports.preview': procedure({
    about:
      'Looks into a file (CSV, TSV or text, plain or gzip, or an XLSX workbook): what it holds, encoding, columns, a guess of what they mean, what its first rows would become, and their problems.',
    kind: 'long-read',
    needs: 'imports',
    input: z.object({ ...fileInput, kind: importKindSchema.optional() }),
    output: z.object({
      /** As asked for, else as its columns say. */
      kind: importKindSchema,
      profile: z.string(),
      wallet: z
        .enum(['wechat', 'alipay'])
        .optional()
        .describe('It is a bill of that wallet, which `wallets.read` reads.'),
      encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'xlsx']),
      sheets: z.array(z.string()),
      sheet: z.string().optional(),
      columns: z.array(z.string()),
      mapping: mappingSchema,
      /** The first rows as they stand. */
      sample: z.array(z.record(z.string(), z.string())),
      /** What each of the same rows would become, field by field as it was understood. */
      understood: z.array(
        z.object({
          row: z.int(),
          as: z.enum(['sale', 'return', 'adjustment', 'product', 'customer', 'supplier', 'goods', 'refused']),
          fields: z.partialRecord(fieldSchema, z.string()),
        }),
      ),
      rowsTried: z.int(),
      /** What the rows that were tried would become. */
      wouldStore: storedSchema.partial(),
      problems: z.array(rowProblemSchema),
    }),
    refusals: ['no-such-file', 'file-not-readable', 'columns-unknown', 'no-such-sheet'],
  }),
  'imports.run': procedure({
    about:
      'Reads a file into the shop. Rows of sales that are returns are linked to earlier sales of the same customer and item, newest first; returns of a platform by the number of their order. Bad rows go to a file of their own with reasons. Reading the same file again stores nothing.',
    kind: 'long-action',
    needs: 'imports',
    input: z.object({ id: actionIdSchema, ...fileInput, kind: importKindSchema }),
    output: z.object({
      importId: z.int(),
      rowsRead: z.int(),
      /** Stored now, or already there from an earlier reading. */
      rowsStored: z.int(),
      rowsRefused: z.int(),
      stored: storedSchema,
      returnLinks: z.object({
        linked: z.int(),
        noCustomer: z.int(),
        noEarlierSale: z.int(),
        alreadyReturned: z.int(),
        tooLittleLeft: z.int(),
      }),
      refusedFile: z.string().optional(),
      warnings: z.array(z.object({ code: z.string(), count: z.int() })),
    }),
    refusals: ['no-such-file', 'file-not-readable', 'columns-unknown', 'no-such-sheet', 'month-closed'],
  }),
  'imports.paste': procedure({
    about:
      'Keeps cells that were copied from a spreadsheet as a file below `exports/`, to be looked at and read like any other.',
    kind: 'jot',
    needs: 'imports',
    input: z.object({ text: z.string().min(1).max(5_000_000) }),
    output: z.object({ path: z.string() }),
    refusals: [],
  }),
  'imports.mappings': procedure({
    about: 'The mappings of columns that people saved under a name.',
    kind: 'read',
    needs: 'imports',
    input: z.object({ kind: importKindSchema.optional() }),
    output: z.object({
      items: z.array(z.object({ name: mappingNameSchema, kind: importKindSchema, mapping: mappingSchema })),
    }),
    refusals: [],
  }),
  'imports.saveMapping': procedure({
    about:
      'Keeps a mapping under a name; one of the same name is replaced. Files whose columns fit it are known by it from then on.',
    kind: 'action',
    needs: 'imports',
    input: z.object({ id: actionIdSchema, name: mappingNameSchema, kind: importKindSchema, mapping: mappingSchema }),
    output: z.object({ name: mappingNameSchema }),
    refusals: [],
  }),
  'imports.forgetMapping': procedure({
    about: 'Forgets a saved mapping.',
    kind: 'action',
    needs: 'imports',
    input: z.object({ id: actionIdSchema, name: mappingNameSchema }),
    output: z.object({ name: mappingNameSchema }),
    refusals: ['no-such-mapping'],
  }),
  'imports.history': procedure({
    about: 'The files that were read, newest first.',
    kind: 'read',
    needs: 'imports',
    input: z.object({ limit: z.int().min(1).max(500).optional() }),
    output: z.object({ items: z.array(importedSchema) }),
    refusals: [],
  }),
  'imports.undo': procedure({
    about:
      'Takes a whole file back, while nothing refers to what it brought. Its facts stay in the history; nobody sees or counts them any more, and their numbers are free. Goods received and opening stock are voided by documents of their own; items, customers and suppliers become what they were.',
    kind: 'action',
    needs: 'books',
    input: z.object({ id: actionIdSchema, importId: z.int(), why: z.string().trim().max(500).optional() }),
    output: importedSchema,
    refusals: ['no-such-import', 'import-undone', 'import-in-use', 'not-enough-stock', 'receipt-mixed', 'month-closed'],
  }),
  'imports.unmatched': procedure({
    about:
      'Lines of returns from files that found no sale, newest first, each with sales it may belong to: same item, near in time, same customer or phone, best first.',
    kind: 'read',
    needs: 'returns',
    input: z.object({ text: z.string().max(200).optional(), limit: z.int().min(1).max(200).optional() }),
    output: z.object({
      total: z.int(),
      items: z.array(
        z.object({
          returnLineId: z.int(),
          returnId: z.int(),
          number: z.string(),
          day: daySchema,
          customer: z.string().optional(),
          sku: z.string(),
          name: z.string(),
          quantity: z.number(),
          amountCents: centsSchema,
          why: z.enum(['no-customer', 'no-earlier-sale', 'already-returned', 'too-little-left']),
          suggestions: z.array(
            z.object({
              saleLineId: z.int(),
              number: z.string(),
              day: daySchema,
              customer: z.string().optional(),
              returnableQuantity: z.number(),
              paidCents: centsSchema,
              because: z.array(
                z.enum(['same-order', 'same-item', 'same-customer', 'same-phone', 'near-date', 'same-amount']),
              ),
            }),
          ),
        }),
      ),
    }),
    refusals: [],
  }),
  'imports.match': procedure({
    about:
      'Ties a line of a return from a file to the sale lines it belongs to, wholly. What was credited counts on those from then on.',
    kind: 'action',
    needs: 'returns',
    input: z.object({
      id: actionIdSchema,
      returnLineId: z.int(),
      links: z
        .array(z.object({ saleLineId: z.int(), quantity: quantitySchema }))
        .min(1)
        .max(50),
    }),
    output: z.object({ returnId: z.int(), number: z.string() }),
    refusals: [
      'no-such-return-line',
      'no-such-sale-line',
      'already-matched',
      'line-does-not-fit',
      'over-sold-quantity',
      'over-paid-amount',
      'return-before-sale',
    ],
  }),
};
