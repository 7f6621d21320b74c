import { amountInCapitals } from '../../contract/values/capitals.ts';
import type { ClosingBlock, Fact, Sum } from './document.ts';
import type { Voice } from './voice.ts';

/** The amount in words, as documents of account bear it; there are such words in Chinese only, and none below zero. */
export function capitalsOf(cents: number, voice: Voice): { readonly capitals?: Fact } {
  if (voice.locale !== 'zh-CN' || cents < 0) return {};
  return { capitals: { label: voice.text('paper.capitals'), value: amountInCapitals(cents, voice.currency) } };
}

/** A box of sums with nothing beside it, its last one in words. */
export function sumsBlock(sums: readonly Sum[], capitals: { readonly capitals?: Fact } = {}): ClosingBlock {
  return { kind: 'money', paidTitle: '', paid: [], sums, ...capitals };
}

/** What somebody wrote on the document. */
export function noteBlocks(note: string | undefined, voice: Voice): ClosingBlock[] {
  return note ? [{ kind: 'text', title: voice.text('paper.note'), text: note }] : [];
}
