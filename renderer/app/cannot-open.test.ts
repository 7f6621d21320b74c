import { expect, test } from 'vitest';
import { refusalData } from '../../contract/refusals.ts';
import { closedReport, needsBackup, retriesItself } from './cannot-open.ts';

const whys = refusalData['shop-cannot-open'].shape.why.options;

test('what a person can mend outside is tried again by itself, what a backup mends is not', () => {
  expect(Object.fromEntries(whys.map((why) => [why, needsBackup(why) ? 'backup' : retriesItself(why)]))).toEqual({
    'foreign-file': 'backup',
    'newer-file': false,
    'in-use': true,
    'read-only': true,
    'disk-full': true,
    damaged: 'backup',
    altered: 'backup',
    'no-access': true,
    'io-error': true,
    'network-share': false,
    'migration-failed': 'backup',
    'program-altered': false,
  });
});

test('the report names program, reason, place and detail', () => {
  const info = {
    kind: 'browser',
    version: '0.1.0',
    platform: 'linux',
    folder: '/shop',
    demo: false,
    canMove: false,
    systemLocale: 'en',
  } as const;
  expect(closedReport({ why: 'damaged', path: '/shop/shop.db', detail: 'page 7' }, info)).toBe(
    'Backshelf 0.1.0 · browser · linux\ndamaged: /shop/shop.db\npage 7',
  );
});
