import type { RuleResult } from '../../contract/api/return-shape.ts';
import type { Condition, Tender } from '../../contract/values/words.ts';
import { conditionWords, reasonWord, tenderWords } from '../../contract/words/index.ts';
import { shopSettings } from '../state/settings.svelte.ts';
import { language, say, show, t } from './index.ts';

type Data = RuleResult['data'];

const number = (data: Data, name: string): number => Number(data[name] ?? 0);
const text = (data: Data, name: string): string => String(data[name] ?? '');

/** What a rule of the policy saw and said, in a few words. */
export function ruleSentence({ rule, outcome, data }: RuleResult): string {
  const sentence = sentenceOf(rule, data, outcome === 'accept');
  if (data.excused === 'amount') return t('rules.excused-amount', { sentence });
  return data.excused === 'repairs' ? t('rules.excused-repairs', { sentence }) : sentence;
}

function sentenceOf(rule: RuleResult['rule'], data: Data, accepted: boolean): string {
  switch (rule) {
    case 'window':
      return windowSentence(data, accepted && data.excused === undefined);
    case 'sold-here':
      return number(data, 'unsold') === 0 ? t('rules.sold-here') : t('rules.not-sold-here');
    case 'units-left':
      return t('rules.units', {
        sold: number(data, 'sold'),
        returned: number(data, 'returned'),
        asked: number(data, 'asked'),
      });
    case 'reason-known':
      return reasonSentence(data, accepted);
    case 'exclusion':
      return exclusionSentence(data);
    case 'condition':
      return conditionSentence(data);
    case 'missing':
      return data.parts ? t('rules.missing', { parts: text(data, 'parts') }) : t('rules.nothing-missing');
    case 'together':
      return togetherSentence(data);
    case 'proof':
      return t('rules.proof', {
        tenders: listed(text(data, 'tenders'), (tender) => say(tenderWords[tender as Tender])),
      });
    case 'amount':
      return amountSentence(data);
    case 'customer-limit':
      return data.known === false
        ? t('rules.customer-unknown')
        : t('rules.customer', { days: number(data, 'days'), returns: number(data, 'returns') });
    case 'clerk-limit':
      return t('rules.clerk', { amount: money(data, 'cents'), limit: money(data, 'limitCents') });
    case 'repairs':
      return t('rules.repairs', { count: number(data, 'failed') });
    case 'serial':
      if (data.given === false) return t('rules.serial-waiting');
      return data.recorded === false ? t('rules.serial-unknown') : t('rules.serial');
    case 'platform':
      if (data.refundedCents !== undefined)
        return t('rules.platform-refunded', { amount: money(data, 'refundedCents') });
      if (data.refunded !== undefined) return t('rules.platform-refund-said', { status: text(data, 'refunded') });
      return t('rules.platform', { status: text(data, 'status') });
  }
}

const money = (data: Data, name: string): string => show.money(number(data, name));

/** A list that the shop wrote with commas, said in words. */
function listed(codes: string, word: (code: string) => string): string {
  return new Intl.ListFormat(language.locale, { type: 'unit' }).format(codes.split(',').filter(Boolean).map(word));
}

function windowSentence(data: Data, inTime: boolean): string {
  if (data.known !== true) return t('rules.no-day');
  if (data.promised === false) return t('rules.unpromised');
  const days = number(data, 'days');
  const windowDays = number(data, 'windowDays');
  const paused = number(data, 'pausedDays');
  const sentence = inTime ? inTimeSentence(data, { days, windowDays }) : lateSentence(data, { days, windowDays });
  return paused === 0 ? sentence : t('rules.window-and', { sentence, more: t('rules.paused', { count: paused }) });
}

type Days = { readonly days: number; readonly windowDays: number };

function inTimeSentence(data: Data, counted: Days): string {
  const { days, windowDays } = counted;
  if (data.start === 'signing')
    return days === 0 ? t('rules.today-signed', { windowDays }) : t('rules.days-signed', counted);
  if (days === 0) return t('rules.today', { windowDays });
  return data.fault === true ? t('rules.days-fault', counted) : t('rules.days', counted);
}

function lateSentence(data: Data, counted: Days): string {
  const lastDay = show.day(text(data, 'lastDay'));
  if (data.signed === false) return t('rules.not-signed', counted);
  return data.start === 'signing'
    ? t('rules.late-signed', { ...counted, lastDay })
    : t('rules.late', { ...counted, lastDay });
}

function reasonSentence(data: Data, accepted: boolean): string {
  if (accepted && data.excused === undefined) return t('rules.reason');
  const named = text(data, 'reasons');
  if (named === '' || named === 'other') return t('rules.other');
  const own = shopSettings.current?.reasons;
  return t('rules.reason-named', { reasons: listed(named, (code) => reasonWord(code, language.locale, own)) });
}

function exclusionSentence(data: Data): string {
  if (!data.label) return t('rules.no-exclusion');
  const named = { label: text(data, 'label'), goods: text(data, 'goods') };
  if (data.fault === true) return t('rules.excluded-fault', named);
  return data.seen === false ? t('rules.excluded-unseen', named) : t('rules.excluded', named);
}

function conditionSentence(data: Data): string {
  if (!data.condition) return t('rules.condition-unseen');
  const condition = say(conditionWords[data.condition as Condition]);
  const named = { condition: language.locale === 'en' ? condition.toLowerCase() : condition };
  return data.fault === true ? t('rules.condition-fault', named) : t('rules.condition', named);
}

function togetherSentence(data: Data): string {
  if (!data.left) return t('rules.together');
  const left = text(data, 'left');
  return data.fault === true ? t('rules.left-behind-fault', { left }) : t('rules.left-behind', { left });
}

function amountSentence(data: Data): string {
  const said = { amount: money(data, 'cents') };
  const limit = money(data, 'limitCents');
  if (data.side === 'above') return t('rules.amount-above', { ...said, limit });
  return data.side === 'below' ? t('rules.amount-below', { ...said, limit }) : t('rules.amount', said);
}
