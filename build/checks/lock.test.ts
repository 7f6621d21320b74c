import { expect, test } from 'vitest';
import { findGaps, withGapsFilled } from './lock.ts';

const complete = {
  packages: {
    '': {},
    'node_modules/a': { dev: true, optionalDependencies: { '@a/linux-x64-musl': '1.2.3', '@a/win32-arm64': '1.2.3' } },
    'node_modules/a/node_modules/@a/win32-arm64': { version: '1.2.3' },
  },
};
const gap = { wantedBy: 'node_modules/a', name: '@a/linux-x64-musl', range: '1.2.3' };

test('an optional package counts as named wherever its asker would find it', () => {
  expect(findGaps(complete)).toEqual([gap]);
});

test('a filled gap carries system and processor, so that npm asks for it only there', () => {
  const filled = withGapsFilled(complete, [gap]);
  expect(filled.packages['node_modules/@a/linux-x64-musl']).toEqual({
    version: '1.2.3',
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
    dev: true,
    optional: true,
  });
  expect(findGaps(filled)).toEqual([]);
});
