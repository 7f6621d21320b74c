import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderPdf } from '../browser-host/pdf.ts';
import type { Outcome, Output, ProcedureName } from '../contract/api.ts';
import { documentFacts, type PrintJob } from '../contract/host.ts';
import type { Locale } from '../contract/values/words.ts';
import { NothingToPrint } from '../host/laid-out.ts';
import { windowFiles } from '../host/window-files.ts';
import type { PrintRequest } from './arguments.ts';
import type { OpenShop } from './open.ts';
import { exitCodes, type Said, sayOutcome } from './output.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The sheets are part of the window, so the window must be compiled. What the compiler says goes to standard error. */
async function compileWindow(): Promise<void> {
  const compiler = spawn(process.execPath, [here('../build/compile.ts'), '--if-stale'], { stdio: ['ignore', 2, 2] });
  const [code] = (await once(compiler, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The window could not be compiled, so nothing was printed.');
}

/** Prints documents into one PDF file; a number that the shop does not know is refused before a browser starts. */
export async function printDocument(shop: OpenShop, request: PrintRequest, locale: Locale): Promise<Said> {
  const { document, paper, to } = request;
  const found = await numbersOf(shop, request);
  if ('unknown' in found) return sayOutcome(found.unknown, locale);
  await compileWindow();
  const job = { document, paper, locale: request.locale ?? locale };
  const counted = await countCopies(shop, { ...job, numbers: found.numbers });
  if ('unknown' in counted) return sayOutcome(counted.unknown, locale);
  try {
    const { bytes } = await renderPdf(
      { ...job, sheets: counted.sheets },
      { connect: () => ({ ...shop.connect(), close: () => {} }), files: windowFiles(here('../out/renderer')) },
    );
    const path = resolve(to);
    await writeFile(path, bytes);
    return { json: { path, bytes: bytes.byteLength }, exit: exitCodes.ok };
  } catch (error) {
    if (!(error instanceof NothingToPrint)) throw error;
    return { json: { invalid: [{ path: 'DOCUMENT', message: error.message }] }, exit: exitCodes.invalid };
  }
}

type Unknown = { readonly unknown: Outcome<ProcedureName> };

/** Several numbers are separated by commas, unless a comma belongs to the one code that was given. */
async function numbersOf(
  shop: OpenShop,
  { document, number }: PrintRequest,
): Promise<Unknown | { readonly numbers: string[] }> {
  const asOne = await lookUp(shop, { document, number });
  if ('ok' in asOne) return { numbers: [number] };
  const numbers = number.split(',').map((part) => part.trim());
  if (numbers.length === 1) return { unknown: asOne };
  for (const part of numbers) {
    const known = await lookUp(shop, { document, number: part });
    if (!('ok' in known)) return { unknown: known };
  }
  return { numbers };
}

type Counting = Omit<PrintJob, 'sheets'> & { readonly numbers: string[] };

/** As every window does before it lays out what proves something. */
async function countCopies(shop: OpenShop, job: Counting): Promise<Unknown | Pick<PrintJob, 'sheets'>> {
  if (!documentFacts[job.document].counted) return { sheets: job.numbers.map((number) => ({ number, copy: 0 })) };
  const answer = await shop.call('paper.printed', { ...job, id: randomUUID(), how: 'pdf' });
  if (!('ok' in answer)) return { unknown: answer };
  const { sheets } = answer.ok as Output<'paper.printed'>;
  return { sheets };
}

/** Asks for the thing whose number it is. */
function lookUp(
  shop: OpenShop,
  { document, number }: Pick<PrintRequest, 'document' | 'number'>,
): Promise<Outcome<ProcedureName>> {
  const { of } = documentFacts[document];
  switch (of) {
    case 'return':
      return shop.call('returns.get', { number });
    case 'repair':
      return shop.call('repair.get', { number });
    case 'claim':
      return shop.call('claims.get', { number });
    case 'item':
      return shop.call('catalog.product', { sku: number });
    case 'store-credit':
      return shop.call('storeCredit.get', { code: number });
    case 'credit-note':
      return shop.call('refunds.creditNote', { number });
    case 'goods-receipt':
      return shop.call('stock.receipt', { number });
    case 'stocktake':
      return shop.call('stocktakes.get', { number });
    case 'day':
      return shop.call('money.dayReport', { day: number });
    case 'month':
      return shop.call('months.preview', { month: number });
    case 'nothing':
      return shop.call('settings.get', {});
    default:
      throw new Error(`a document of ${of satisfies never}`);
  }
}
