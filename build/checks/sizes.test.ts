import { expect, test } from 'vitest';
import { measure } from './sizes.ts';

function lines(count: number): string {
  return '  step();\n'.repeat(count);
}

test('a function is measured from its first line to its last, wherever it stands', () => {
  const text = `const before = 1;\nexport const run = () => {\n${lines(5)}};\nclass Desk {\n  open() {\n${lines(2)}  }\n}\n`;
  expect(measure({ path: 'shop/a.ts', text }).map(({ place, lines }) => ({ place, lines }))).toEqual([
    { place: 'shop/a.ts', lines: 14 },
    { place: 'shop/a.ts:2', lines: 7 },
    { place: 'shop/a.ts:10', lines: 4 },
  ]);
});

test('a component has the smaller cap, and its functions are found on their own lines', () => {
  const text = `<h1>Title</h1>\n<script lang="ts">\nfunction go() {\n${lines(1)}}\n</script>\n`;
  expect(measure({ path: 'renderer/A.svelte', text })).toEqual([
    { place: 'renderer/A.svelte', lines: 6, cap: { aim: 100, stop: 150 } },
    { place: 'renderer/A.svelte:3', lines: 3, cap: { aim: 40, stop: 70 } },
  ]);
});

test('a style sheet has no functions', () => {
  expect(measure({ path: 'renderer/a.css', text: 'a {\n}\n' })).toEqual([
    { place: 'renderer/a.css', lines: 2, cap: { aim: 150, stop: 300 } },
  ]);
});
