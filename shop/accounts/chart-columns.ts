import { bareName } from '../imports/profiles/headings.ts';

/** What the two columns of a chart are called, the surest name first. */
const names = {
  code: '科目代码 科目编码 科目编号 科目号 accountcode accountnumber accountno account# acctcode acctno 代码 编码 编号 code number no',
  name: '科目名称 科目全称 科目全名 accountname accounttitle 名称 fullname name title account description',
} as const;

/** Where code and name stand in a row, counted from 0. */
export type ChartColumns = { readonly code: number; readonly name: number };
export type ChartWish = { readonly codeColumn?: string | undefined; readonly nameColumn?: string | undefined };

/** The two columns by what a row of headings says, or by the headings somebody named; nothing when one of them is not there. */
export function chartColumns(
  headings: readonly string[],
  { codeColumn, nameColumn }: ChartWish,
): ChartColumns | undefined {
  const bare = headings.map(bareName);
  const guess = (known: string): number =>
    known
      .split(' ')
      .map((name) => bare.indexOf(name))
      .find((at) => at >= 0) ?? -1;
  const code = codeColumn === undefined ? guess(names.code) : headings.indexOf(codeColumn);
  const name = nameColumn === undefined ? guess(names.name) : headings.indexOf(nameColumn);
  return code < 0 || name < 0 || code === name ? undefined : { code, name };
}

/** A first level of figures, and whatever follows it: what a column of codes has in every row. */
const codeLike = /^\d{3,}([.\-_ ]?\w+)*$/;

/** Whether what was taken for the headings is already an account: the file has none. */
export function isAccount(cells: readonly string[]): boolean {
  return codeLike.test(cells[0]?.trim() ?? '') && (cells[1]?.trim() ?? '') !== '' && !codeLike.test(cells[1] ?? '');
}
