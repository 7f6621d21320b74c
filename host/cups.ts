import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { ChosenPrinter, PrinterOnPc } from '../contract/host.ts';

const run = promisify(execFile);

/** What a program of the printing system says, in English whatever the system speaks; nothing where it is not there. */
async function said(program: string, args: readonly string[]): Promise<string> {
  if (process.platform === 'win32') return '';
  return run(program, args, { env: { ...process.env, LC_ALL: 'C' }, timeout: 10_000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );
}

/** The printer that the system takes where nobody says another. */
export async function defaultPrinter(): Promise<string | undefined> {
  return /^system default destination: (.+)$/m.exec(await said('lpstat', ['-d']))?.[1]?.trim();
}

/** The printers of Linux and macOS; none elsewhere, where only the system's own dialogue knows them. */
export async function cupsPrinters(): Promise<PrinterOnPc[]> {
  const names = (await said('lpstat', ['-e'])).split('\n').filter(Boolean);
  const usual = names.length > 0 ? await defaultPrinter() : undefined;
  return names.map((name) => ({ name, label: name, isDefault: name === usual }));
}

type Paper = { readonly widthMm: number; readonly heightMm: number };
const twoDecimals = (mm: number): number => Math.round(mm * 100) / 100;

/** Hands a PDF to the printer in its own size. Rejects with what the printing system says when it does not take it. */
export async function printPdf(pdf: Uint8Array, printer: ChosenPrinter, { widthMm, heightMm }: Paper): Promise<void> {
  const media = `media=Custom.${twoDecimals(widthMm)}x${twoDecimals(heightMm)}mm`;
  const args = ['-d', printer.name, '-n', String(printer.copies), '-t', 'Backshelf', '-o', media];
  await new Promise<void>((resolve, reject) => {
    const lp = spawn('lp', args, { stdio: ['pipe', 'ignore', 'pipe'] });
    let problem = '';
    lp.stderr.setEncoding('utf8').on('data', (text: string) => {
      problem += text;
    });
    lp.once('error', reject);
    lp.once('close', (code) => (code === 0 ? resolve() : reject(new Error(problem.trim() || `lp ended with ${code}`))));
    // A program that ends early closes its input: what it says is the reason, not the broken pipe.
    lp.stdin.on('error', () => undefined).end(pdf);
  });
}
