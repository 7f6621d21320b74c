import { expect, test } from 'vitest';
import english from '../../../docs/guide/en.md?raw';
import chinese from '../../../docs/guide/zh-CN.md?raw';
import { blocksOf, runsOf } from './markdown.ts';

const plain = (text: string) => [{ kind: 'plain', text }];

test('headings, paragraphs and lists of two levels are told apart', () => {
  const text =
    '# One\n\nFirst line\nand **second**.\nAlso:\n\n- a `F9`\n  goes on\n  - inner\n- b\n\n1. first\n2. second';
  expect(blocksOf(text)).toEqual([
    { kind: 'heading', level: 1, runs: plain('One') },
    {
      kind: 'paragraph',
      runs: [...plain('First line and '), { kind: 'strong', text: 'second' }, ...plain('. Also:')],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        {
          runs: [...plain('a '), { kind: 'code', text: 'F9' }, ...plain(' goes on')],
          nested: [plain('inner')],
        },
        { runs: plain('b'), nested: [] },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        { runs: plain('first'), nested: [] },
        { runs: plain('second'), nested: [] },
      ],
    },
  ]);
});

test('a table keeps its cells, a link its words, and Chinese lines join without a space', () => {
  expect(blocksOf('| key | does |\n|---|---|\n| F2 | **return** |')).toEqual([
    { kind: 'table', head: [plain('key'), plain('does')], rows: [[plain('F2'), [{ kind: 'strong', text: 'return' }]]] },
  ]);
  expect(runsOf('see [the page](x.md) now')).toEqual([...plain('see '), ...plain('the page'), ...plain(' now')]);
  expect(blocksOf('按回车\n继续')).toEqual([{ kind: 'paragraph', runs: plain('按回车继续') }]);
});

test.each([
  ['English', english],
  ['Chinese', chinese],
])('the guide in %s has nothing that is not understood', (_language, text) => {
  const blocks = blocksOf(text);
  const said = JSON.stringify(blocks);
  expect(blocks.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(15);
  expect(said).not.toMatch(/"text":"[^"]*(\*\*|\|---|^#)/);
});
