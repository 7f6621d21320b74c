import {
  type ImportField,
  type ImportKind,
  importFields,
  importKinds,
  neededImportFields,
} from '../../../contract/api/import-fields.ts';
import { amazon } from './amazon.ts';
import { backshelfProfiles } from './backshelf.ts';
import { doudian } from './doudian.ts';
import { etsy } from './etsy.ts';
import { shopifyProducts, wooProducts } from './goods.ts';
import type { SalesHabits } from './habits.ts';
import { guessMapping } from './headings.ts';
import { jd } from './jd.ts';
import { pinduoduo } from './pinduoduo.ts';
import { type Mapping, type Profile, plainHeading } from './profile.ts';
import { returnsProfiles } from './returns.ts';
import { shopify } from './shopify.ts';
import { square } from './square.ts';
import { taobaoLines, taobaoOldLines, taobaoOrders } from './taobao.ts';
import { uci } from './uci.ts';
import { youzan } from './youzan.ts';

/** Every kind of file that is known by its columns, in the order in which they are tried. */
export const profiles: readonly Profile[] = [
  uci,
  ...backshelfProfiles,
  ...returnsProfiles,
  taobaoLines,
  taobaoOrders,
  taobaoOldLines,
  // Before 拼多多: both say 售后状态 (FORMATS §1 rule 1).
  doudian,
  pinduoduo,
  jd,
  youzan,
  shopify,
  square,
  etsy,
  amazon,
  shopifyProducts,
  wooProducts,
];

/** A mapping that a person saved under a name. */
export type SavedMapping = { readonly name: string; readonly kind: ImportKind; readonly mapping: Mapping };

/** How a file is to be read. */
export type ChosenProfile = {
  readonly kind: ImportKind;
  readonly profile: string;
  readonly mapping: Mapping;
  /** Needed fields without a column, and fields given a column that is not there. */
  readonly missing: readonly ImportField[];
  readonly habits: SalesHabits;
};

type Wish = {
  readonly kind?: ImportKind | undefined;
  readonly profile?: string | undefined;
  readonly mapping?: Mapping | undefined;
  readonly saved?: readonly SavedMapping[];
  /** A list of whole orders lies beside the lines, and says when they were sold. */
  readonly hasOrders?: boolean;
};

const noProfile = 'generic';

/**
 * What a file holds and what each column means. A mapping that is given stands as it is (an empty column name means “none”), only needed
 * fields that it does not speak of are taken from what the columns say: a mapping that was saved, else the profile of a platform, else
 * a guess by the headings. A platform keeps its habits whoever chose its columns.
 */
export function chooseProfile(columns: readonly string[], wish: Wish): ChosenProfile {
  const saved = fittingMapping(columns, wish);
  const known = knownProfile(columns, { ...wish, kind: wish.kind ?? saved?.kind });
  const kind = wish.kind ?? saved?.kind ?? known?.kind ?? likeliestKind(columns);
  const own = saved?.mapping ?? (known ? columnsOf(known, columns) : guessMapping(columns, kind));
  const fields: readonly ImportField[] = importFields[kind];
  const needed = neededOf(kind, known).filter((field) => !(wish.hasOrders && field === 'soldAt'));
  const { mapping: given } = wish;
  const mapping: Mapping = {};
  for (const field of fields) {
    const column =
      given === undefined || (needed.includes(field) && given[field] === undefined) ? own[field] : given[field];
    // A saved mapping may know columns that not every such file has.
    if (column && (columns.includes(column) || given?.[field] !== undefined)) mapping[field] = column;
  }
  const missing = fields.filter((field) => {
    const column = mapping[field];
    return column === undefined ? needed.includes(field) : !columns.includes(column);
  });
  const habits = known ? habitsOf(known, { columns, mapping }) : {};
  return { kind, profile: saved?.name ?? known?.name ?? noProfile, mapping, missing, habits };
}

function neededOf(kind: ImportKind, known: Profile | undefined): readonly ImportField[] {
  const needed: readonly ImportField[] = neededImportFields[kind];
  return needed.filter((field) => !known?.without?.includes(field));
}

/** The habits of a platform, but for fields that a person takes from other columns. */
function habitsOf(known: Profile, { columns, mapping }: { columns: readonly string[]; mapping: Mapping }): SalesHabits {
  const { habits = {} } = known;
  const own = columnsOf(known, columns);
  const isOwn = (field: ImportField): boolean => mapping[field] === own[field];
  const derived = Object.entries(habits.derived ?? {}).filter(([field]) => isOwn(field as ImportField));
  return {
    ...habits,
    ...(habits.derived && { derived: Object.fromEntries(derived) }),
    ...(habits.priceOfLine && { priceOfLine: isOwn('unitPrice') }),
  };
}

/** The mapping that was asked for by its name, else the one that knows most of the columns. */
function fittingMapping(columns: readonly string[], { kind, profile, saved = [] }: Wish): SavedMapping | undefined {
  const ofKind = saved.filter((candidate) => kind === undefined || candidate.kind === kind);
  if (profile !== undefined) return ofKind.find(({ name }) => name === profile);
  const named = ({ mapping }: SavedMapping): string[] => Object.values(mapping).filter((column) => column !== '');
  return ofKind
    .filter((candidate) => named(candidate).length > 0 && named(candidate).every((column) => columns.includes(column)))
    .sort((a, b) => named(b).length - named(a).length)[0];
}

/** The profile that was asked for by its name, else the first that fits. */
function knownProfile(columns: readonly string[], { kind, profile }: Wish): Profile | undefined {
  if (profile === noProfile) return undefined;
  const ofKind = profiles.filter((candidate) => kind === undefined || candidate.kind === kind);
  const there = new Set(columns.map(plainHeading));
  const fits = ({ knownBy }: Profile): boolean => knownBy.every((column) => there.has(plainHeading(column)));
  return ofKind.find(({ name }) => name === profile) ?? ofKind.find(fits);
}

function columnsOf({ columns: known }: Profile, columns: readonly string[]): Mapping {
  const there = new Map(columns.map((column) => [plainHeading(column), column]));
  const mapping: Mapping = {};
  for (const [field, headings] of Object.entries(known)) {
    const column = [headings].flat().flatMap((heading) => there.get(plainHeading(heading)) ?? [])[0];
    if (column !== undefined) mapping[field as ImportField] = column;
  }
  return mapping;
}

/** The kind that has all it needs and says most about the columns; sales when there is none. */
function likeliestKind(columns: readonly string[]): ImportKind {
  let best: ImportKind = 'sales';
  let most = 0;
  for (const kind of importKinds) {
    const mapping = guessMapping(columns, kind);
    const isWhole = neededImportFields[kind].every((field) => mapping[field] !== undefined);
    const count = Object.keys(mapping).length;
    if (isWhole && count > most) [best, most] = [kind, count];
  }
  return best;
}
