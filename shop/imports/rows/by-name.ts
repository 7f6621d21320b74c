import { createHash } from 'node:crypto';

const longestCode = 64;
const marks = 12;

/** The code of an item that has none: its name and variant. One too long is cut, and told apart by a mark of its own. */
export function codeByName(name: string, spec: string): string {
  const code = spec === '' ? name : `${name} · ${spec}`;
  if (code.length <= longestCode) return code;
  const mark = createHash('sha256').update(code).digest('hex').slice(0, marks);
  return `${code.slice(0, longestCode - marks - 1)}~${mark}`;
}
