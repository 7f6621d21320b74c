import type { DocumentLayout, PaperPart } from '../../../../contract/api/paper.ts';
import { type DocumentKind, documentFacts, type Paper } from '../../../../contract/host.ts';

type Layouts = readonly DocumentLayout[];

/** The layouts with that of one document changed; one that says nothing of its own is left out. */
function withLayout(layouts: Layouts, own: DocumentLayout): DocumentLayout[] {
  const others = layouts.filter(({ document }) => document !== own.document);
  return own.paper === undefined && own.hidden.length === 0 ? others : [...others, own];
}

const ownOf = (layouts: Layouts, document: DocumentKind): DocumentLayout =>
  layouts.find((layout) => layout.document === document) ?? { document, hidden: [] };

/** The usual paper of a document is not written down: it may become another one with a later version. */
export function withPaper(layouts: Layouts, document: DocumentKind, paper: Paper): DocumentLayout[] {
  const { paper: _, ...rest } = ownOf(layouts, document);
  return withLayout(layouts, paper === documentFacts[document].papers[0] ? rest : { ...rest, paper });
}

export function withPart(
  layouts: Layouts,
  document: DocumentKind,
  { part, shown }: { readonly part: PaperPart; readonly shown: boolean },
): DocumentLayout[] {
  const own = ownOf(layouts, document);
  const others = own.hidden.filter((hidden) => hidden !== part);
  return withLayout(layouts, { ...own, hidden: shown ? others : [...others, part] });
}
