import type { RuleResult } from '../../contract/api/return-shape.ts';
import { show, t } from './index.ts';

/** What a rule of the policy saw and said, in a few words. */
export function ruleSentence({ rule, outcome, data }: RuleResult): string {
  const number = (name: string): number => Number(data[name] ?? 0);
  switch (rule) {
    case 'window':
      return windowSentence(data, outcome === 'accept');
    case 'sold-here':
      return outcome === 'accept' ? t('rules.sold-here') : t('rules.not-sold-here');
    case 'units-left':
      return t('rules.units', {
        sold: number('sold'),
        returned: number('returned'),
        asked: number('asked'),
      });
    case 'reason-known':
      return outcome === 'accept' ? t('rules.reason') : t('rules.other');
  }
}

function windowSentence(data: RuleResult['data'], inTime: boolean): string {
  if (data.known !== true) return t('rules.no-day');
  const days = Number(data.days);
  const windowDays = Number(data.windowDays);
  if (!inTime) return t('rules.late', { days, windowDays, lastDay: show.day(String(data.lastDay)) });
  if (days === 0) return t('rules.today', { windowDays });
  return data.fault === true ? t('rules.days-fault', { days, windowDays }) : t('rules.days', { days, windowDays });
}
