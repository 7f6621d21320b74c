import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { renderPdf } from '../browser-host/pdf.ts';
import type { Paper } from '../contract/host.ts';
import { windowFiles } from '../host/window-files.ts';

/** Paper sizes and roll lengths, on a page whose one sheet is 100 mm high whatever the paper. */
const scratch = mkdtempSync(join(tmpdir(), 'backshelf-pdf-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const files = windowFiles(fileURLToPath(new URL('support/paper', import.meta.url)));

const pointsToMm = (points: string | undefined): number => Math.round((Number(points) * 25.4) / 72);

async function printed(paper: Paper): Promise<{ pages: number; widthMm: number; heightMm: number; text: string }> {
  const sheets = [{ number: 'R-1/2', copy: 0 }];
  const job = { document: 'return-slip', sheets, paper, locale: 'en' } as const;
  const path = join(scratch, `${paper}.pdf`);
  const { bytes } = await renderPdf(job, { connect: () => undefined, files });
  writeFileSync(path, bytes);
  const about = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(about) ?? [];
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(about)?.[1]),
    widthMm: pointsToMm(width),
    heightMm: pointsToMm(height),
    text: execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).trim(),
  };
}

test.each([
  ['A4', 210, 297],
  ['A5', 210, 148],
  ['80mm', 80, 101],
  ['58mm', 58, 101],
] as const)('%s comes out in its own size, on one page', async (paper, widthMm, heightMm) => {
  const text = `#/paper/return-slip/R-1%2F2/${paper}/en?copies=0`;
  expect(await printed(paper)).toEqual({ pages: 1, widthMm, heightMm, text });
});
