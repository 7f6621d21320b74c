import type { Settings } from '../../../contract/api/settings.ts';
import type { Chart, Locale } from '../../../contract/values/words.ts';
import { language, t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { shopSettings } from '../../state/settings.svelte.ts';
import type { Trouble } from '../../state/shop.svelte.ts';

/** The answers of the first start. The language answers at once; the rest is saved together. */
export class FirstStartForm {
  shopName = $state('');
  currency = $state('CNY');
  chart = $state<Chart>('small-business-cn');
  timeZone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);
  nameMissing = $state(false);
  busy = $state(false);
  trouble = $state.raw<Trouble>();

  constructor(settings: Settings) {
    this.currency = settings.currency;
    this.chart = language.locale === 'en' ? 'plain' : settings.chart;
  }

  speak(locale: Locale): void {
    language.locale = locale;
  }

  async startEmpty(): Promise<void> {
    this.nameMissing = this.shopName.trim() === '';
    if (this.nameMissing) return;
    this.busy = true;
    const { shopName, currency, chart, timeZone } = this;
    const answer = await shopSettings.change({ shopName, currency, chart, timeZone, locale: language.locale });
    this.busy = false;
    this.trouble = answer.trouble;
  }

  /** The host opens the made-up shop beside this one, which stays as it is. */
  async lookAround(): Promise<void> {
    this.busy = true;
    await host().switchShop('demo');
    this.busy = false;
  }

  get nameError(): string | undefined {
    return this.nameMissing && this.shopName.trim() === '' ? t('start.shop-name-needed') : undefined;
  }
}
