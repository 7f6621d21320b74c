import type { Return } from '../../contract/api/return-shape.ts';
import { documentWords } from '../../contract/words/index.ts';
import { ask } from '../state/shop.svelte.ts';
import type { ClosingBlock, PaperDocument } from './document.ts';
import { headOf, itemName } from './source.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

type LetterSource = Pick<Asked, 'settings' | 'printedAt'> & { readonly case: Return; readonly text: string };

/** What the customer of a return is told, on paper: the words that were last noted as printed. */
export const customerLetterWriter: Writer = async ({ number, settings, printedAt }) => {
  const found = await ask('returns.get', { number });
  if (found.trouble) return { trouble: found.trouble };
  const told = await ask('messages.list', { returnId: found.ok.returnId });
  if (told.trouble) return { trouble: told.trouble };
  const last = told.ok.messages.findLast(({ way }) => way === 'print');
  if (!last) return { problem: (voice) => voice.text('paper.nothing-said', { number }) };
  const source = { case: found.ok, text: last.text, settings, printedAt };
  return { write: (voice) => customerLetter(source, voice) };
};

/** More than that could be higher than a page. */
const longestParagraph = 600;

function customerLetter({ case: found, text, settings, printedAt }: LetterSource, voice: Voice): PaperDocument {
  const { number, fingerprint } = found;
  const count = found.lines.reduce((sum, { quantity }) => sum + Math.round(quantity * 1000), 0) / 1000;
  return {
    ...headOf({ number, fingerprint, settings, printedAt }, voice),
    title: voice.say(documentWords['customer-letter']),
    facts: [
      { label: voice.text('paper.date'), value: found.day },
      {
        label: voice.text('paper.customer'),
        value: found.customer?.name ?? found.customer?.code ?? '—',
        part: 'customer',
      },
    ],
    columns: [
      { label: voice.text('paper.place'), widthMm: 8 },
      { label: voice.text('paper.item') },
      { label: voice.text('paper.quantity'), isFigure: true, widthMm: 20 },
    ],
    rows: found.lines.map((line, index) => {
      const [name, quantity] = [itemName(line), voice.quantity(line.quantity)];
      const roll = { title: `${index + 1}. ${name}`, detail: line.sku, amount: quantity, notes: [] };
      return { cells: [String(index + 1), name, quantity], notes: [], roll };
    }),
    totals: ['', voice.text('paper.total'), voice.quantity(count)],
    closing: paragraphs(text),
  };
}

function paragraphs(text: string): ClosingBlock[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .flatMap((line) => line.match(new RegExp(`.{1,${longestParagraph}}`, 'gu')) ?? [])
    .map((line) => ({ kind: 'text', text: line }));
}
