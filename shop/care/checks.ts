import type { CheckName } from '../../contract/words/index.ts';
import { alterations } from '../../db/fingerprint.ts';
import { offendersOf, type VerifyReads } from '../../db/queries/verify.ts';
import { deskChecks } from '../../db/queries/verify-desk.ts';
import { documentChecks } from '../../db/queries/verify-documents.ts';
import { drawerChecks } from '../../db/queries/verify-drawer.ts';
import { goodsReceiptChecks } from '../../db/queries/verify-goods-receipts.ts';
import { printChecks } from '../../db/queries/verify-prints.ts';
import { quickLedgerChecks } from '../../db/queries/verify-quick.ts';
import { staffChecks } from '../../db/queries/verify-staff.ts';
import { stocktakeChecks } from '../../db/queries/verify-stocktakes.ts';
import { sumChecks } from '../../db/queries/verify-sums.ts';
import { walletChecks } from '../../db/queries/verify-wallets.ts';
import type { LongReadContext } from '../context.ts';
import { checkChain } from './chain.ts';
import { missingPhotos } from './photos.ts';
import { namedOffenders, offender } from './words.ts';

/** Tells how far a check has come, from 0 to 1. */
type Tell = (share: number) => void;

export type Check = {
  readonly name: CheckName;
  /** About how long it takes beside the others. */
  readonly weight: number;
  /** Gives its offenders; none is right. */
  readonly find: (tell: Tell) => readonly string[];
};

/** Measured on a shop of a million moves; everything else weighs 1. */
const weights: Readonly<Partial<Record<CheckName, number>>> = {
  integrity: 20,
  'foreign-keys': 2,
  chain: 30,
  'documents-present': 3,
  'documents-posted': 8,
  'documents-moved': 4,
  'account-totals': 2,
  'stock-balances': 3,
  'return-lines': 4,
  pages: 25,
  'chain-newest': 8,
  photos: 10,
};

/** Events whose fingerprints are computed again at every start: weeks of a busy shop. */
const newestEvents = 10_000;

type Find = (reads: VerifyReads, context: LongReadContext, tell: Tell) => readonly string[];

const fileChecks = {
  integrity: (reads) => reads.integrity().filter((line) => line !== 'ok'),
  pages: (reads) => reads.damagedPages().filter((line) => line !== 'ok'),
  'foreign-keys': (reads) => reads.brokenKeys(),
  schema: schemaProblems,
  chain: (reads, context, tell) => chainProblems(reads, context, { tell, from: 1 }),
  'chain-newest': (reads, context, tell) =>
    chainProblems(reads, context, { tell, from: Math.max(1, reads.lastEvent() - newestEvents + 1) }),
  photos: (_, context, tell) => missingPhotos(context, tell),
} as const satisfies Readonly<Record<string, Find>>;

/** Everything there is to check. */
export function fullChecks(reads: VerifyReads, context: LongReadContext): readonly Check[] {
  return [
    ...ofFile(['integrity', 'foreign-keys', 'schema', 'chain'], reads, context),
    ...ofLedgers(
      {
        ...documentChecks,
        ...sumChecks,
        ...deskChecks,
        ...stocktakeChecks,
        ...goodsReceiptChecks,
        ...drawerChecks,
        ...printChecks,
        ...walletChecks,
        ...staffChecks,
      },
      context,
    ),
    ...ofFile(['photos'], reads, context),
  ];
}

/** What is done at every start, in the background. */
export function quickChecks(reads: VerifyReads, context: LongReadContext): readonly Check[] {
  return [...ofFile(['schema', 'pages', 'chain-newest'], reads, context), ...ofLedgers(quickLedgerChecks, context)];
}

function ofFile(names: readonly (keyof typeof fileChecks)[], reads: VerifyReads, context: LongReadContext): Check[] {
  return names.map((name) => ({
    name,
    weight: weights[name] ?? 1,
    find: (tell) => fileChecks[name](reads, context, tell),
  }));
}

function ofLedgers(checks: Partial<Record<CheckName, string>>, { connection }: LongReadContext): Check[] {
  return (Object.entries(checks) as [CheckName, string][]).map(([name, sql]) => ({
    name,
    weight: weights[name] ?? 1,
    find: () => offendersOf(connection.orm, sql, namedOffenders),
  }));
}

function schemaProblems(reads: VerifyReads, { settings }: LongReadContext): string[] {
  return alterations(reads.schema()).map(([problem, name]) => offender(name, problem, settings.locale));
}

function chainProblems(
  reads: VerifyReads,
  { settings }: LongReadContext,
  { tell, from }: { readonly tell: Tell; readonly from: number },
): string[] {
  const total = reads.chainLength(from);
  const onRows = (rows: number): void => tell(Math.min(1, rows / total));
  return checkChain(reads, { onRows, limit: namedOffenders + 1, from }).map(({ what, problem }) =>
    offender(what, problem, settings.locale),
  );
}
