import type { ParsedInput } from '../../contract/api.ts';
import { type DocumentKind, documentFacts, type Paper } from '../../contract/host.ts';
import { daySchema } from '../../contract/values/days.ts';
import type { Locale } from '../../contract/values/words.ts';
import type { ActionContext, ActionHandler, ReadHandler } from '../context.ts';

/**
 * Counts the copies of what goes onto paper. Nothing is refused: whoever stands at the counter gets the sheet, and of a number that nothing
 * has the sheet itself says that there is nothing to print.
 */
export const documentPrinted: ActionHandler<'paper.printed'> = (context, printed) => ({
  sheets: printed.numbers.map((number) => ({ number, copy: copyOf(context, number, printed) })),
});

/** The same number twice in one job is printed twice. */
function copyOf(context: ActionContext, number: string, printed: ParsedInput<'paper.printed'>): number {
  const { store, now: at, person } = context;
  const { document, paper, locale, how } = printed;
  if (!documentFacts[document].counted || !isThere(context, document, number)) return 0;
  const copy = store.prints.countOf(document, number);
  store.facts.add('prints', { document, number, copy, paper, locale, how, at, person });
  return copy;
}

function isThere({ store, today }: ActionContext, document: DocumentKind, number: string): boolean {
  const { of } = documentFacts[document];
  switch (of) {
    case 'day':
      return daySchema.safeParse(number).success && number <= today;
    case 'item':
    case 'stocktake':
    case 'month':
    case 'nothing':
      return false;
    default:
      return store.prints.isThere(of, number);
  }
}

export const listPrints: ReadHandler<'paper.prints'> = ({ store }, { document, number }) => ({
  items: store.prints.of(document, number).map(({ paper, locale, how, ...print }) => ({
    ...print,
    paper: paper as Paper,
    locale: locale as Locale,
    how: how as 'print' | 'pdf',
  })),
});
