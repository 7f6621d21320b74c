import { expect, test } from 'vitest';
import { withPaper, withPart } from './layout-draft.ts';

test('only what differs from the program’s own way is written down', () => {
  const one = withPaper([], 'return-slip', 'form-third');
  expect(one).toEqual([{ document: 'return-slip', paper: 'form-third', hidden: [] }]);
  expect(withPaper(one, 'return-slip', 'A5')).toEqual([]);
});

test('a part is switched off and on again, beside a paper of its own and other documents', () => {
  const paper = withPaper(withPaper([], 'scrap-note', 'A4'), 'return-slip', '80mm');
  const without = withPart(paper, 'return-slip', { part: 'logo', shown: false });
  const twice = withPart(without, 'return-slip', { part: 'logo', shown: false });
  expect(twice).toEqual([
    { document: 'scrap-note', paper: 'A4', hidden: [] },
    { document: 'return-slip', paper: '80mm', hidden: ['logo'] },
  ]);
  expect(withPart(twice, 'return-slip', { part: 'logo', shown: true })).toEqual(paper);
});
