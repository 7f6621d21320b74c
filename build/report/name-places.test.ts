import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { nodeBundle } from '../compile/processes.ts';
import { namePlaces } from './name-places.ts';

const root = mkdtempSync(join(tmpdir(), 'backshelf-report-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const source = `/** A refund that goes wrong. */
function payBack(cents: number): never {
  throw new Error('no money for ' + cents);
}

try {
  payBack(Number(process.argv[2]));
} catch (error) {
  console.log((error as Error).stack);
}
`;

test('a report of the compiled program names the lines of the sources', async () => {
  writeFileSync(join(root, 'refund.ts'), source);
  const outFolder = join(root, 'out');
  const output = { format: 'cjs', entryFileNames: '[name].js' } as const;
  await build(nodeBundle({ root, outFolder }, { rolldownOptions: { input: join(root, 'refund.ts'), output } }));
  const report = execFileSync(process.execPath, [join(outFolder, 'refund.js'), '250']).toString();
  expect(report).not.toContain('refund.ts');
  const places = namePlaces(report, outFolder).match(/refund\.ts:\d+/g);
  expect(places).toEqual(['refund.ts:3', 'refund.ts:7']);
  expect(namePlaces('at other.js:1:1 (12:30:15)', outFolder)).toBe('at other.js:1:1 (12:30:15)');
});
