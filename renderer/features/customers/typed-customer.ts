import type { Customer } from '../../../contract/api/sales.ts';

/** Whether what somebody typed for a customer is a telephone number. */
export function isPhone(typed: string): boolean {
  return /^[\d\s+-]{6,}$/.test(typed);
}

/** A customer as somebody typed one: a telephone number, else a name. */
export function typedCustomer(typed: string): Customer {
  return isPhone(typed) ? { phone: typed } : { name: typed };
}
