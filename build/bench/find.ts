import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReader, openShopFile } from '../../db/open.ts';
import { testShop } from '../../fixtures/shop.ts';
import { indexedGrams, stepQueries } from '../../shop/find/grams.ts';
import { syllablesOf } from '../../shop/find/pinyin-words.ts';
import { type Bench, type Measure, percentile, timeEach } from './measure.ts';

const names = 250_000;
const searches = 1000;

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗'];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉玲建华国海英梅红云兰凤洁琴飞鹏龙燕波斌宇浩凯婷雪慧健俊帆',
];

function pick(from: readonly string[], n: number): string {
  return from[n % from.length] ?? '';
}

/** Made-up names, spread by primes so that neighbours do not look alike. */
function nameOf(n: number): string {
  return `${pick(surnames, n * 7)}${pick(given, Math.floor(n / 20) * 13)}${pick(given, Math.floor(n / 1000) * 31 + n)}`;
}

/** Eleven digits as telephones have them. */
function phoneOf(n: number): string {
  return `1${30 + (n % 60)}${String((n * 7_919) % 100_000_000).padStart(8, '0')}`;
}

type Filled = { readonly indexBytes: number; readonly indexMs: number };

/** Customers with a code, a name and a telephone; gives what the index takes, and the time to make it. */
function fill(folder: string): Filled {
  const file = openShopFile(folder);
  const { raw } = file.writer;
  const customer = raw.prepare('INSERT INTO customers (id, code, name, phone) VALUES (?, ?, ?, ?)');
  const index = raw.prepare('INSERT INTO find_names (rowid, grams) VALUES (?, ?)');
  raw.exec('BEGIN');
  for (let n = 1; n <= names; n += 1) customer.run(n, `K${n}`, nameOf(n), phoneOf(n));
  const started = performance.now();
  for (let n = 1; n <= names; n += 1) index.run(n * 2 + 1, indexedGrams([`K${n}`, nameOf(n), phoneOf(n)]));
  const indexMs = performance.now() - started;
  raw.exec('COMMIT');
  const indexBytes = Number(raw.prepare('SELECT sum(length(block)) FROM find_names_data').pluck().get());
  file.close();
  return { indexBytes, indexMs };
}

function soundsOf(name: string): string {
  return syllablesOf(name, { asName: true }).join('');
}

/** What is typed of the name, and of the telephone, of somebody who is there. */
const ways: readonly { readonly what: string; readonly typed: (n: number) => string }[] = [
  { what: '2 characters', typed: (n) => nameOf(n).slice(n % 2, (n % 2) + 2) },
  { what: 'as it sounds', typed: (n) => soundsOf(nameOf(n)) },
  { what: '2 first letters', typed: (n) => firstLetters(nameOf(n).slice(0, 2)) },
  { what: '3 first letters', typed: (n) => firstLetters(nameOf(n)) },
  { what: '4 last digits', typed: (n) => phoneOf(n).slice(-4) },
  { what: '2 digits', typed: (n) => phoneOf(n).slice(-2) },
];

function firstLetters(name: string): string {
  return syllablesOf(name, { asName: true })
    .map((syllable) => syllable.slice(0, 1))
    .join('');
}

/** What people type over 250,000 names, through the shop's door, against the same question put to the index alone. */
export const findBench: Bench = {
  name: 'find',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'backshelf-bench-find-'));
    try {
      const { indexBytes, indexMs } = fill(folder);
      const measures: Measure[] = [];
      for (const way of ways) measures.push(await measureWay(folder, way));
      return [...measures, ...sizes(indexBytes, indexMs)];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measureWay(folder: string, { what, typed }: (typeof ways)[number]): Promise<Measure> {
  const texts = Array.from({ length: searches }, (_, n) => typed(n * 83 + 1));
  const shop = testShop({ folder });
  const ours = await timeEach(searches, (n) => shop.call('find.search', { text: texts[n] ?? '' }));
  await shop.close();
  const reader = openReader(folder);
  const alone = reader.raw.prepare('SELECT rowid FROM find_names WHERE find_names MATCH ? LIMIT 12');
  const floor = await timeEach(searches, (n) =>
    alone.all(stepQueries(texts[n] ?? '')[1] ?? stepQueries(texts[n] ?? '')[0]),
  );
  reader.raw.close();
  return {
    what: `find ${what} in 250,000 names, p99`,
    unit: 'ms',
    ours: percentile(ours, 0.99),
    floor: percentile(floor, 0.99),
    aim: 'at most 10 ms',
  };
}

function sizes(indexBytes: number, indexMs: number): Measure[] {
  const contentBytes = names * Buffer.byteLength(`K${names}${nameOf(names)}${phoneOf(names)}`);
  return [
    {
      what: 'the find index beside what it is of',
      unit: 'MB',
      ours: indexBytes / 1e6,
      floor: contentBytes / 1e6,
      aim: 'known',
    },
    { what: 'making it, a name', unit: 'ms', ours: indexMs / names, floor: indexMs / names, aim: 'at most 0.2 ms' },
  ];
}
