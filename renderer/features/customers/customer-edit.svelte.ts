import type { CustomerPage } from '../../../contract/api/customers.ts';
import type { Locale } from '../../../contract/values/words.ts';
import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';

/** What is known of a customer, while it is edited. */
export class CustomerEdit {
  name = $state('');
  phone = $state('');
  email = $state('');
  vip = $state('');
  locale = $state<Locale | 'shop'>('shop');
  readonly call = new ActionCall('customers.save');
  readonly #customerId: number;

  constructor(customer: CustomerPage) {
    this.#customerId = customer.customerId;
    this.name = customer.name ?? '';
    this.phone = customer.phone ?? '';
    this.email = customer.email ?? '';
    this.locale = customer.locale ?? 'shop';
    const vip = customer.marks.find((mark) => mark.mark === 'vip');
    this.vip = vip?.reason ?? '';
  }

  /** Whether it is done. */
  async save(): Promise<boolean> {
    const { name, phone, email, vip, locale } = this;
    const customerId = this.#customerId;
    const saved = await this.call.run({
      customerId,
      name,
      phone,
      email,
      vip,
      locale: locale === 'shop' ? null : locale,
    });
    if (!saved) return false;
    notices.say({ tone: 'good', text: t('customers.saved') });
    return true;
  }
}
