import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type Word = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its height on the page, from the top: boxes are as high as the font and say little of the letters. */
  readonly middle: number;
};
export type PdfFacts = {
  readonly pages: number;
  /** In points, of every page. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  /** As the page was written, without any white space: names that wrap stay whole. */
  readonly text: string;
  readonly words: readonly Word[];
  /** What a scanner reads from the first page at 200 dpi. */
  readonly codes: readonly string[];
  readonly fontsAreEmbedded: boolean;
  /** Their names, as the file has them. */
  readonly fonts: readonly string[];
};

const runFile = promisify(execFile);
const outputMost = 64 * 2 ** 20;
const run = async (program: string, args: readonly string[]): Promise<string> =>
  (await runFile(program, args, { encoding: 'utf8', maxBuffer: outputMost })).stdout;

/** What poppler and zbar see in a PDF. */
export async function pdfFacts(path: string): Promise<PdfFacts> {
  const [about, fontList, text, boxes, codes] = await Promise.all([
    run('pdfinfo', ['-l', '-1', path]),
    run('pdffonts', [path]),
    run('pdftotext', ['-raw', path, '-']),
    run('pdftotext', ['-bbox', path, '-']),
    scanned(path),
  ]);
  const sizes = [...about.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)];
  const fonts = fontList.trim().split('\n').slice(2);
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(about)?.[1]),
    sizes: sizes.map(([, width, height]) => ({ width: Number(width), height: Number(height) })),
    text: text.replace(/\s/g, ''),
    words: wordsOf(boxes),
    codes,
    fonts: fonts.map((font) => font.split(/\s+/)[0] ?? ''),
    fontsAreEmbedded:
      fonts.length > 0 && fonts.every((font) => /\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(font)),
  };
}

function wordsOf(boxes: string): Word[] {
  return boxes.split('<page ').flatMap((text, page) =>
    [...text.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(
      ([, left, top, right, bottom, word]) => ({
        page,
        text: word ?? '',
        left: Number(left),
        right: Number(right),
        middle: (Number(top) + Number(bottom)) / 2,
      }),
    ),
  );
}

async function scanned(path: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'backshelf-scan-'));
  try {
    await run('pdftoppm', ['-r', '200', '-l', '1', '-gray', path, join(scratch, 'page')]);
    const pictures = (await readdir(scratch)).map((name) => join(scratch, name));
    const codes = await run('zbarimg', ['--quiet', ...pictures]).catch(nothingThere);
    return codes.split('\n').filter(Boolean).sort();
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** `zbarimg` ends with 4 where there is no code. */
function nothingThere(error: { readonly code?: unknown }): string {
  if (error.code !== 4) throw error;
  return '';
}

/** Words that lie on another one: side by side they may touch, lines are further apart than half a letter. */
export function overlaps(words: readonly Word[]): string[] {
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => other.page === one.page && crosses(one, other))
      .map((other) => `${one.text} | ${other.text}`),
  );
}

const touchPoints = 0.5;
const halfLetterPoints = 3;

function crosses(one: Word, other: Word): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return across > touchPoints && Math.abs(one.middle - other.middle) < halfLetterPoints;
}
