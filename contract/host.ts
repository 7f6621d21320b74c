import type { MoveOutcome, MoveProgress } from './move.ts';
import type { InstalledAs, UpdateAbilities } from './update.ts';
import type { Locale } from './values/words.ts';

/** Paper a document can be printed on. */
export const papers = ['A4', 'A5', 'form-full', 'form-half', 'form-third', '80mm', '58mm'] as const;
export type Paper = (typeof papers)[number];

const inch = 25.4;

/**
 * Sizes in millimetres. A5 lies on its side, as shops keep it; rolls are as long as their content. Continuous forms are 9.5 inches wide with
 * their strips of holes and 11 inches long, or half or a third of that: exact inches, or the next sheet begins beside its perforation.
 */
export const paperSizes: Record<Paper, { readonly widthMm: number; readonly heightMm?: number }> = {
  A4: { widthMm: 210, heightMm: 297 },
  A5: { widthMm: 210, heightMm: 148 },
  'form-full': { widthMm: 9.5 * inch, heightMm: 11 * inch },
  'form-half': { widthMm: 9.5 * inch, heightMm: 5.5 * inch },
  'form-third': { widthMm: 9.5 * inch, heightMm: (11 / 3) * inch },
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
  'credit-note',
  'exchange-note',
  'goods-receipt',
  'stocktake-sheet',
  'day-report',
  'month-controls',
  'test-page',
] as const;
export type DocumentKind = (typeof documents)[number];

const rolls = ['80mm', '58mm'] as const satisfies readonly Paper[];
const forms = ['form-full', 'form-half', 'form-third'] as const satisfies readonly Paper[];
/** Of a document that is handed over or kept: every sheet, form and roll. */
const slipPapers = ['A5', 'A4', ...forms, ...rolls] as const satisfies readonly Paper[];
/**
 * What a document's number is of, which papers it is laid out for, the usual one first, and whether its copies are counted: those of
 * documents that prove something are. A label is named by the code of its item, a day by its date, a test page by nothing.
 */
export const documentFacts: Readonly<
  Record<
    DocumentKind,
    {
      readonly of:
        | 'return'
        | 'repair'
        | 'claim'
        | 'item'
        | 'store-credit'
        | 'credit-note'
        | 'goods-receipt'
        | 'stocktake'
        | 'day'
        | 'month'
        | 'nothing';
      readonly papers: readonly [Paper, ...Paper[]];
      readonly counted: boolean;
    }
  >
> = {
  'return-slip': { of: 'return', papers: slipPapers, counted: true },
  'refund-receipt': { of: 'return', papers: slipPapers, counted: true },
  'exchange-note': { of: 'return', papers: slipPapers, counted: true },
  'credit-note': { of: 'credit-note', papers: slipPapers, counted: true },
  'scrap-note': { of: 'return', papers: slipPapers, counted: true },
  'repair-ticket': { of: 'repair', papers: slipPapers, counted: true },
  'supplier-return': { of: 'claim', papers: slipPapers, counted: true },
  'customer-letter': { of: 'return', papers: ['A5', 'A4', ...rolls], counted: false },
  'item-label': { of: 'item', papers: ['58mm', '80mm'], counted: false },
  'price-label': { of: 'item', papers: ['58mm', '80mm', 'A4'], counted: false },
  'store-credit-voucher': { of: 'store-credit', papers: ['80mm', '58mm', 'A5', 'A4'], counted: true },
  'goods-receipt': { of: 'goods-receipt', papers: slipPapers, counted: true },
  'stocktake-sheet': { of: 'stocktake', papers: ['A4', 'A5', ...forms], counted: false },
  'day-report': { of: 'day', papers: ['80mm', '58mm', 'A5', 'A4'], counted: true },
  'month-controls': { of: 'month', papers: ['A4'], counted: false },
  'test-page': { of: 'nothing', papers: papers, counted: false },
};

/** One sheet of a job, and which copy it is: 0 for the original, and where copies are not counted. */
export type PrintSheet = { readonly number: string; readonly copy: number };
/** More than that is no one job: a window would be long in laying it out. */
export const maximumSheets = 200;
export type PrinterOnPc = {
  /** As the system names it. */
  readonly name: string;
  /** As people read it. */
  readonly label: string;
  readonly isDefault: boolean;
};
/** The printer of a job. */
export type ChosenPrinter = {
  readonly name: string;
  /** Straight to it, without the system's dialogue. */
  readonly direct: boolean;
  readonly copies: number;
};
export type PrintJob = {
  readonly document: DocumentKind;
  /** At least one, at most `maximumSheets`; each begins on a page of its own, on a roll below a line to cut at. */
  readonly sheets: readonly PrintSheet[];
  readonly paper: Paper;
  readonly locale: Locale;
  /** Without one it goes to the system's dialogue. */
  readonly printer?: ChosenPrinter;
};

/** Several numbers as one part of an address: whatever stands in them, they are told apart again by `splitNumbers`. */
export const joinNumbers = (numbers: readonly string[]): string => numbers.map(encodeURIComponent).join(',');
export const splitNumbers = (joined: string): string[] => joined.split(',').map(decodedNumber);

/** An address that a person typed may hold a percent sign that encodes nothing. */
function decodedNumber(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export type HostInfo = {
  readonly kind: 'electron' | 'browser';
  readonly version: string;
  readonly platform: string;
  /** The shop's folder. */
  readonly folder: string;
  /** Whether the made-up shop is open instead of the person's own. */
  readonly demo: boolean;
  /** Whether the program may move the shop to another folder: not out of one that was named when it was started. */
  readonly canMove: boolean;
  /** The language of the system, for the very first screen. */
  readonly systemLocale: string;
  /** Nothing where there is no installed program that could be updated. */
  readonly installedAs?: InstalledAs;
};

export type Look = {
  readonly locale: Locale;
  readonly theme: 'system' | 'light' | 'dark';
  readonly textPercent: number;
};

/** What a window may ask of its host, beside calling the shop. The host checks every argument on arrival. */
export type HostAbilities = UpdateAbilities & {
  info(): Promise<HostInfo>;
  /** The chosen file's path; nothing when the person turned back. */
  pickFile(options: { readonly extensions: readonly string[] }): Promise<string | undefined>;
  pickFolder(): Promise<string | undefined>;
  /** Where a file lies that was dropped on the window; nothing for one that lies nowhere, such as a picture out of a page. */
  pathOf(file: File): Promise<string | undefined>;
  /** Shows a file or folder in the system's own file manager. Only below the shop's folder or a folder picked before. */
  reveal(path: string): Promise<void>;
  /** Those that a job may name; none where only the system's dialogue knows them. */
  printers(): Promise<readonly PrinterOnPc[]>;
  /** To the job's printer, or to the system's print dialogue. */
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
  /** What stands around the page goes with it: menus in its language, the frame in its theme. */
  showAs(look: Look): Promise<void>;
  /** Program, system and the last lines of the log, for whoever looks after the PC. */
  report(): Promise<string>;
  /** Whose work the program is made with, and under which licences. */
  licences(): Promise<string>;
  /** Puts a bug of the window into the log: what `errorKind` says of it. */
  noteBug(kind: string): Promise<void>;
  /** Starts the shop's process again after it was given up. */
  startAgain(): Promise<void>;
  /** Moves the person's own shop into an empty folder; meanwhile it is closed. */
  moveShop(to: string): Promise<MoveOutcome>;
  moveProgress(): Promise<MoveProgress | undefined>;
};

/** Those that are asked for by name and plain arguments. A file cannot be sent: its path is found where the window is. */
export type AskedAbilities = Omit<HostAbilities, 'pathOf'>;
