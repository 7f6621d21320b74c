/** What stands between the levels of a code: `1012.01`, `1012-01`, `1012 01`. */
const separators = /[\s.\-_/\\:·]+/;

/** A level of a code that is figures alone has two of them at least: 1012 → 101201, but 200 and 2000 are two accounts. */
const digitsOfLevel = 2;
/** The first level of such a code has so many figures at least. */
const digitsOfFirstLevel = 3;

/** A code without what stands between its levels: `1012.01` and `101201` are written differently and may be the same account. */
export function bareCode(code: string): string {
  return code.split(separators).join('').toUpperCase();
}

/** Whether an account is one of those below another, by its code: `1012.01`, `1012-01` and `101201` are below `1012`. */
export function isBelow(code: string, above: string): boolean {
  if (code.length <= above.length || !code.startsWith(above)) return false;
  const rest = code.slice(above.length);
  if (separators.test(rest.charAt(0))) return bareCode(rest) !== '';
  const isLevel = /^\d+$/.test(rest) && rest.length >= digitsOfLevel;
  return isLevel && above.length >= digitsOfFirstLevel && /\d$/.test(above);
}

/** The first level of a code: what stands before its first separator, of figures alone the first four. */
export function leadingCode(code: string): string {
  const [first = '', ...others] = code.split(separators);
  return others.length === 0 && /^\d+$/.test(first) ? first.slice(0, 4) : first;
}
