import type { RuleResult } from '../../../contract/api/return-shape.ts';
import { show, t } from '../../i18n/index.ts';

/** What a rule of the policy saw and said, in a few words. */
export function ruleSentence({ rule, outcome, data }: RuleResult): string {
  const number = (name: string): number => Number(data[name] ?? 0);
  switch (rule) {
    case 'window':
      return windowSentence(data, outcome === 'accept');
    case 'sold-here':
      return outcome === 'accept' ? t('counter.rule-sold-here') : t('counter.rule-not-sold-here');
    case 'units-left':
      return t('counter.rule-units', {
        sold: number('sold'),
        returned: number('returned'),
        asked: number('asked'),
      });
    case 'reason-known':
      return outcome === 'accept' ? t('counter.rule-reason') : t('counter.rule-other');
  }
}

function windowSentence(data: RuleResult['data'], inTime: boolean): string {
  if (data.known !== true) return t('counter.rule-no-day');
  const days = Number(data.days);
  const windowDays = Number(data.windowDays);
  if (!inTime) return t('counter.rule-late', { days, windowDays, lastDay: show.day(String(data.lastDay)) });
  if (days === 0) return t('counter.rule-today', { windowDays });
  return data.fault === true
    ? t('counter.rule-days-fault', { days, windowDays })
    : t('counter.rule-days', { days, windowDays });
}
