import {
  type ChosenPrinter,
  type DocumentKind,
  documentFacts,
  type Paper,
  type PrintJob,
} from '../../contract/host.ts';
import type { Locale } from '../../contract/values/words.ts';
import { host } from '../state/bridge.ts';
import { shopSettings } from '../state/settings.svelte.ts';
import { ask, troubleSentence } from '../state/shop.svelte.ts';

/** What is to come out, before anybody knows which copy it is. */
export type Wanted = {
  readonly document: DocumentKind;
  readonly numbers: readonly string[];
  readonly paper: Paper;
  readonly locale: Locale;
};
export type Ways = {
  /** Whatever is remembered, the system's dialogue is to be asked. */
  readonly dialogue?: boolean;
  /** Through the printer of another document. */
  readonly as?: DocumentKind;
};
/** What became of it: the printer that this paper goes to may not be there. */
export type Came = { readonly printed: true } | { readonly gone: string };

/**
 * The one way onto paper: the copy is counted before the sheet is laid out, so that the sheet can say it, and it goes to the printer
 * remembered for that document and paper, or to the system's dialogue. Rejects with a sentence that says why nothing came out.
 */
export async function printOut(wanted: Wanted, { dialogue = false, as = wanted.document }: Ways = {}): Promise<Came> {
  const chosen = dialogue ? undefined : await printerOf(as, wanted.paper);
  if (chosen && 'gone' in chosen) return chosen;
  const job = await countedJob(wanted, 'print');
  await host().print(chosen ? { ...job, printer: chosen } : job);
  return { printed: true };
}

/** The same into a PDF; gives its path. */
export async function pdfOut(wanted: Wanted): Promise<string> {
  return host().savePdf(await countedJob(wanted, 'pdf'));
}

/** Copies of what proves nothing, such as labels, are not counted and need no event in the chain. */
async function countedJob(wanted: Wanted, how: 'print' | 'pdf'): Promise<PrintJob> {
  const { document, numbers, paper, locale } = wanted;
  if (!documentFacts[document].counted) {
    return { document, paper, locale, sheets: numbers.map((number) => ({ number, copy: 0 })) };
  }
  const asked = { id: crypto.randomUUID(), document, numbers: [...numbers], paper, locale, how };
  const answer = await ask('paper.printed', asked);
  if (answer.trouble) throw new Error(troubleSentence(answer.trouble));
  return { document, paper, locale, sheets: answer.ok.sheets };
}

/** Where no printers can be asked for, nothing is said to be gone: the system's dialogue knows them. */
async function printerOf(
  document: DocumentKind,
  paper: Paper,
): Promise<ChosenPrinter | { readonly gone: string } | undefined> {
  const choice = shopSettings.current?.printers.find((one) => one.document === document && one.paper === paper);
  if (!choice) return undefined;
  const there = await host().printers();
  if (there.length === 0) return undefined;
  const { printer: name, direct, copies } = choice;
  return there.some((one) => one.name === name) ? { name, direct, copies } : { gone: name };
}
