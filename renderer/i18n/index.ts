import type { Said } from '../../contract/words/index.ts';
import { fillMessage, messageOf, type Parameters } from './catalogue.ts';
import { language } from './language.svelte.ts';
import { catalogue, type Key } from './texts.ts';

/** A text of the catalogue in the window's language, with its parameters. Follows a change of language at once. */
export function t<K extends Key>(key: K, ...parameters: Parameters<(typeof catalogue)[K]>): string {
  return fillMessage(messageOf(catalogue[key], language.locale), language.locale, parameters[0]);
}

/** One of two said things (the words of the contract) in the window's language. */
export function say(said: Said): string {
  return said[language.locale];
}

export { language } from './language.svelte.ts';
export { show } from './show.ts';
export type { Key } from './texts.ts';
