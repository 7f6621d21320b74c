import { type DocumentKind, documentFacts, documents } from '../../contract/host.ts';
import { locales } from '../../contract/values/words.ts';
import type { PrintedSheet } from './paper-words.ts';

/** `npm run papers` lays every sheet out in every language; a run of the tests each in one. */
const inAllLanguages = process.env.BACKSHELF_PAPERS === 'all';

/**
 * The sheets of a document: on each of its papers, from paper to paper and from document to document in another language, so that
 * every document and every paper occurs in both. Two suites with different turns have every sheet in both languages between them.
 */
export function sheetsOf(document: DocumentKind, turn: 0 | 1): PrintedSheet[] {
  const at = documents.indexOf(document) + turn;
  return documentFacts[document].papers.flatMap((paper, place) => {
    const chosen = inAllLanguages ? locales : locales.filter((_, index) => index === (at + place) % locales.length);
    return chosen.map((locale) => ({ document, paper, locale }));
  });
}
