import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { Orm } from '../open.ts';
import { prepared } from '../prepared.ts';
import { supplierClaimEvents, supplierClaimLines, supplierClaims } from '../schema/after-inspection.ts';
import { stockBalances, stockMoves } from '../schema/ledgers.ts';
import { products, suppliers } from '../schema/sales.ts';

const placeholder = sql.placeholder;

/** What was said about a claim, by kind. */
const eventSum = (kind: 'refused' | 'closed') =>
  sql<number>`(select coalesce(sum(cents), 0) from supplier_claim_events where claim_id = ${supplierClaims.id} and kind = ${sql.raw(`'${kind}'`)})`;

const claimColumns = {
  id: supplierClaims.id,
  number: supplierClaims.number,
  supplierId: supplierClaims.supplierId,
  supplier: suppliers.name,
  phone: suppliers.phone,
  email: suppliers.email,
  day: supplierClaims.day,
  dueOn: supplierClaims.dueOn,
  note: supplierClaims.note,
  claimedCents: supplierClaims.claimedCents,
  valueCents: supplierClaims.valueCents,
  paidCents: supplierClaims.paidCents,
  refusedCents: eventSum('refused'),
  lostCents: eventSum('closed'),
  open: supplierClaims.open,
  person: supplierClaims.person,
};

export function claimReads(orm: Orm) {
  const claims = () =>
    orm.select(claimColumns).from(supplierClaims).innerJoin(suppliers, eq(suppliers.id, supplierClaims.supplierId));
  const byId = prepared(orm, claims().where(eq(supplierClaims.id, placeholder('id'))));
  const byNumber = prepared(orm, claims().where(eq(supplierClaims.number, placeholder('number'))));
  const listed = prepared(
    orm,
    claims()
      .where(
        and(
          sql`(${placeholder('supplierId')} is null or ${supplierClaims.supplierId} = ${placeholder('supplierId')})`,
          sql`(${placeholder('open')} is null or ${supplierClaims.open} = ${placeholder('open')})`,
        ),
      )
      .orderBy(asc(supplierClaims.id)),
  );
  const lines = prepared(
    orm,
    orm
      .select({
        sku: products.sku,
        name: products.name,
        spec: products.spec,
        unit: products.unit,
        quantityMilli: supplierClaimLines.quantityMilli,
        unknownMilli: supplierClaimLines.unknownMilli,
        valueCents: supplierClaimLines.valueCents,
        claimedCents: supplierClaimLines.claimedCents,
        note: supplierClaimLines.note,
      })
      .from(supplierClaimLines)
      .innerJoin(products, eq(products.id, supplierClaimLines.productId))
      .where(eq(supplierClaimLines.claimId, placeholder('id')))
      .orderBy(asc(supplierClaimLines.id)),
  );
  const events = prepared(
    orm,
    orm
      .select()
      .from(supplierClaimEvents)
      .where(eq(supplierClaimEvents.claimId, placeholder('id')))
      .orderBy(asc(supplierClaimEvents.id)),
  );
  return {
    ...waitingReads(orm),
    byId: (claimId: number) => byId.get({ id: claimId }),
    byNumber: (number: string) => byNumber.get({ number }),
    /** `null` where it does not matter. */
    list: (asked: { supplierId: number | null; open: number | null }) => listed.all(asked),
    lines: (claimId: number) => lines.all({ id: claimId }),
    events: (claimId: number) => events.all({ id: claimId }),
  };
}
export type ClaimRow = NonNullable<ReturnType<ReturnType<typeof claimReads>['byId']>>;
export type ClaimLineRow = ReturnType<ReturnType<typeof claimReads>['lines']>[number];
export type ClaimEventRow = ReturnType<ReturnType<typeof claimReads>['events']>[number];

/** Goods on the supplier shelf, and since when. */
function waitingReads(orm: Orm) {
  const waiting = prepared(
    orm,
    orm
      .select({
        productId: products.id,
        sku: products.sku,
        name: products.name,
        supplierId: suppliers.id,
        supplier: suppliers.name,
        claimDays: suppliers.claimDays,
        quantityMilli: stockBalances.quantityMilli,
        valueCents: stockBalances.valueCents,
        unknownMilli: stockBalances.unknownMilli,
      })
      .from(stockBalances)
      .innerJoin(products, eq(products.id, stockBalances.productId))
      .leftJoin(suppliers, eq(suppliers.id, products.supplierId))
      .where(and(eq(stockBalances.place, 'supplier-shelf'), gt(stockBalances.quantityMilli, 0))),
  );
  const arrivals = prepared(
    orm,
    orm
      .select({ day: stockMoves.day, quantityMilli: stockMoves.quantityMilli })
      .from(stockMoves)
      .where(
        and(
          eq(stockMoves.productId, placeholder('id')),
          eq(stockMoves.toPlace, 'supplier-shelf'),
          gt(stockMoves.quantityMilli, 0),
        ),
      )
      .orderBy(desc(stockMoves.day), desc(stockMoves.id)),
  );
  return {
    waiting: () => waiting.all(),
    /** Units that came to the supplier shelf, the newest first. */
    arrivals: (productId: number) => arrivals.all({ id: productId }),
  };
}
