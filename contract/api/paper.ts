import { z } from 'zod';
import { documents, papers } from '../host.ts';
import { actionIdSchema, procedure } from '../procedure.ts';
import { pathSchema } from '../values/paths.ts';
import { localeSchema } from '../values/words.ts';

const documentSchema = z.enum(documents);
const paperSchema = z.enum(papers);

/** Parts of a sheet that an owner may leave out; a document that has no such part is not changed by it. */
export const paperParts = [
  'logo',
  'address',
  'shop-phone',
  'code',
  'customer',
  'customer-phone',
  'handler',
  'courier',
  'spec',
  'batch',
  'reason',
  'grading',
  'amounts',
  'capitals',
  'red-invoice',
  'policy',
  'signatures',
  'fingerprint',
] as const;
export type PaperPart = (typeof paperParts)[number];
const paperPartSchema = z.enum(paperParts);

/** How the shop wants one kind of document: what is not said stays as the program has it. */
export const documentLayoutSchema = z.object({
  document: documentSchema,
  paper: paperSchema.optional(),
  hidden: z.array(paperPartSchema).max(paperParts.length),
});
export type DocumentLayout = z.infer<typeof documentLayoutSchema>;

/** The printer for a document on a paper of this PC. */
export const printerChoiceSchema = z.object({
  document: documentSchema,
  paper: paperSchema,
  /** As the system names it. */
  printer: z.string().min(1).max(200),
  /** Straight to it, without the system's dialogue. */
  direct: z.boolean(),
  /** How many are printed at once, for stub, finance and warehouse. */
  copies: z.int().min(1).max(9),
});
export type PrinterChoice = z.infer<typeof printerChoiceSchema>;

const numberSchema = z.string().trim().min(1).max(64);

export const paperApi = {
  'paper.printed': procedure({
    about:
      'Counts that a document goes to a printer or into a PDF, and says which copy it is: 0 for the original, above that it is marked as printed again. Asked before it is laid out.',
    kind: 'action',
    needs: 'everyone',
    input: z.object({
      id: actionIdSchema,
      document: documentSchema,
      numbers: z.array(numberSchema).min(1).max(200),
      paper: paperSchema,
      locale: localeSchema,
      how: z.enum(['print', 'pdf']),
    }),
    /** In the order of the numbers; of documents that prove nothing (labels, lists) no copies are counted. */
    output: z.object({ sheets: z.array(z.object({ number: z.string(), copy: z.int() })) }),
    refusals: [],
  }),
  'paper.prints': procedure({
    about: 'How often a document was printed, when and by whom.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ document: documentSchema, number: numberSchema }),
    output: z.object({
      items: z.array(
        z.object({
          copy: z.int(),
          paper: paperSchema,
          locale: localeSchema,
          how: z.enum(['print', 'pdf']),
          at: z.string(),
          person: z.string(),
        }),
      ),
    }),
    refusals: [],
  }),
  'paper.setLogo': procedure({
    about:
      'Keeps the picture that stands at the head of every sheet (PNG, JPEG or WebP, at most 5 MB), or takes it away when none is given. Give either a path or the bytes as Base64.',
    kind: 'action',
    needs: 'shop',
    input: z.object({
      id: actionIdSchema,
      path: pathSchema.optional(),
      dataBase64: z.string().min(1).optional(),
    }),
    output: z.object({ sha256: z.string().optional() }),
    refusals: ['photo-not-readable'],
  }),
  'paper.logo': procedure({
    about: 'The picture at the head of every sheet, with its bytes.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({ type: z.string().optional(), dataBase64: z.string().optional() }),
    refusals: ['photo-not-readable'],
  }),
};
