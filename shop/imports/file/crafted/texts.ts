import { gzipSync } from 'node:zlib';
import { inGbk } from '../../../../fixtures/sale-files.ts';
import type { Random } from './random.ts';

/** A file as somebody may have made it, out of carelessness or on purpose. `number` keeps its documents apart from those of other files. */
export type Craft = (random: Random, number: number) => Buffer;

export const heading = ['订单号', '下单时间', '客户', '商品编码', '品名', '数量', '单价', '实付', '状态'];

/** Rows of sales that are right. */
export function saleRows(random: Random, number: number, count = 12): string[][] {
  return Array.from({ length: count }, (_, row) => [
    `${number}-${1000 + Math.floor(row / 2)}`,
    `2026-03-${String(1 + random.below(28)).padStart(2, '0')} 10:15`,
    random.pick(['K1', 'K2', '']),
    random.pick(['A-1', 'A-2', 'B']),
    random.pick(['茶壶', 'Cup', '杯子, 大']),
    String(1 + random.below(9)),
    random.pick(['9.90', '12', '0.5']),
    '',
    '',
  ]);
}

export function csvOf(rows: readonly (readonly string[])[], separator = ',', lineEnd = '\r\n'): string {
  const cell = (text: string): string => (/[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(cell).join(separator) + lineEnd).join('');
}

const plain = (random: Random, number: number): string => csvOf([heading, ...saleRows(random, number)]);

function cut(random: Random, bytes: Buffer): Buffer {
  return bytes.subarray(0, random.below(bytes.length));
}

/** Puts something into a text at some places. */
function sprinkled(random: Random, text: string, what: readonly string[]): string {
  let result = text;
  for (let count = 1 + random.below(6); count > 0; count -= 1) {
    const at = random.below(result.length);
    result = result.slice(0, at) + random.pick(what) + result.slice(at + random.below(2));
  }
  return result;
}

/** Some bytes of a file are others. */
export function flipped(random: Random, bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let count = 1 + random.below(8); count > 0; count -= 1) copy[random.below(copy.length)] = random.below(256);
  return copy;
}

function otherEncoding(random: Random, text: string): Buffer {
  const bytes = random.pick([
    () => inGbk(text),
    () => Buffer.from(text, 'latin1'),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from(text, 'utf16le').swap16(),
    () => Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1),
    () => Buffer.concat([Buffer.from(text), inGbk(text)]),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text)]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), inGbk(text)]),
    () => Buffer.from(Buffer.from(text).toString('latin1')),
  ])();
  return bytes;
}

const shapes: readonly ((rows: string[][]) => string)[] = [
  (rows) => csvOf(rows, '\t', '\r'),
  (rows) => `sep=|\n${csvOf(rows, '|', '\n')}`,
  (rows) => `三月订单报表\n\n${csvOf(rows, ';', '\n')}`,
  (rows) => csvOf(rows.map((cells, row) => (row === 0 ? cells : [...cells, '']))),
  (rows) => csvOf(rows.map((cells) => [...cells, ...cells])),
  (rows) => csvOf(rows.map((cells) => ['', ...cells, '', ''])),
  (rows) => csvOf(rows.map((cells) => cells.slice(0, 8))),
  (rows) => csvOf(rows.map((cells, row) => (row % 3 === 2 ? [] : cells))),
  (rows) => csvOf([...rows, ...Array.from({ length: 20_000 }, () => Array.from({ length: 9 }, () => ''))]),
  (rows) => csvOf(rows.map((cells, row) => (row === 5 ? Array.from({ length: 200_000 }, () => 'x') : cells))),
  (rows) => csvOf(rows.map((cells, row) => (row === 4 ? cells.with(4, 'y'.repeat(900_000)) : cells))),
  () => `${'a,'.repeat(20_000)}\n1,2\n`,
  () => `${'a,'.repeat(1_000_000)}\n1,2\n`,
  () => `"${'a'.repeat(3_000_000)}`,
  () => csvOf([heading]),
  () => '\n\r\n , , \n',
  () => '<html><table><tr><td>订单号</td></tr></table></html>',
  () => '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Workbook>&a;</Workbook>',
];

const oddities: readonly (readonly [column: number, texts: readonly string[]])[] = [
  [0, ['', '1.23E+17', '="7"', "'7", 'x'.repeat(5000)]],
  [1, ['', 'yesterday', '2026-02-30', '46096', '1899-01-01', '9999-99-99', '2026-03-08T25:00']],
  [3, ['', '=1+1', '@SUM(A1)', "=cmd|' /C calc'!A0", '-']],
  [5, ['-1', '(2)', '1e9', 'NaN', 'Infinity', '-0', '1.2345', '９', '0x10']],
  [6, ['-9.90', '(9.90)', '1e400', '99999999999999', '-', '¥', '1,2,3']],
  [7, ['-5', '1e308', '--1', '99999999999999999999']],
];

function odd(random: Random, rows: string[][]): string[][] {
  return rows.map((cells, row) => {
    if (row === 0) return cells;
    const [column, texts] = random.pick(oddities);
    return cells.with(column, random.pick(texts));
  });
}

function negative(rows: string[][]): string[][] {
  return rows.map((cells, row) => (row === 0 ? cells : cells.with(5, `-${cells[5]}`).with(6, `-${cells[6]}`)));
}

/** Kinds of texts, each with how many of it are made. */
export const textCrafts: readonly (readonly [count: number, craft: Craft])[] = [
  [40, (random, number) => cut(random, Buffer.from(plain(random, number)))],
  [15, (random, number) => cut(random, gzipSync(plain(random, number)))],
  [5, (random, number) => Buffer.concat([gzipSync(plain(random, number)), random.bytes(20)])],
  [5, (random, number) => Buffer.concat([gzipSync(plain(random, number)), gzipSync(csvOf(saleRows(random, number)))])],
  [40, (random, number) => otherEncoding(random, plain(random, number))],
  [55, (random, number) => Buffer.from(sprinkled(random, plain(random, number), ['"', '""', '"\n', ',"', '",']))],
  [20, (random, number) => Buffer.from(sprinkled(random, plain(random, number), ['\0', '\uFFFD', '\u2028', '\x1a']))],
  [45, (random, number) => flipped(random, Buffer.from(plain(random, number)))],
  [20, (random) => random.bytes(1 + random.below(3000))],
  [40, (random, number) => Buffer.from(csvOf(odd(random, [heading, ...saleRows(random, number)])))],
  [10, (random, number) => Buffer.from(csvOf(negative([heading, ...saleRows(random, number)])))],
  ...shapes.map(
    (shape) =>
      [1, (random: Random, number: number) => Buffer.from(shape([heading, ...saleRows(random, number)]))] as const,
  ),
];
