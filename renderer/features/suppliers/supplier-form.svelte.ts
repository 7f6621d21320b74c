import type { Supplier } from '../../../contract/api/suppliers.ts';
import type { Input } from '../../../contract/api.ts';

/** What is said of a supplier, as it is typed. */
export class SupplierForm {
  name = $state('');
  phone = $state('');
  email = $state('');
  claimDays = $state<number>();
  leadDays = $state<number>();
  note = $state('');
  readonly #supplierId: number | undefined;
  #tried = $state(false);

  /** Nothing for a new one. */
  constructor(supplier?: Supplier) {
    this.#supplierId = supplier?.supplierId;
    this.name = supplier?.name ?? '';
    this.phone = supplier?.phone ?? '';
    this.email = supplier?.email ?? '';
    this.claimDays = supplier?.claimDays;
    this.leadDays = supplier?.leadDays;
    this.note = supplier?.note ?? '';
  }

  noName = $derived.by(() => this.#tried && this.name.trim() === '');

  /** What to send; nothing without a name. What is empty is left out, and so becomes empty. */
  toInput(): Omit<Input<'suppliers.save'>, 'id'> | undefined {
    this.#tried = true;
    if (this.noName) return undefined;
    const [phone, email, note] = [this.phone.trim(), this.email.trim(), this.note.trim()];
    return {
      ...(this.#supplierId !== undefined && { supplierId: this.#supplierId }),
      name: this.name.trim(),
      ...(phone && { phone }),
      ...(email && { email }),
      ...(this.claimDays && { claimDays: this.claimDays }),
      ...(this.leadDays !== undefined && { leadDays: this.leadDays }),
      ...(note && { note }),
    };
  }
}
