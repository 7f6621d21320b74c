import type { Output } from '../../contract/api.ts';
import type { ReadHandler } from '../context.ts';
import { viewHead } from './view.ts';

type OfSupplier = Output<'claims.list'>['suppliers'][number];
type Listed = Output<'claims.list'>['items'][number];

const usualLimit = 200;

/** Claims, the oldest first. What suppliers owe is of all claims that were asked for, however many are shown. */
export const listClaims: ReadHandler<'claims.list'> = (context, { open, supplierId, limit = usualLimit }) => {
  const asked = { supplierId: supplierId ?? null, open: open === undefined ? null : Number(open) };
  const all = context.store.claims.list(asked).map((row) => viewHead(context, row));
  return { items: all.slice(0, limit), suppliers: bySupplier(all) };
};

function bySupplier(claims: readonly Listed[]): OfSupplier[] {
  const found = new Map<number, OfSupplier>();
  for (const claim of claims) {
    const { supplierId, supplier } = claim;
    const sums = found.get(supplierId) ?? nothing(supplierId, supplier);
    sums.claims += 1;
    sums.owedCents += claim.owedCents;
    sums.paidCents += claim.paidCents;
    sums.refusedCents += claim.refusedCents;
    sums.lostCents += claim.lostCents;
    sums.aged[ageOf(claim.days)] += claim.owedCents;
    found.set(supplierId, sums);
  }
  return [...found.values()].sort((one, other) => other.owedCents - one.owedCents);
}

function nothing(supplierId: number, supplier: string): OfSupplier {
  const aged = { upTo30Cents: 0, upTo60Cents: 0, upTo90Cents: 0, olderCents: 0 };
  return { supplierId, supplier, claims: 0, owedCents: 0, paidCents: 0, refusedCents: 0, lostCents: 0, aged };
}

function ageOf(days: number): keyof OfSupplier['aged'] {
  if (days <= 30) return 'upTo30Cents';
  if (days <= 60) return 'upTo60Cents';
  return days <= 90 ? 'upTo90Cents' : 'olderCents';
}
