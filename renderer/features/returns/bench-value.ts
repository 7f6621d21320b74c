import type { Suggestion } from '../../../contract/api/inspection.ts';
import { show, t } from '../../i18n/index.ts';

type Step = Suggestion['options'][number]['arithmetic'][number];

/** One step of the arithmetic in words: `grade B at 70% −¥38.70`. */
export function stepSentence({ what, cents, data = {} }: Step): string {
  const amount = show.money(cents);
  switch (what) {
    case 'price':
    case 'cost':
      return t(`bench.step-${what}`, { amount });
    case 'grade':
      return t('bench.step-grade', { amount, grade: data.grade ?? '', percent: data.percent ?? 0 });
    case 'ageing':
      return t('bench.step-ageing', { amount, days: data.days ?? 0 });
    case 'repair':
      return t('bench.step-repair', { amount });
    case 'supplier':
      return t('bench.step-supplier', { amount, percent: data.percent ?? 0 });
    case 'scrap':
      return t('bench.step-scrap');
  }
}
