import { ask } from '../state/shop.svelte.ts';
import type { PaperDocument } from './document.ts';
import type { ProvenSource } from './refund-money.ts';
import type { Voice } from './voice.ts';
import type { Writer } from './writer.ts';

type Needs = {
  readonly is: (source: ProvenSource) => boolean;
  readonly else: 'paper.not-refunded' | 'paper.not-exchanged';
};

/** A document of a return’s refund: asks for the return, its sale, and every figure of the refund. `needs` is what must have happened. */
export function provenWriter(write: (source: ProvenSource, voice: Voice) => PaperDocument, needs: Needs): Writer {
  return async ({ number, settings, printedAt }) => {
    const found = await ask('returns.get', { number });
    if (found.trouble) return { trouble: found.trouble };
    const case_ = found.ok;
    const [proof, sale, invoice] = await Promise.all([
      ask('refunds.proof', { returnId: case_.returnId }),
      case_.sale ? ask('sales.get', { saleId: case_.sale.saleId }) : undefined,
      ask('redInvoices.get', { returnId: case_.returnId }),
    ]);
    if (proof.trouble) return { trouble: proof.trouble };
    const trouble = sale?.trouble ?? invoice.trouble;
    if (trouble) return { trouble };
    const source = {
      case: case_,
      proof: proof.ok,
      sale: sale?.ok,
      quote: undefined,
      redInvoice: invoice.ok?.current,
      settings,
      printedAt,
    };
    if (!needs.is(source)) return { problem: (voice) => voice.text(needs.else, { number }) };
    return { write: (voice) => write(source, voice) };
  };
}
