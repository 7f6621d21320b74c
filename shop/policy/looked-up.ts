import type { Day } from '../../contract/values/days.ts';
import type { ReadStore } from '../../db/store.ts';
import type { JudgedLine, Looking } from './case.ts';

/** How the serial number of a tracked item compares with what the sale line recorded. */
export function serialOf(store: ReadStore, saleLineId: number, serial: string | null): JudgedLine['serial'] {
  if (serial === null) return 'not-given';
  return store.units.sold(saleLineId).some(({ kind }) => kind === 'serial') ? 'as-sold' : 'not-recorded';
}

/** What is known of the goods of a case, whether it is judged on its day or later. */
export function goodsLooking(store: ReadStore, day: Day): Pick<Looking, 'goods' | 'repairs'> {
  return {
    goods: (productId) => {
      const found = store.catalog.productById(productId);
      return { name: found?.name ?? '', category: found?.category ?? null };
    },
    repairs: (saleLineId) => store.policy.repairs(saleLineId, day),
  };
}
