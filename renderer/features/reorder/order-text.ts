import type { Output } from '../../../contract/api.ts';
import { show, t } from '../../i18n/index.ts';

export type LevelItem = Output<'stock.levels'>['items'][number];

/** What is to be ordered as a text for a message, one supplier after the other. */
export function orderText(items: readonly LevelItem[]): string {
  const bySupplier = Map.groupBy(
    items.filter(({ reorder }) => reorder > 0),
    ({ supplier }) => supplier ?? t('reorder.no-supplier'),
  );
  return [...bySupplier]
    .map(([supplier, own]) =>
      [supplier, ...own.map(({ sku, name, reorder, unit }) => `${sku}  ${name} × ${quantityOf(reorder, unit)}`)].join(
        '\n',
      ),
    )
    .join('\n\n');
}

export function quantityOf(quantity: number, unit: string | undefined): string {
  return [show.quantity(quantity), unit].filter(Boolean).join(' ');
}

/** The list as a file for a spreadsheet, with its byte order mark. */
export function levelsCsv(items: readonly LevelItem[]): string {
  const head = [
    t('stock.sku'),
    t('stock.item'),
    t('products.supplier'),
    t('products.category'),
    t('products.unit'),
    t('reorder.on-shelf'),
    t('reorder.coming-back'),
    t('reorder.per-day'),
    t('reorder.reorder'),
  ];
  const rows = items.map(({ sku, name, supplier, category, unit, onShelf, comingBack, perDay, reorder }) => [
    sku,
    name,
    supplier ?? '',
    category ?? '',
    unit ?? '',
    String(onShelf),
    String(comingBack),
    String(perDay),
    String(reorder),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where it must be. A text that a spreadsheet would take for a formula stays a text. */
function cellOf(value: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value));
  const text = isFormula ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What should be there: the steps of the sum in words, each with what it comes to. */
export function reckoning(item: LevelItem, cover: number): string[] {
  const { reorder, perDay, leadDays, min, max, onShelf, comingBack, unit } = item;
  const say = (quantity: number): string => quantityOf(quantity, unit);
  const paceWanted = Math.round(perDay * (leadDays + cover) * 1000) / 1000;
  const pace = t('reorder.to-pace', {
    perDay: show.quantity(perDay),
    lead: leadDays,
    cover,
    wanted: say(paceWanted),
  });
  const steps: string[] = [];
  if (max !== undefined) steps.push(t('reorder.to-max', { max: say(max) }));
  else {
    steps.push(perDay > 0 ? pace : t('reorder.no-sales'));
    if (min !== undefined && min > paceWanted) steps.push(t('reorder.to-min', { min: say(min) }));
  }
  steps.push(t('reorder.less-shelf', { quantity: say(onShelf) }));
  if (comingBack > 0) steps.push(t('reorder.less-back', { quantity: say(comingBack) }));
  steps.push(reorder > 0 ? t('reorder.makes', { quantity: say(reorder) }) : t('reorder.no-order'));
  return steps;
}
