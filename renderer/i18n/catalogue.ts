import type { Locale } from '../../contract/values/words.ts';

/** A sentence with `{places}` for its parameters; or one sentence per plural form, chosen by `count`. */
export type Message = string | { readonly one: string; readonly other: string };
export type Entry = { readonly zh: Message; readonly en: Message };
export type Texts = Readonly<Record<string, Entry>>;

type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
type PlacesOf<M> = M extends string ? Places<M> : M extends { other: infer Other } ? Places<Other> | 'count' : never;
type Names<E extends Entry> = PlacesOf<E['zh']> | PlacesOf<E['en']>;
export type Value = string | number;
/** The parameters a text needs: none at all when its sentences name none. */
export type Parameters<E extends Entry> = [Names<E>] extends [never] ? [] : [Readonly<Record<Names<E>, Value>>];

/** Declares the texts of one area, each in both languages. Keys start with the area's name. */
export function texts<const T extends Texts>(entries: T): T {
  return entries;
}

/** Puts the parameters into a message; whole numbers get the thousands marks of the language. */
export function fillMessage(
  message: Message,
  locale: Locale,
  parameters: Readonly<Record<string, Value>> = {},
): string {
  const text = typeof message === 'string' ? message : message[pluralForm(locale, parameters.count)];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`text without a value for ${place}: ${text}`);
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}

function pluralForm(locale: Locale, count: Value | undefined): 'one' | 'other' {
  return new Intl.PluralRules(locale).select(Number(count)) === 'one' ? 'one' : 'other';
}

/** The message of an entry in the language. */
export function messageOf(entry: Entry, locale: Locale): Message {
  return locale === 'en' ? entry.en : entry.zh;
}
