import type { Trouble } from '../../state/shop.svelte.ts';
import { troubleSentence } from '../../state/shop.svelte.ts';
import type { Settlement } from '../settlement/settlement.svelte.ts';
import { settlementTrouble } from '../settlement/settlement-problems.ts';
import type { CounterLine } from './counter-line.svelte.ts';
import type { LinePart, Place, Problem } from './places.ts';

/** What was sent: the shop counts its lines, and the gradings of all lines together, from 1. */
type Sent = { readonly lines: readonly CounterLine[]; readonly settlement?: Settlement };

/** The fields that a refusal or misfit belongs to; none for what concerns the whole return, which goes into a banner. */
export function problemsOfTrouble(trouble: Trouble | undefined, sent: Sent): Problem[] {
  if (!trouble) return [];
  const ofSettlement = sent.settlement ? settlementTrouble(trouble, sent.settlement) : [];
  return [...problemsOfLines(trouble, sent), ...ofSettlement];
}

function problemsOfLines(trouble: Trouble, sent: Sent): Problem[] {
  if (trouble.kind === 'refused') {
    const place = placeOfRefusal(trouble.refusal, sent);
    return place ? [{ place, text: troubleSentence(trouble) }] : [];
  }
  if (trouble.kind !== 'invalid') return [];
  return trouble.misfits.flatMap(({ path, message }) => {
    const place = placeOfPath(path, sent);
    return place ? [{ place, text: message }] : [];
  });
}

type Refusal = Extract<Trouble, { kind: 'refused' }>['refusal'];

function placeOfRefusal(refusal: Refusal, { lines }: Sent): Place | undefined {
  switch (refusal.code) {
    case 'over-sold-quantity':
    case 'no-such-sale-line':
    case 'line-needs-item':
      return on(lines[refusal.data.line - 1], 'quantity');
    case 'no-such-reason':
      return on(lines[refusal.data.line - 1], 'reason');
    case 'note-needed':
      return on(lines[refusal.data.line - 1], 'note');
    case 'no-such-product':
      return on(
        lines.find(({ sku }) => sku === refusal.data.sku),
        'quantity',
      );
    case 'over-received-quantity':
      return grading(lines, refusal.data.line, 'quantity');
    case 'over-value':
      return grading(lines, refusal.data.line, 'write-down');
    case 'serial-not-sold':
    case 'serial-needed':
    case 'serial-back-already':
      return on(lines[refusal.data.line - 1], 'unit');
    case 'one-line-per-serial':
      return on(lines[refusal.data.line - 1], 'quantity');
    case 'needs-approval':
      return 'approve';
    case 'approval-needs-note':
      return 'approve-note';
    default:
      return undefined;
  }
}

function on(line: CounterLine | undefined, part: LinePart): Place | undefined {
  return line && `line-${line.key}-${part}`;
}

/** The nth grading when those of all lines stand in one row. */
function grading(lines: readonly CounterLine[], nth: number, part: 'quantity' | 'write-down'): Place | undefined {
  const all = lines.flatMap((line) => line.gradings.map((_, at) => ({ line, at })));
  const found = all[nth - 1];
  if (!found) return undefined;
  if (part === 'quantity' && !found.line.isSplit) return `line-${found.line.key}-quantity`;
  return `line-${found.line.key}-grading-${found.at}-${part}`;
}

const gradingParts: Readonly<Record<string, 'quantity' | 'grade' | 'disposition' | 'write-down' | 'note'>> = {
  quantity: 'quantity',
  grade: 'grade',
  disposition: 'disposition',
  writeDownCents: 'write-down',
  note: 'note',
};

const lineParts: Readonly<Record<string, LinePart>> = {
  reason: 'reason',
  note: 'note',
  serial: 'unit',
  batch: 'unit',
  missing: 'missing',
  condition: 'condition',
};

function placeOfPath(path: string, { lines }: Sent): Place | undefined {
  const [area, index, part = '', at, gradingPart = ''] = path.split('.');
  if (area === 'approve' && index === 'values') return on(lines[Number(part)], 'value');
  if (area === 'approve') return index === 'note' ? 'approve-note' : 'approve';
  const line = area === 'lines' ? lines[Number(index)] : undefined;
  if (!line) return undefined;
  const ofGrading = gradingParts[gradingPart];
  if (part === 'gradings' && ofGrading) return `line-${line.key}-grading-${Number(at)}-${ofGrading}`;
  return on(line, lineParts[part] ?? 'quantity');
}
