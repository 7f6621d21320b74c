import { show, t } from '../../i18n/index.ts';
import { language } from '../../i18n/language.svelte.ts';

/** As people call it: 100 元, 5 角; elsewhere $0.25, €20. */
export function coinName(cents: number): string {
  if (language.currency !== 'CNY' || language.locale !== 'zh-CN') return show.money(cents).replace(/\.0+$/, '');
  return cents >= 100 ? t('drawer.yuan', { amount: cents / 100 }) : t('drawer.jiao', { amount: cents / 10 });
}
