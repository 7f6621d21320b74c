import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type StandInPrinters, standInPrinters } from '../fixtures/printers.ts';
import { cupsPrinters, defaultPrinter, printPdf } from './cups.ts';

let printers: StandInPrinters;
beforeEach(() => {
  printers = standInPrinters(['counter', 'office']);
});
afterEach(() => printers.remove());

test('the printers of the system are told, with the usual one', async () => {
  expect(await cupsPrinters()).toEqual([
    { name: 'counter', label: 'counter', isDefault: false },
    { name: 'office', label: 'office', isDefault: true },
  ]);
  expect(await defaultPrinter()).toBe('office');
});

test('a system without these programs has no printers to tell', async () => {
  printers.remove();
  const { PATH } = process.env;
  process.env.PATH = '/nowhere';
  expect([await cupsPrinters(), await defaultPrinter()]).toEqual([[], undefined]);
  process.env.PATH = PATH;
});

test('a PDF is handed over in its own size and number', async () => {
  const printer = { name: 'counter', direct: true, copies: 3 };
  await printPdf(Buffer.from('%PDF-1.7'), printer, { widthMm: 241.3, heightMm: (11 * 25.4) / 3 });
  const [job] = printers.handedOver();
  expect(job?.args.join(' ')).toBe('-d counter -n 3 -t Backshelf -o media=Custom.241.3x93.13mm');
  expect(readFileSync(job?.pdf ?? '', 'utf8')).toBe('%PDF-1.7');
});
