import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';

/** Kinds of file that this version reads; products and customers come with the readers of other formats. */
const offeredImportKinds = ['sales'] as const;

/** Fields a column of a sales file can mean (CONTRACT). */
export const salesFields = [
  'saleNumber',
  'soldAt',
  'customer',
  'customerName',
  'customerPhone',
  'sku',
  'productName',
  'spec',
  'quantity',
  'unitPrice',
  'paid',
  'discount',
  'tax',
  'tender',
  'channel',
  'delivery',
  'status',
] as const;
export type SalesField = (typeof salesFields)[number];
/** Without these a file of sale lines cannot be read. */
export const neededSalesFields = [
  'saleNumber',
  'soldAt',
  'sku',
  'quantity',
  'unitPrice',
] as const satisfies readonly SalesField[];

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
] as const;
export const rowProblemSchema = z.object({
  row: z.int().describe('Counts from 1 at the first row of data.'),
  field: z.enum(salesFields).optional(),
  code: z.enum(rowProblemCodes),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

const mappingSchema = z.partialRecord(z.enum(salesFields), z.string());

export const importsApi = {
  'imports.preview': procedure({
    about:
      'Looks into a file (CSV or TSV, plain or gzip): encoding, columns, a guess of what they mean, the first rows and their problems.',
    kind: 'long-read',
    role: 'clerk',
    input: z.object({
      path: z.string().min(1).max(1000),
      kind: z.enum(offeredImportKinds),
      profile: z.string().max(60).optional(),
      mapping: mappingSchema.optional(),
    }),
    output: z.object({
      profile: z.string(),
      encoding: z.enum(['utf-8', 'gb18030', 'utf-16le', 'utf-16be']),
      columns: z.array(z.string()),
      mapping: mappingSchema,
      sample: z.array(z.record(z.string(), z.string())),
      problems: z.array(rowProblemSchema),
    }),
    refusals: ['no-such-file', 'file-not-readable', 'columns-unknown'],
  }),
  'imports.run': procedure({
    about:
      'Reads a file into the shop. Rows that are returns are linked to earlier sales of the same customer and item, newest first. Bad rows go to a file of their own with reasons. Reading the same file again stores nothing.',
    kind: 'long-action',
    role: 'clerk',
    input: z.object({
      id: actionIdSchema,
      path: z.string().min(1).max(1000),
      kind: z.enum(offeredImportKinds),
      profile: z.string().max(60).optional(),
      mapping: mappingSchema.optional(),
    }),
    output: z.object({
      rowsRead: z.int(),
      /** Stored now, or already there from an earlier reading. */
      rowsStored: z.int(),
      rowsRefused: z.int(),
      stored: z.object({
        sales: z.int(),
        saleLines: z.int(),
        products: z.int(),
        customers: z.int(),
        returns: z.int(),
        returnLines: z.int(),
        stockAdjustments: z.int(),
      }),
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
    refusals: ['no-such-file', 'file-not-readable', 'columns-unknown', 'month-closed'],
  }),
};
