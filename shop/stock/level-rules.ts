/** What is there of one item, and what happened to it in the days looked at, in thousandths. */
export type Standing = {
  readonly shelfMilli: number;
  /** In the returns area or on the repair bench. */
  readonly waitingMilli: number;
  readonly soldMilli: number;
  /** Came back to the shelf from there, and all that was decided on there. */
  readonly backMilli: number;
  readonly decidedMilli: number;
  /** Came back as files say: where it went nobody here knows. */
  readonly elsewhereMilli: number;
  /** Came to the shelf from outside. */
  readonly arrivedMilli: number;
};

/** The same with what is said of the item. */
export type ItemFigures = Standing & {
  readonly minMilli: number | undefined;
  readonly maxMilli: number | undefined;
  /** Counted in pieces: only whole ones are ordered. */
  readonly inPieces: boolean;
  /** Bought anew when it runs out: not goods sold again as opened, nor what the shop keeps no stock of. */
  readonly isOrdered: boolean;
};

export type LevelTerms = {
  /** Days with sales that the figures are of, and how many were asked for. */
  readonly soldDays: number;
  readonly askedDays: number;
  /** Days from an order until the goods come, and how long it should last from then on. */
  readonly leadDays: number;
  readonly coverDays: number;
  /** Of all goods that were decided on, the share that went back to the shelf: for items of which too few were. */
  readonly shopShare: number;
};

export type ItemLevel = {
  readonly level: 'low' | 'ok' | 'over';
  readonly perDayMilli: number;
  readonly comingBackMilli: number;
  readonly reorderMilli: number;
  readonly lastsDays: number | undefined;
};

/** Fewer units than this say nothing of an item. */
const tellingMilli = 3000;

/** The share of goods of a kind that went back to the shelf, of those somebody decided on. None decided on: none is counted on. */
export function shareBack({ backMilli, decidedMilli }: Pick<Standing, 'backMilli' | 'decidedMilli'>): number {
  return decidedMilli > 0 ? backMilli / decidedMilli : 0;
}

/**
 * How an item stands. Low: less than its lowest level, or than what sells until an order comes. Over: more than its highest level, or than
 * sells in the days looked at; or nothing was sold in them, and nothing new came. To order is what brings the shelf to its highest level, or
 * lasts until an order comes and the days to cover, less what is there and what will come back.
 */
export function levelOf(item: ItemFigures, terms: LevelTerms): ItemLevel {
  const share = item.decidedMilli >= tellingMilli ? shareBack(item) : terms.shopShare;
  const netMilli = item.soldMilli - item.backMilli - item.elsewhereMilli * share;
  const perDayMilli = Math.max(0, netMilli / terms.soldDays);
  const comingBackMilli = Math.floor(item.waitingMilli * share);
  return {
    level: nameLevel(item, terms, perDayMilli),
    perDayMilli,
    comingBackMilli,
    reorderMilli: toOrder(item, terms, { perDayMilli, comingBackMilli }),
    lastsDays: perDayMilli > 0 ? item.shelfMilli / perDayMilli : undefined,
  };
}

function nameLevel(item: ItemFigures, terms: LevelTerms, perDayMilli: number): ItemLevel['level'] {
  const { shelfMilli, minMilli, maxMilli } = item;
  if (item.isOrdered && shelfMilli < (minMilli ?? perDayMilli * terms.leadDays)) return 'low';
  if (maxMilli !== undefined) return shelfMilli > maxMilli ? 'over' : 'ok';
  if (perDayMilli === 0) return shelfMilli > 0 && item.arrivedMilli + item.soldMilli === 0 ? 'over' : 'ok';
  const longestDays = Math.max(terms.askedDays, terms.leadDays + terms.coverDays);
  return shelfMilli / perDayMilli > longestDays && shelfMilli > (minMilli ?? 0) ? 'over' : 'ok';
}

function toOrder(
  item: ItemFigures,
  { leadDays, coverDays }: LevelTerms,
  { perDayMilli, comingBackMilli }: { readonly perDayMilli: number; readonly comingBackMilli: number },
): number {
  if (!item.isOrdered) return 0;
  const wantedMilli = item.maxMilli ?? Math.max(item.minMilli ?? 0, perDayMilli * (leadDays + coverDays));
  const missingMilli = Math.max(0, wantedMilli - item.shelfMilli - comingBackMilli);
  // A thousandth of a unit that only rounding made is not ordered.
  const step = item.inPieces ? 1000 : 1;
  return Math.ceil(Number((missingMilli / step).toFixed(6))) * step;
}

const measures = new Set(
  'g kg mg t lb oz m cm mm km l ml cl ft in yd m2 m² m3 m³ h 克 千克 公斤 斤 两 吨 米 厘米 毫米 尺 升 毫升 平方米 平方 立方米 小时'.split(
    ' ',
  ),
);

/** Whether an item is weighed or measured rather than counted, by the word for its unit. */
export function isMeasure(unit: string | null): boolean {
  return unit !== null && measures.has(unit.trim().toLowerCase());
}

/**
 * The last day of the batch on the shelf that ends first. Where nobody noted the batch of what was sold, what ends first is taken to have been
 * sold first: what is left are the batches that end last.
 */
export function firstToExpire(
  lastFirst: readonly { readonly expiresOn: string; readonly leftMilli: number }[],
  shelfMilli: number,
): string | undefined {
  let found: string | undefined;
  let seenMilli = 0;
  for (const { expiresOn, leftMilli } of lastFirst) {
    if (seenMilli >= shelfMilli) break;
    if (leftMilli <= 0) continue;
    found = expiresOn;
    seenMilli += leftMilli;
  }
  return found;
}
