import type { Locale } from './values/words.ts';
import type { Transport } from './wire.ts';

/** Paper a document can be printed on. */
export const papers = ['A4', 'A5', '80mm', '58mm'] as const;
export type Paper = (typeof papers)[number];

/** Sizes in millimetres. A5 lies on its side, as shops keep it; rolls are as long as their content. */
export const paperSizes: Record<Paper, { readonly widthMm: number; readonly heightMm?: number }> = {
  A4: { widthMm: 210, heightMm: 297 },
  A5: { widthMm: 210, heightMm: 148 },
  '80mm': { widthMm: 80 },
  '58mm': { widthMm: 58 },
};

export const documents = [
  'return-slip',
  'refund-receipt',
  'scrap-note',
  'repair-ticket',
  'supplier-return',
  'item-label',
  'price-label',
  'customer-letter',
  'store-credit-voucher',
] as const;
export type DocumentKind = (typeof documents)[number];

const rolls = ['80mm', '58mm'] as const satisfies readonly Paper[];
/** What a document's number is of, and which papers it is laid out for. A label is named by the code of its item. */
export const documentFacts: Readonly<
  Record<
    DocumentKind,
    {
      readonly of: 'return' | 'repair' | 'claim' | 'item' | 'store-credit';
      readonly papers: readonly [Paper, ...Paper[]];
    }
  >
> = {
  'return-slip': { of: 'return', papers: ['A5', 'A4', ...rolls] },
  'refund-receipt': { of: 'return', papers: ['A5', 'A4', ...rolls] },
  'scrap-note': { of: 'return', papers: ['A5', 'A4', ...rolls] },
  'repair-ticket': { of: 'repair', papers: ['A5', 'A4', ...rolls] },
  'supplier-return': { of: 'claim', papers: ['A5', 'A4', ...rolls] },
  'customer-letter': { of: 'return', papers: ['A5', 'A4', ...rolls] },
  'item-label': { of: 'item', papers: ['58mm', '80mm'] },
  'price-label': { of: 'item', papers: ['58mm', '80mm', 'A4'] },
  'store-credit-voucher': { of: 'store-credit', papers: ['80mm', '58mm', 'A5', 'A4'] },
};

export type PrintJob = {
  readonly document: DocumentKind;
  readonly number: string;
  readonly paper: Paper;
  readonly locale: Locale;
};

export type HostInfo = {
  readonly kind: 'electron' | 'browser';
  readonly version: string;
  readonly platform: string;
  /** The shop's folder. */
  readonly folder: string;
  /** Whether the made-up shop is open instead of the person's own. */
  readonly demo: boolean;
  /** The language of the system, for the very first screen. */
  readonly systemLocale: string;
};

/** What a window may ask of its host, beside calling the shop. The host checks every argument on arrival. */
export type HostAbilities = {
  info(): Promise<HostInfo>;
  /** The chosen file's path; nothing when the person turned back. */
  pickFile(options: { readonly extensions: readonly string[] }): Promise<string | undefined>;
  pickFolder(): Promise<string | undefined>;
  /** Where a file lies that was dropped on the window; nothing for one that lies nowhere, such as a picture out of a page. */
  pathOf(file: File): Promise<string | undefined>;
  /** Shows a file or folder in the system's own file manager. Only below the shop's folder or a folder picked before. */
  reveal(path: string): Promise<void>;
  /** To the system's print dialogue. */
  print(job: PrintJob): Promise<void>;
  /** To a PDF below the shop's `exports/`, or to a place the person picks; gives the path. */
  savePdf(job: PrintJob): Promise<string>;
  /** Closes this shop and opens the other one: `demo` is the made-up one beside it. */
  switchShop(to: 'own' | 'demo'): Promise<void>;
  copyText(text: string): Promise<void>;
  /** To a file below the shop's `exports/`, or to a place the person picks; gives the path. */
  saveText(file: { readonly name: string; readonly text: string }): Promise<string>;
  /** A few words on the desktop, where the system shows such; nothing where it does not. */
  notify(said: { readonly title: string; readonly text: string }): Promise<void>;
  /** Opens a `mailto:` address in the person's own mail program. */
  openMail(address: string): Promise<void>;
};

/** Those that are asked for by name and plain arguments. A file cannot be sent: its path is found where the window is. */
export type AskedAbilities = Omit<HostAbilities, 'pathOf'>;

/** What every host puts into its windows as `window.backshelf`: the way to the shop, and the host's own abilities. */
export type HostBridge = Transport & { readonly host: HostAbilities };
