import type { StoreCredit } from '../../../contract/api/store-credit.ts';

/** A code in groups, as people read it to each other. */
export function spacedCode(code: string): string {
  return code.replace(/.{4}(?=.{4})/g, '$&-');
}

export const standings: readonly StoreCredit['standing'][] = ['standing', 'expired', 'spent'];
