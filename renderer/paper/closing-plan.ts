import type { ClosingBlock } from './document.ts';
import type { PageShape } from './page-shape.ts';

/** The closing blocks in the order of one paper. The last `loose` of them may go on to another page without the last row. */
export type ClosingPlan = { readonly blocks: readonly ClosingBlock[]; readonly loose: number };

/**
 * Long lists of payments are broken into blocks that fit a page. On a form the shop's own text stands last: money and signatures
 * are bound to the goods above them, the text is not.
 */
export function planClosing(
  closing: readonly ClosingBlock[],
  { isForm, paidMost }: Pick<PageShape, 'isForm' | 'paidMost'>,
): ClosingPlan {
  const blocks = closing.flatMap((block) => brokenUp(block, paidMost));
  if (!isForm) return { blocks, loose: 0 };
  const policy = blocks.filter(({ part }) => part === 'policy');
  return { blocks: [...blocks.filter(({ part }) => part !== 'policy'), ...policy], loose: policy.length };
}

/** The sums stand with the last of the payments. */
function brokenUp(block: ClosingBlock, paidMost: number): ClosingBlock[] {
  if (block.kind !== 'money' || block.paid.length <= paidMost) return [block];
  const { capitals, ...rest } = block;
  const blocks: ClosingBlock[] = [];
  for (let at = 0; at < block.paid.length; at += paidMost) {
    const paid = block.paid.slice(at, at + paidMost);
    const isLast = at + paidMost >= block.paid.length;
    const paidTitle = at === 0 ? block.paidTitle : '';
    blocks.push(isLast ? { ...block, paidTitle, paid } : { ...rest, paidTitle, paid, sums: [] });
  }
  return blocks;
}
