import { builtInDateFormat, type DateFormat, dateText, ownDateFormat } from './dates.ts';
import { numberText } from './numbers.ts';
import { withCharacters, type XmlHearer } from './xml.ts';

/** How the numbers of a cell's style are shown, as far as it changes what they say. */
type NumberStyle = DateFormat | { readonly zeros: number } | undefined;

/** Shows the number of a cell, by the number of its style. */
export type ShowNumber = (raw: string, style: string | undefined) => string;

/** Gathers what the workbook's styles say about numbers; `show` is asked once they are read. */
export function createStyles(is1904: boolean): { readonly hearer: XmlHearer; readonly show: ShowNumber } {
  const own = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let isInCells = false;
  const hearer: XmlHearer = {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCells = true;
      else if (name === 'numFmt') own.set(Number(attributes().numFmtId), withCharacters(attributes().formatCode ?? ''));
      else if (name === 'xf' && isInCells) styles.push(styleOf(Number(attributes().numFmtId ?? 0), own));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  };
  const show: ShowNumber = (raw, style) => {
    const shown = style === undefined ? undefined : styles[Number(style)];
    return shown === undefined ? numberText(raw) : styled(raw, shown, is1904);
  };
  return { hearer, show };
}

function styleOf(id: number, own: ReadonlyMap<number, string>): NumberStyle {
  const code = own.get(id);
  if (code === undefined) return builtInDateFormat(id);
  return /^0{2,}$/.test(code) ? { zeros: code.length } : ownDateFormat(code);
}

/** A code whose zeros in front are only shown (`000123`) is the code with them. */
function styled(raw: string, style: Exclude<NumberStyle, undefined>, is1904: boolean): string {
  const value = Number(raw);
  if ('zeros' in style)
    return Number.isInteger(value) && value >= 0 ? numberText(raw).padStart(style.zeros, '0') : numberText(raw);
  return (Number.isFinite(value) ? dateText(value, style, is1904) : undefined) ?? numberText(raw);
}
