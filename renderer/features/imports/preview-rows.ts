import type { ImportField } from '../../../contract/api/import-fields.ts';
import type { RowProblem } from '../../../contract/api/imports.ts';
import { importFieldWords, rowProblemWords } from '../../../contract/words/index.ts';
import { language, say, t } from '../../i18n/index.ts';
import type { Preview } from './import-desk.svelte.ts';

export type UnderstoodRow = Preview['understood'][number];

/** Figures stand at the end of their cells. */
const figures: ReadonlySet<ImportField> = new Set<ImportField>([
  'quantity',
  'unitPrice',
  'unitCost',
  'paid',
  'discount',
  'tax',
  'delivery',
  'refunded',
  'amount',
  'value',
  'minQuantity',
  'maxQuantity',
  'claimDays',
  'leadDays',
]);
export const isFigure = (field: ImportField): boolean => figures.has(field);

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What a field says, for the eye: a time as it was in the shop. */
export function cellText(text: string | undefined): string {
  if (!text || !instant.test(text)) return text ?? '';
  const { timeZone } = language;
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    Date.parse(text),
  );
}

/** The fields that any of these rows says something of, in the order in which the shop knows them. */
export function saidFields(fields: readonly ImportField[], rows: readonly UnderstoodRow[]): ImportField[] {
  return fields.filter((field) => rows.some((row) => row.fields[field]));
}

/** What is wrong with a row, or with one field of it. */
export function problemSentence({ field, code }: Pick<RowProblem, 'field' | 'code'>): string {
  const problem = say(rowProblemWords[code]);
  return field ? t('imports.problem-field', { field: say(importFieldWords[field]), problem }) : problem;
}

/** What is wrong with each row, by its number. */
export function problemsByRow(problems: readonly RowProblem[]): ReadonlyMap<number, string> {
  const byRow = Map.groupBy(problems, ({ row }) => row);
  return new Map([...byRow].map(([row, own]) => [row, own.map(problemSentence).join(' ')]));
}
