import type { Unusual } from '../../../contract/api/unusual.ts';
import { addDays, daysOfMonth, monthOf } from '../../../contract/values/days.ts';
import { show, t } from '../../i18n/index.ts';
import { router } from '../../state/router.svelte.ts';

/** Nobody of the shop stands behind these two names. */
function nameOf(person: string): string {
  if (person === 'owner') return t('shell.owner');
  return person === 'nobody' ? t('unusual.nobody') : person;
}

/** What was done, by whom, as a sentence. */
export function sentenceOf(item: Unusual, timeZone: string): string {
  const person = nameOf(item.person);
  const other = nameOf(item.other ?? item.person);
  const { count = 0, of = 0, limitCents = 0 } = item;
  const limit = show.glance.money(limitCents);
  switch (item.kind) {
    case 'void':
      return t('unusual.void-says', { person, other });
    case 'override':
      return item.other === undefined
        ? t('unusual.override-alone', { person })
        : t('unusual.override-says', { person, other });
    case 'splitting':
      return t('unusual.splitting-says', { person, count, limit });
    case 'over-own-limit':
      return item.other === undefined
        ? t('unusual.over-own-limit-says', { person, limit })
        : t('unusual.over-own-limit-agreed', { person, other, limit });
    case 'one-approver':
      return t('unusual.one-approver-says', { person, other, count, of });
    case 'after-hours':
      return t('unusual.after-hours-says', { person, time: timeOf(item.at ?? '', timeZone) });
    case 'reprints':
      return t('unusual.reprints-says', { person: show.list(item.person.split(',').map(nameOf)), count });
    case 'wrong-pins':
      return t('unusual.wrong-pins-says', { person, count });
    case 'put-in-place':
      return count > 0 ? t('unusual.put-in-place-lost', { person, count }) : t('unusual.put-in-place-says', { person });
    case 'cash-without-receipt':
    case 'own-sale':
    case 'credit-voided':
    case 'clock-confirmed':
      return t(`unusual.${item.kind}-says`, { person });
  }
}

function timeOf(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** Where the case can be looked at. */
export function linkOf({ kind, returnId, number }: Unusual): string | undefined {
  if (returnId !== undefined) return router.href('/returns/:id', { params: { id: returnId } });
  if (kind === 'credit-voided' && number !== undefined)
    return router.href('/store-credit', { query: { code: number } });
  if (kind === 'put-in-place' || kind === 'clock-confirmed') return router.href('/care');
  return kind === 'wrong-pins' ? router.href('/people') : undefined;
}

export type Preset = 'week' | 'month' | 'last-month';
export type Period = { readonly from: string; readonly to: string };

/** The days that each choice means today. */
export function presetOf(preset: Preset, today: string): Period {
  if (preset === 'week') return { from: addDays(today, -6), to: today };
  const begin = `${monthOf(today)}-01`;
  return preset === 'month' ? { from: begin, to: today } : daysOfMonth(monthOf(addDays(begin, -1)));
}
