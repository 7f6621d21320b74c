import { ask } from '../state/shop.svelte.ts';
import type { PaperDocument } from './document.ts';
import { isOpenCase } from './slip-amounts.ts';
import type { Source } from './source.ts';
import type { Voice } from './voice.ts';
import type { Writer } from './writer.ts';

/** A document of a return: asks for the return, its sale and what is to be refunded. */
export function returnWriter(write: (source: Source, voice: Voice) => PaperDocument): Writer {
  return async ({ number, settings, printedAt }) => {
    const found = await ask('returns.get', { number });
    if (found.trouble) return { trouble: found.trouble };
    const case_ = found.ok;
    const [sale, quote, invoice] = await Promise.all([
      case_.sale ? ask('sales.get', { saleId: case_.sale.saleId }) : undefined,
      isOpenCase(case_) ? ask('refunds.quote', { returnId: case_.returnId }) : undefined,
      ask('redInvoices.get', { returnId: case_.returnId }),
    ]);
    const trouble = sale?.trouble ?? quote?.trouble ?? invoice.trouble;
    if (trouble) return { trouble };
    const source: Source = {
      case: case_,
      sale: sale?.ok,
      quote: quote?.ok,
      redInvoice: invoice.ok?.current,
      settings,
      printedAt,
    };
    return { write: (voice) => write(source, voice) };
  };
}
