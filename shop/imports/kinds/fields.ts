import type { ImportField } from '../../../contract/api/import-fields.ts';
import type { RowProblem } from '../../../contract/api/imports.ts';
import { type Cell, cleanCell, remembered, textReader } from '../rows/cells.ts';
import { readPrice, readQuantity } from '../rows/figures.ts';
import { shapeProblem } from '../rows/shape.ts';
import type { AnyRow, RowReader, Shape } from './kind.ts';

type Reader<Value> = (raw: string) => Cell<Value>;
type Readers = Readonly<Partial<Record<ImportField, Reader<unknown>>>>;
type Said<Value> = Exclude<Value, undefined>;
/** What a row says, field by field; an empty cell says nothing. */
export type FieldValues<Fields extends Readers> = {
  readonly [Field in keyof Fields]?: Fields[Field] extends Reader<infer Value> ? Said<Value> : never;
};
export type FieldRow<Fields extends Readers> = AnyRow & { readonly values: FieldValues<Fields> };

type Wanted<Fields extends Readers> = {
  readonly readers: Fields;
  /** What a row is known by, and the field that lacks where it says nothing of the kind. */
  readonly key: (values: FieldValues<Fields>) => string | undefined;
  readonly needed: keyof Fields & ImportField;
};

/** A reader of rows that say something of things known by a code or a name. */
export function fieldReader<Fields extends Readers>(
  { columns, mapping }: Pick<Shape, 'columns' | 'mapping'>,
  { readers, key, needed }: Wanted<Fields>,
): RowReader<FieldRow<Fields>> {
  const fields = Object.entries(readers).flatMap(([name, read]) => {
    const field = name as ImportField;
    const index = columns.indexOf(mapping[field] ?? '');
    return index < 0 || !read ? [] : [{ field, index, read: remembered(read) }];
  });
  return (cells, row, isDamaged) => {
    const values: Partial<Record<ImportField, unknown>> = {};
    const problems: RowProblem[] = [];
    for (const { field, index, read } of fields) {
      const cell = read(cells[index] ?? '');
      if (cell.problem !== undefined) problems.push({ row, field, code: cell.problem });
      else if (cell.value !== undefined && cell.value !== '') values[field] = cell.value;
    }
    const number = key(values as FieldValues<Fields>);
    const misshapen = shapeProblem(cells, { width: columns.length, isDamaged });
    if (misshapen) return { row, number, problems: [{ row, code: misshapen }] };
    if (number === undefined && problems.length === 0) problems.push({ row, field: needed, code: 'field-empty' });
    if (problems.length > 0 || number === undefined) return { row, number, problems };
    return { row, number, values: values as FieldValues<Fields> };
  };
}

export const words = (longest: number): Reader<string> => textReader({ longest });
export const code = (longest: number): Reader<string> => textReader({ longest, isCode: true });

/** An empty cell says nothing. */
export function optional<Value>(read: Reader<Value>): Reader<Value | undefined> {
  return (raw) => (cleanCell(raw) === '' ? { value: undefined } : read(raw));
}

export const price = optional(readPrice);

/** A quantity that may be nothing, and never less: in thousandths. */
export const level = optional<number>((raw) => {
  const cell = readQuantity(raw);
  if (cell.problem === 'zero-quantity') return { value: 0 };
  return cell.problem === undefined && cell.value < 0 ? { problem: 'below-zero' } : cell;
});

/** A quantity of goods that are here, in thousandths. */
export const stocked: Reader<number> = (raw) => {
  const cell = readQuantity(raw);
  return cell.problem === undefined && cell.value < 0 ? { problem: 'below-zero' } : cell;
};

/** A whole number of days. */
export const days = ({ least, most }: { least: number; most: number }): Reader<number | undefined> =>
  optional((raw) => {
    const text = cleanCell(raw)
      .replace(/\s*(天|日|days?)$/i, '')
      .replace(/\.0+$/, '');
    const count = Number(text);
    return /^\d+$/.test(text) && count >= least && count <= most ? { value: count } : { problem: 'not-a-number' };
  });

const yes = /^(1|y|yes|true|是|有|√|启用)$/i;
const no = /^(0|n|no|false|否|无|没有|×|停用)$/i;

export const yesOrNo: Reader<boolean | undefined> = optional((raw) => {
  const text = cleanCell(raw);
  if (yes.test(text)) return { value: true };
  return no.test(text) ? { value: false } : { problem: 'not-a-word' };
});

/** Several texts in one cell, each once, in their order. */
export function list({
  longest,
  most,
  between,
}: {
  longest: number;
  most: number;
  between: RegExp;
}): Reader<readonly string[] | undefined> {
  return optional((raw) => {
    const parts = [...new Set(cleanCell(raw).split(between).map(cleanCell))].filter((part) => part !== '');
    return parts.length > most || parts.some((part) => part.length > longest)
      ? { problem: 'too-long' }
      : { value: parts };
  });
}
