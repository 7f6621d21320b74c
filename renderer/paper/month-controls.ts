import type { Controls } from '../../contract/api/months.ts';
import type { Output } from '../../contract/api.ts';
import { tenders } from '../../contract/values/words.ts';
import { documentWords, monthProblemAdvice, tenderWords, tieIsQuantity, tieSides } from '../../contract/words/index.ts';
import { problemSentence } from '../features/months/month-words.ts';
import { ask } from '../state/shop.svelte.ts';
import type { ClosingBlock, PaidItem, PaperColumn, PaperDocument, PaperRow, Sum } from './document.ts';
import { headOf } from './source.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

type Preview = Output<'months.preview'>;
export type MonthSource = Pick<Asked, 'settings' | 'printedAt'> & { readonly preview: Preview };

export const monthControlsWriter: Writer = async ({ number, settings, printedAt }) => {
  const preview = await ask('months.preview', { month: number });
  if (preview.trouble) return { trouble: preview.trouble };
  return { write: (voice) => monthControls({ preview: preview.ok, settings, printedAt }, voice) };
};

/** The sheet of a month’s controls (月结核对表): what two books say of each figure, the totals, and what is still open. */
export function monthControls({ preview, settings, printedAt }: MonthSource, voice: Voice): PaperDocument {
  const { text } = voice;
  const { month, closed, closedAt, controls, ties, problems } = preview;
  const differ = ties.filter(({ left, right }) => left !== right).length;
  const listed = ties.filter(({ left, right }) => left !== 0 || right !== 0);
  const state = text(closed ? 'months.closed' : 'months.open');
  return {
    ...headOf({ number: month, fingerprint: controls.head, settings, printedAt }, voice),
    title: voice.say(documentWords['month-controls']),
    facts: [
      { label: text('months.month'), value: month },
      { label: text('months.state'), value: closedAt ? `${state} · ${voice.time(closedAt)}` : state },
    ],
    columns: tieColumns(voice),
    rows: listed.map((tie) => tieRow(tie, voice)),
    totals: [
      tiesText(ties.length, ties.length - listed.length, voice),
      '',
      differ === 0 ? '✓' : '✗',
      differText(differ, voice),
      '',
    ],
    closing: [
      totalsBlock(controls, voice),
      ...problemBlocks(problems, voice),
      {
        kind: 'signatures',
        labels: [
          text('paper.prepared-by'),
          text('paper.checked-by'),
          text('paper.accounts'),
          text('paper.person-owner'),
        ],
      },
    ],
  };
}

/** What is nothing on both sides takes no line: the whole month is to stand on one page. */
function tiesText(all: number, empty: number, { text }: Voice): string {
  const total = text('paper.ties-total', { count: all });
  return empty === 0 ? total : `${total} · ${text('paper.ties-empty', { count: empty })}`;
}

function differText(differ: number, { text }: Voice): string {
  return differ === 0 ? text('paper.ties-agree') : text('paper.ties-differ', { count: differ });
}

function tieColumns({ text, sign }: Voice): PaperColumn[] {
  return [
    { label: text('paper.tie-left') },
    { label: text('paper.amount', { sign }), isFigure: true, widthMm: 34 },
    { label: text('paper.tie-agrees'), widthMm: 12 },
    { label: text('paper.tie-right') },
    { label: text('paper.tie-right-amount', { sign }), isFigure: true, widthMm: 34 },
  ];
}

function tieRow({ what, left, right }: Preview['ties'][number], voice: Voice): PaperRow {
  const sides = tieSides(what);
  const figure = (value: number): string => (tieIsQuantity(what) ? voice.quantity(value / 1000) : voice.amount(value));
  return {
    cells: [
      sides ? voice.say(sides.left) : what,
      figure(left),
      left === right ? '✓' : '✗',
      sides ? voice.say(sides.right) : what,
      figure(right),
    ],
    notes: [],
  };
}

/** What came back and what was paid for it on the left; store credit, and what the month ended with, in the box. */
function totalsBlock(controls: Controls, voice: Voice): ClosingBlock {
  const { text, money } = voice;
  const item = (label: string, value: string): PaidItem => ({ label, details: [], value, isVoid: false });
  const paid = tenders.filter((tender) => controls.paidOutCents[tender] !== 0);
  const sums: Sum[] = [
    { label: text('months.credit-issued'), value: money(controls.storeCreditIssuedCents) },
    { label: text('months.credit-used'), value: money(controls.storeCreditUsedCents) },
    { label: text('months.credit-lapsed'), value: money(controls.storeCreditLapsedCents) },
    { label: text('months.stock-value'), value: money(controls.stockValueCents) },
    { label: text('months.total-owed'), value: money(controls.owedCents) },
    { label: text('months.total-store-credit'), value: money(controls.storeCreditCents) },
    { label: text('months.total-claims'), value: money(controls.supplierClaimsCents) },
    { label: text('months.total-drawer'), value: money(controls.drawerDifferenceCents) },
  ];
  return {
    kind: 'money',
    paidTitle: text('months.totals'),
    paid: [
      item(text('months.total-returns'), voice.quantity(controls.returns)),
      item(text('months.total-units'), voice.quantity(controls.unitsReturned)),
      item(text('months.total-credited'), money(controls.creditedCents)),
      ...paid.map((tender) =>
        item(
          text('paper.paid-out-by', { tender: voice.say(tenderWords[tender]) }),
          money(controls.paidOutCents[tender]),
        ),
      ),
      item(text('months.total-exchanged'), money(controls.exchangedCents)),
      item(text('months.total-fees'), money(controls.feeCents)),
      item(text('months.total-delivery'), money(controls.deliveryCents)),
    ],
    sums,
  };
}

/** What is still open, each with what to do about it. */
function problemBlocks(problems: Preview['problems'], voice: Voice): ClosingBlock[] {
  if (problems.length === 0) return [{ kind: 'text', text: voice.text('paper.no-problems') }];
  return problems.map((problem, place) => ({
    kind: 'text',
    text: voice.text('paper.problem-line', {
      problem: problemSentence(problem, voice),
      advice: voice.say(monthProblemAdvice[problem.code]),
    }),
    ...(place === 0 && { title: voice.text('paper.open-problems') }),
  }));
}
