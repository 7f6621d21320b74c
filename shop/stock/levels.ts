import type { Output, ParsedInput } from '../../contract/api.ts';
import { addDays, type Day, daysBetween, laterDay } from '../../contract/values/days.ts';
import { amountAt, asPriceE4, currencyDigits, formatPrice, isRecordable } from '../../contract/values/money.ts';
import { fromMilli } from '../../contract/values/quantity.ts';
import { shareOf } from '../../contract/values/rounding.ts';
import { type LevelProduct, type StockLevelReads, stockLevelReads } from '../../db/queries/stock-levels.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadContext, LongReadHandler, ReadContext } from '../context.ts';
import { compareTexts } from '../text-order.ts';
import { type StockFigures, stockFigures } from './level-figures.ts';
import { firstToExpire, type ItemFigures, type ItemLevel, isMeasure, type LevelTerms, levelOf } from './level-rules.ts';

type Asked = ParsedInput<'stock.levels'>;
type Item = Output<'stock.levels'>['items'][number];

/** Where nobody said how long a supplier takes. */
const usualLeadDays = 7;
/** A shop that is younger than that has no pace yet. */
const fewestDays = 7;
const usualLimit = 500;

/** Items with too little or too much, or that expire, and what to order. */
export const stockLevels: LongReadHandler<'stock.levels'> = (context, asked) =>
  inSnapshot(context.connection, () => {
    const reads = stockLevelReads(context.connection.orm);
    const period = daysLookedAt(context, reads, asked.days);
    const figures = stockFigures(reads, period, context.throwIfCancelled);
    const { supplierId = null, category = null, limit = usualLimit } = asked;
    const judged = reads
      .products({ supplierId, category })
      .filter((product) => isWorthJudging(product, figures, asked.only))
      .map((product) => judge({ product, figures, asked, period }))
      .filter((found) => found !== undefined && isWanted(found, asked, context.today));
    const inOrder = (judged as Judged[]).sort(orderOf[asked.only]).slice(0, limit);
    return { items: inOrder.map((found) => viewItem(context, found, figures)) };
  });

/** Spares most items of a big shop the arithmetic. */
function isWorthJudging({ id, minMilli, expires }: LevelProduct, figures: StockFigures, only: Asked['only']): boolean {
  if (only === 'low') return minMilli !== null || figures.isSold(id);
  if (only === 'over') return figures.isOnShelf(id);
  return only === 'all' || expires === 1;
}

type DaysLookedAt = { readonly from: Day; readonly to: Day; readonly soldDays: number };

/**
 * The last days of trade. Where sales are booked elsewhere they come in files, now and then: the days end with the newest of them, unless
 * that is too long ago to say anything.
 */
function daysLookedAt({ settings, today }: ReadContext, reads: StockLevelReads, days: number): DaysLookedAt {
  const { firstDay, lastDay } = reads.sellingDays();
  const isRecent = lastDay !== null && lastDay > addDays(today, -days);
  const to = settings.booksSales || !isRecent || lastDay > today ? today : lastDay;
  const from = addDays(to, 1 - days);
  const since = firstDay === null ? from : laterDay(from, firstDay);
  return { from, to, soldDays: Math.max(fewestDays, daysBetween({ from: since, to }) + 1) };
}

type Looking = {
  readonly product: LevelProduct;
  readonly figures: StockFigures;
  readonly asked: Asked;
  readonly period: DaysLookedAt;
};

type Judged = {
  readonly product: LevelProduct;
  readonly item: ItemFigures;
  readonly level: ItemLevel;
  readonly leadDays: number;
  readonly supplier: string | undefined;
  readonly expiresOn: Day | undefined;
};

