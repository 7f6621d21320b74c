import { expect, test } from 'vitest';
import { planClosing } from './closing-plan.ts';
import type { ClosingBlock } from './document.ts';
import { pageShape } from './page-shape.ts';

const paid = Array.from({ length: 12 }, (_, at) => ({ label: `P-${at}`, details: [], value: '1.00', isVoid: false }));
const money: ClosingBlock = {
  kind: 'money',
  paidTitle: 'Paid',
  paid,
  sums: [{ label: 'Sum', value: '12.00' }],
  capitals: { label: 'In words', value: 'twelve' },
};
const policy: ClosingBlock = { kind: 'text', text: 'seven days', part: 'policy' };
const signatures: ClosingBlock = { kind: 'signatures', labels: ['Shop'] };

test('on a form the policy stands below the signatures and may go on alone', () => {
  const closing = [{ ...money, paid: [] }, policy, policy, signatures];
  expect(planClosing(closing, pageShape('form-half'))).toEqual({
    blocks: [{ ...money, paid: [] }, signatures, policy, policy],
    loose: 2,
  });
  expect(planClosing(closing, pageShape('A5'))).toEqual({ blocks: closing, loose: 0 });
});

test('a long list of payments is broken, named once, and its sums stand with the last', () => {
  const { blocks } = planClosing([money], pageShape('form-third'));
  expect(
    blocks.map((block) => block.kind === 'money' && [block.paidTitle, block.paid.length, block.sums.length]),
  ).toEqual([
    ['Paid', 5, 0],
    ['', 5, 0],
    ['', 2, 1],
  ]);
  expect(blocks.map((block) => block.kind === 'money' && block.capitals?.value)).toEqual([
    undefined,
    undefined,
    'twelve',
  ]);
  expect(blocks.flatMap((block) => (block.kind === 'money' ? block.paid : []))).toEqual(paid);
});
