import type { Found } from '../../db/queries/find.ts';
import type { ReadHandler } from '../context.ts';
import { stepQueries } from './grams.ts';

/**
 * What begins with the text comes first, then names that contain it, then what has it in a code or sounds so. Numbers are also tried in
 * capitals, as people type `r-2026`.
 */
export const find: ReadHandler<'find.search'> = ({ store }, { text, limit = 12 }) => {
  const wanted = text.trim();
  if (wanted === '') return { items: [] };
  const spellings = [...new Set([wanted, wanted.toUpperCase()])];
  let found = withoutTwins(spellings.flatMap((spelling) => store.find.byNumber({ text: spelling, limit })));
  for (const query of stepQueries(wanted)) {
    if (found.length >= limit) break;
    found = withoutTwins([...found, ...store.find.byName({ query, limit })]);
  }
  const exact = found.filter(({ title }) => title === wanted);
  return { items: withoutTwins([...exact, ...found]).slice(0, limit) };
};

function withoutTwins(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ kind, id }) => {
    const key = `${kind} ${id}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