/** Nothing for what was never kept here, nor sold. */
function judge({ product, figures, asked, period }: Looking): Judged | undefined {
  const standing = figures.of(product.id);
  const hasLevel = product.minMilli !== null || product.maxMilli !== null;
  const isKept = hasLevel || figures.isKept(product.id);
  if (!isKept && standing.shelfMilli === 0) return undefined;
  const supplier = product.supplierId === null ? undefined : figures.supplier(product.supplierId);
  const item: ItemFigures = {
    ...standing,
    minMilli: product.minMilli ?? undefined,
    maxMilli: product.maxMilli ?? undefined,
    inPieces: !isMeasure(product.unit),
    isOrdered: isKept && product.twinOf === null,
  };
  const leadDays = supplier?.leadDays ?? usualLeadDays;
  const terms: LevelTerms = {
    soldDays: period.soldDays,
    askedDays: asked.days,
    leadDays,
    coverDays: asked.cover,
    shopShare: figures.shopShare,
  };
  const expiresOn = product.expires === 1 ? firstToExpire(figures.batches(product.id), item.shelfMilli) : undefined;
  return { product, item, level: levelOf(item, terms), leadDays, supplier: supplier?.name, expiresOn };
}

function viewItem(
  context: LongReadContext,
  { product, item, level, leadDays, supplier, expiresOn }: Judged,
  figures: StockFigures,
): Item {
  const { sku, name, unit, category } = product;
  const reorderCents = worthOf(context, { product, figures, milli: level.reorderMilli });
  return {
    sku,
    name,
    ...(unit !== null && { unit }),
    ...(category !== null && { category }),
    ...(supplier !== undefined && { supplier }),
    onShelf: fromMilli(item.shelfMilli),
    comingBack: fromMilli(level.comingBackMilli),
    ...(item.minMilli !== undefined && { min: fromMilli(item.minMilli) }),
    ...(item.maxMilli !== undefined && { max: fromMilli(item.maxMilli) }),
    perDay: fromMilli(Math.round(level.perDayMilli)),
    ...(level.lastsDays !== undefined && { lastsDays: Math.floor(level.lastsDays * 10) / 10 }),
    leadDays,
    level: level.level,
    reorder: fromMilli(level.reorderMilli),
    ...(reorderCents !== undefined && { reorderCents }),
    ...(expiresOn !== undefined && { expiresOn }),
  };
}

/** At the average of all that is in the shop, else at the set cost; nothing where nobody knows, or for more than an amount can hold. */
function worthOf(
  { settings }: ReadContext,
  {
    product,
    figures,
    milli,
  }: { readonly product: LevelProduct; readonly figures: StockFigures; readonly milli: number },
): number | undefined {
  const { knownMilli, valueCents } = figures.worth(product.id);
  if (knownMilli > 0) {
    const share = shareOf(valueCents, milli, knownMilli);
    return Number.isSafeInteger(share) ? share : undefined;
  }
  if (product.costE4 === null) return undefined;
  const unitPrice = formatPrice(asPriceE4(product.costE4));
  if (!isRecordable({ unitPrice, quantity: fromMilli(milli) })) return undefined;
  return amountAt(product.costE4, milli, currencyDigits(settings.currency));
}

function isWanted({ level, expiresOn }: Judged, { only, cover }: Asked, today: Day): boolean {
  if (only === 'all') return true;
  if (only === 'expiring') return expiresOn !== undefined && expiresOn <= addDays(today, cover);
  return level.level === only;
}

type InOrder = (one: Judged, other: Judged) => number;
const none = Number.MAX_SAFE_INTEGER;

/** What runs out first, what lasts longest, what ends first; items that are alike by their code. */
const orderOf: Readonly<Record<Asked['only'], InOrder>> = {
  low: (one, other) => (one.level.lastsDays ?? none) - (other.level.lastsDays ?? none) || byCode(one, other),
  over: (one, other) => (other.level.lastsDays ?? none) - (one.level.lastsDays ?? none) || byCode(one, other),
  expiring: (one, other) => compareTexts(one.expiresOn ?? '', other.expiresOn ?? '') || byCode(one, other),
  all: byCode,
};

function byCode({ product: one }: Judged, { product: other }: Judged): number {
  return compareTexts(one.sku, other.sku);
}
