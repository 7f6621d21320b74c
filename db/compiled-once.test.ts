import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { roomForTests } from '../fixtures/room.ts';
import { behindPlus } from './compiled-once.ts';
import { openShopFile } from './open.ts';

test('parameters of every kind stand behind a plus', () => {
  expect(behindPlus('SELECT a FROM t WHERE b = ? AND c IN (@one, :two, $three) LIMIT ?')).toBe(
    'SELECT a FROM t WHERE b = +? AND c IN (+@one, +:two, +$three) LIMIT +?',
  );
});

test('what only looks like a parameter is left alone', () => {
  const sql = `SELECT '?', 'it''s @home', "a:b" -> '$.c' -- why?\n/* @who\n? */ FROM t`;
  expect(behindPlus(sql)).toBe(sql);
});

test('both connections of the shop prepare so, and values stay what they are', () => {
  const folder = mkdtempSync(join(roomForTests(), 'backshelf-compiled-'));
  const { writer, reader, close } = openShopFile(folder);
  const values = [1, 2.5, 'text', null, Buffer.from([7])];
  for (const { raw } of [writer, reader]) {
    const statement = raw.prepare('SELECT ?, ?, ?, ?, ?').raw();
    expect(statement.source).toBe('SELECT +?, +?, +?, +?, +?');
    expect(statement.get(values)).toEqual(values);
  }
  close();
  rmSync(folder, { recursive: true });
});
