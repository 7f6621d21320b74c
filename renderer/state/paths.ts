/** Every address of the window. A new screen adds its line here and one in `app/routes.ts`. */
export const paths = [
  '/',
  '/returns',
  '/returns/:id',
  '/arrive',
  '/counter',
  '/counter/:saleId',
  '/store-credit',
  '/red-invoices',
  '/sales',
  '/sales/:id',
  '/repairs',
  '/repairs/:number',
  '/claims',
  '/claims/:number',
  '/import',
  '/imports',
  '/imports/:id',
  '/unmatched',
  '/unmatched/:id',
  '/customers',
  '/customers/:id',
  '/stock',
  '/items',
  '/items/:sku',
  '/receiving',
  '/receiving/:number',
  '/receive',
  '/opening-stock',
  '/counts',
  '/counts/:number',
  '/reorder',
  '/history',
  '/months',
  '/months/:month',
  '/accounts',
  '/vouchers',
  '/drawer',
  '/drawer/count',
  '/days/:day',
  '/wallets',
  '/unusual',
  '/settings',
  '/settings/paper',
  '/people',
  '/policy',
  '/care',
  '/update',
  '/guide',
  '/paper/:document/:numbers/:paper/:locale',
] as const;
export type Path = (typeof paths)[number];
/** The places of the rail. */
export type PlaceName = 'today' | 'returns' | 'sales' | 'customers' | 'stock' | 'months' | 'insight' | 'settings';

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
/** The parts of an address that vary, as text. */
export type ParamsOf<P extends string> = Readonly<Record<Names<P>, string>>;
export type Params<P extends string> = [Names<P>] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<Names<P>, string | number>>;

export type Place = {
  readonly path: Path;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
};

/** The address of a screen, with its query: `#/returns/12?next=inspect`. */
export function addressOf(
  path: Path,
  params: Readonly<Record<string, string | number>>,
  query: Readonly<Record<string, string>>,
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = new URLSearchParams(query).toString();
  return `#${filled}${asked ? `?${asked}` : ''}`;
}

/** Which screen an address means; nothing when it means none. Fixed parts win over those that vary. */
export function placeOf(hash: string): Place | undefined {
  const [pathname = '', asked = ''] = hash.replace(/^#/, '').split('?');
  const parts = partsOf(pathname);
  for (const path of paths) {
    const params = matched(partsOf(path), parts);
    if (params) return { path, params, query: new URLSearchParams(asked) };
  }
  return undefined;
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

function matched(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) params[name.slice(1)] = decoded(part);
    else if (name !== part) return undefined;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
