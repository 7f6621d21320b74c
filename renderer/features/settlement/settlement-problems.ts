import type { Tender } from '../../../contract/values/words.ts';
import { show, t } from '../../i18n/index.ts';
import { type Trouble, troubleSentence } from '../../state/shop.svelte.ts';
import { isUnsaid } from './extras.svelte.ts';
import type { Settlement } from './settlement.svelte.ts';
import type { TenderSplit } from './tender-split.svelte.ts';

/** A field of a settlement, where something can be missing or wrong. */
export type SettlementPlace =
  | 'way'
  | 'parts'
  | 'extras'
  | `extra-${string}`
  | 'exchange'
  | `exchange-${number}-${'quantity' | 'price'}`
  | 'exchange-tenders'
  | 'credit-codes'
  | 'credit-code'
  | `tender-${Tender}`
  | 'tenders'
  | 'override';
export type SettlementProblem = { readonly place: SettlementPlace; readonly text: string };

export function differenceText(missingCents: number): string {
  if (missingCents > 0) return t('settlement.still-missing', { amount: show.money(missingCents) });
  if (missingCents < 0) return t('settlement.too-much', { amount: show.money(-missingCents) });
  return t('settlement.tenders-fit');
}

/** Whether the amounts go back as they may: each within its limit, all together the whole. */
function tenderProblems(split: TenderSplit): SettlementProblem[] {
  const over = split.rows.filter(({ amountCents = 0, maxCents }) => amountCents > maxCents);
  if (over.length > 0)
    return over.map(({ tender, maxCents }) => ({
      place: `tender-${tender}`,
      text: t('settlement.at-most', { amount: show.money(maxCents) }),
    }));
  return split.missingCents === 0 ? [] : [{ place: 'tenders', text: differenceText(split.missingCents) }];
}

/** Everything that stands between a settlement and its being recorded, from the top to the bottom. */
export function settlementProblems(settlement: Settlement): SettlementProblem[] {
  const { extras, way, overriding, overrideNote } = settlement;
  const unsaid = extras.rows
    .filter(isUnsaid)
    .map(({ key }): SettlementProblem => ({ place: `extra-${key}`, text: t('settlement.note-needed') }));
  const override: SettlementProblem[] =
    overriding && !overrideNote.trim() ? [{ place: 'override', text: t('settlement.note-needed') }] : [];
  if (way === 'exchange') unsaid.push(...exchangeProblems(settlement));
  const pays = settlement.payableCents > 0 || way !== 'exchange';
  return [...unsaid, ...(pays ? tenderProblems(settlement.payouts) : []), ...override];
}

function exchangeProblems({ exchange, collectCents }: Settlement): SettlementProblem[] {
  if (exchange.lines.length === 0) return [{ place: 'exchange', text: t('settlement.need-goods') }];
  const unfinished = exchange.lines.flatMap(({ quantity, priceE4 }, index): SettlementProblem[] => {
    if (!quantity) return [{ place: `exchange-${index}-quantity`, text: t('ui.fill-in') }];
    return priceE4 === undefined ? [{ place: `exchange-${index}-price`, text: t('ui.fill-in') }] : [];
  });
  if (unfinished.length > 0) return unfinished;
  if (!exchange.quote) return [{ place: 'exchange', text: t('settlement.asking') }];
  if (collectCents === 0) return [];
  const { paidIn } = exchange;
  if (paidIn.split.missingCents !== 0)
    return [{ place: 'exchange-tenders', text: differenceText(paidIn.split.missingCents) }];
  return paidIn.codeMissing ? [{ place: 'credit-codes', text: t('settlement.need-code') }] : [];
}

/** The fields that a refusal or misfit belongs to; none for what concerns the whole. */
export function settlementTrouble(trouble: Trouble | undefined, settlement: Settlement): SettlementProblem[] {
  if (trouble?.kind === 'invalid')
    return trouble.misfits.flatMap(({ path, message }) => {
      const place = placeOfPath(path, settlement);
      return place ? [{ place, text: message }] : [];
    });
  if (trouble?.kind !== 'refused') return [];
  const place = placeOfRefusal(trouble.refusal, settlement);
  return place ? [{ place, text: troubleSentence(trouble) }] : [];
}

type Refusal = Extract<Trouble, { kind: 'refused' }>['refusal'];

function placeOfRefusal(refusal: Refusal, settlement: Settlement): SettlementPlace | undefined {
  const exchanges = settlement.way === 'exchange';
  switch (refusal.code) {
    case 'over-tender':
      return `tender-${refusal.data.tender}`;
    case 'over-paid-amount':
    case 'under-paid-amount':
      return 'tenders';
    case 'over-fee':
    case 'over-delivery':
      return 'extras';
    case 'extra-needs-note':
      return extraPlace(settlement, refusal.data.kind);
    case 'store-credit-only':
      return 'override';
    case 'no-such-credit':
    case 'credit-expired':
      return settlement.givesCredit ? 'credit-code' : 'credit-codes';
    case 'over-credit-balance':
      return 'credit-codes';
    case 'tenders-not-total':
      return 'exchange-tenders';
    case 'not-enough-stock': {
      const at = settlement.exchange.lines.findIndex(({ sku }) => sku === refusal.data.sku);
      return exchanges && at >= 0 ? `exchange-${at}-quantity` : undefined;
    }
    default:
      return undefined;
  }
}

function extraPlace({ extras }: Settlement, kind: string): SettlementPlace {
  const row = extras.rows.find((own) => own.kind === kind && isUnsaid(own));
  return row ? `extra-${row.key}` : 'extras';
}

function placeOfPath(path: string, settlement: Settlement): SettlementPlace | undefined {
  const [area, part, index, field = ''] = path.split('.');
  if (area === 'payouts') {
    const tender = settlement.payouts.payouts[Number(part)]?.tender;
    return tender ? `tender-${tender}` : 'tenders';
  }
  if (area === 'extras') {
    const key = settlement.extras.rows[Number(part)]?.key;
    return key ? `extra-${key}` : 'extras';
  }
  if (area === 'storeCredit') return 'credit-code';
  if (area === 'override') return 'override';
  if (area !== 'exchange') return undefined;
  if (part === 'storeCredits') return 'credit-codes';
  if (part === 'tenders') return 'exchange-tenders';
  const at = settlement.exchange.lines[Number(index)] ? Number(index) : undefined;
  if (part !== 'lines' || at === undefined) return 'exchange';
  return `exchange-${at}-${field === 'quantity' ? 'quantity' : 'price'}`;
}
