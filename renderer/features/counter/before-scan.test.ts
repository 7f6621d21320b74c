import { expect, test } from 'vitest';
import { BeforeScan } from './before-scan.ts';

test('a scan takes back what its own keys did, not what was pressed before it', () => {
  const before = new BeforeScan<string>();
  before.keep(1000, 'nothing yet');
  before.keep(1400, 'reason chosen');
  before.keep(1410, 'spoilt by the scan');
  expect(before.since(1395)?.content).toBe('reason chosen');
  expect(before.since(0)).toBeUndefined();
});

test('keys that came by no one leave nothing to take back', () => {
  const before = new BeforeScan<string>();
  before.keep(1000, 'typed long ago');
  expect(before.since(2000)).toBeUndefined();
});
