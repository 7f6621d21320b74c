import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** What poppler and zbar see in a PDF. */
export function pdfFacts(path: string): PdfFacts {
  const about = run('pdfinfo', ['-l', '-1', path]);
  const sizes = [...about.matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)];
  const fonts = run('pdffonts', [path]).trim().split('\n').slice(2);
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(about)?.[1]),
    sizes: sizes.map(([, width, height]) => ({ width: Number(width), height: Number(height) })),
    text: run('pdftotext', ['-raw', path, '-']).replace(/\s/g, ''),
    words: wordsOf(run('pdftotext', ['-bbox', path, '-'])),
    codes: scanned(path),
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

function scanned(path: string): string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'backshelf-scan-'));
  try {
    run('pdftoppm', ['-r', '200', '-l', '1', '-png', path, join(scratch, 'page')]);
    const pictures = readdirSync(scratch).map((name) => join(scratch, name));
    return run('zbarimg', ['--quiet', ...pictures])
      .trim()
      .split('\n')
      .sort();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
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
