import type { Settings } from '../../../../contract/api/settings.ts';
import type { DocumentKind } from '../../../../contract/host.ts';
import { documentWords, gradeWords, reasonWord, tenderWords } from '../../../../contract/words/index.ts';
import { capitalsOf } from '../../../paper/closing-blocks.ts';
import type { PaperContent, PaperDocument } from '../../../paper/document.ts';
import { headOf, policyBlocks } from '../../../paper/source.ts';
import type { Voice } from '../../../paper/voice.ts';

type Asked = { readonly settings: Settings; readonly printedAt: number };

const items = [
  { code: 'SP-0001', zh: '羊毛衫', en: 'Woollen jumper', spec: 'XL', cents: 25_800 },
  { code: 'SP-0002', zh: '儿童雨靴', en: 'Children’s rain boots', spec: '28', cents: 9_900 },
];
const totalCents = 35_700;

/** A sheet of made-up trade, marked as such, for a shop that has no such document yet. */
export function specimenOf(document: DocumentKind, asked: Asked, voice: Voice): PaperContent {
  const [first] = items;
  const name = voice.locale === 'en' ? first?.en : first?.zh;
  const label = { shop: asked.settings.shopName, name: `${name} ${voice.text('paper.specimen')}`, code: 'SP-0001' };
  const price = `${voice.sign}${voice.amount(first?.cents ?? 0)}`;
  if (document === 'price-label')
    return { isPriceLabel: true, ...label, spec: first?.spec, price, unit: undefined, scanned: label.code };
  if (document === 'item-label') {
    const grade = voice.text('paper.grade', { grade: 'B' });
    return { isLabel: true, ...label, mark: voice.text('paper.opened-mark'), grade, flaw: undefined, price };
  }
  return specimenSheet(document, asked, voice);
}

function specimenSheet(document: DocumentKind, { settings, printedAt }: Asked, voice: Voice): PaperDocument {
  const { text } = voice;
  const head = { number: 'X-0000-000000', fingerprint: '0'.repeat(64), settings, printedAt };
  return {
    ...headOf(head, voice),
    copyMark: text('paper.specimen'),
    title: voice.say(documentWords[document]),
    facts: [
      { label: text('paper.date'), value: voice.time(printedAt).slice(0, 10) },
      { label: text('paper.customer'), value: voice.locale === 'en' ? 'Wang Wei' : '王伟', part: 'customer' },
      { label: text('paper.phone'), value: '138****6198', part: 'customer-phone' },
      { label: text('paper.handler'), value: text('paper.person-owner'), part: 'handler' },
    ],
    columns: [
      { label: text('paper.place'), widthMm: 8 },
      { label: text('paper.code'), widthMm: 25 },
      { label: text('paper.item') },
      { label: text('paper.spec'), widthMm: 24, part: 'spec' },
      { label: text('paper.quantity'), isFigure: true, widthMm: 18 },
      { label: text('paper.amount', { sign: voice.sign }), isFigure: true, widthMm: 26, part: 'amounts' },
    ],
    rows: items.map((item, index) => specimenRow(item, index + 1, settings, voice)),
    totals: ['', '', text('paper.total'), '', voice.quantity(items.length), voice.amount(totalCents)],
    closing: [
      {
        kind: 'money',
        paidTitle: text('paper.payouts'),
        paid: [{ label: voice.say(tenderWords.cash), details: [], value: voice.amount(totalCents), isVoid: false }],
        sums: [{ label: text('paper.credited'), value: voice.money(totalCents), isMain: true }],
        ...capitalsOf(totalCents, voice),
      },
      ...policyBlocks({ settings }, voice),
      { kind: 'signatures', labels: [text('paper.prepared-by'), text('paper.customer-signs')] },
    ],
  };
}

type Item = (typeof items)[number];

function specimenRow(item: Item, place: number, settings: Settings, voice: Voice): PaperDocument['rows'][number] {
  const name = voice.locale === 'en' ? item.en : item.zh;
  const reason = voice.text('paper.reason', { reason: reasonWord('quality', voice.locale, settings.reasons) });
  const graded = voice.text('paper.graded', { gradings: voice.say(gradeWords.B) });
  const notes = [voice.shows('reason') ? reason : '', voice.shows('grading') ? graded : ''].filter(Boolean);
  const amount = voice.amount(item.cents);
  return {
    cells: [String(place), item.code, name, item.spec, '1', amount],
    notes: notes.length > 0 ? [notes.join('　')] : [],
    roll: { title: `${place}. ${name}`, detail: `${item.code} · 1`, amount, notes },
  };
}
