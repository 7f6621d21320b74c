import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderPdf } from '../browser-host/pdf.ts';
import type { Outcome, ProcedureName } from '../contract/api.ts';
import { documentFacts } from '../contract/host.ts';
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

/** Prints one document into a PDF file; a number that the shop does not know is refused before a browser starts. */
export async function printDocument(shop: OpenShop, request: PrintRequest, locale: Locale): Promise<Said> {
  const known = await lookUp(shop, request);
  if (!('ok' in known)) return sayOutcome(known, locale);
  await compileWindow();
  const { to, ...job } = request;
  try {
    const bytes = await renderPdf(
      { ...job, locale: job.locale ?? locale },
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

/** Asks for the thing whose number it is. */
function lookUp(shop: OpenShop, { document, number }: PrintRequest): Promise<Outcome<ProcedureName>> {
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
