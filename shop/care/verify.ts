import type { Output } from '../../contract/api.ts';
import { freshSchema, offendersOf, type VerifyReads, verifyReads } from '../../db/queries/verify.ts';
import { ledgerChecks } from '../../db/queries/verify-ledgers.ts';
import { Cancelled, type LongReadContext, type LongReadHandler } from '../context.ts';
import { checkChain } from './chain.ts';
import { type CheckName, finding, namedOffenders, offender } from './words.ts';

type Check = Output<'care.verify'>['checks'][number];

/** Each gives its offenders; none is right. */
type Checks = readonly (readonly [CheckName, () => readonly string[]])[];

/**
 * Checks the whole file as it is at one moment. A check that cannot even be made, because the file is damaged, has failed; the others are
 * made all the same.
 */
export const verify: LongReadHandler<'care.verify'> = (context) => {
  const { connection, settings, store, onProgress, throwIfCancelled } = context;
  const reads = verifyReads(connection.orm);
  reads.begin();
  try {
    const checks = checksOf(context, reads);
    const results = checks.map(([name, offenders], done): Check => {
      throwIfCancelled();
      onProgress({ phase: name, done, total: checks.length });
      const found = offendersIn(offenders);
      return found.length === 0
        ? { name, ok: true }
        : { name, ok: false, detail: finding(name, found, settings.locale) };
    });
    const { seq, hash } = store.desk.head();
    return { ok: results.every(({ ok }) => ok), checks: results, head: hash, events: seq };
  } finally {
    reads.end();
  }
};

function offendersIn(find: () => readonly string[]): readonly string[] {
  try {
    return find();
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return [error instanceof Error ? error.message : String(error)];
  }
}

function checksOf(context: LongReadContext, reads: VerifyReads): Checks {
  const ledgers = Object.entries(ledgerChecks) as [keyof typeof ledgerChecks, string][];
  return [
    ['integrity', () => reads.integrity().filter((line) => line !== 'ok')],
    ['foreign-keys', () => reads.brokenKeys()],
    ['schema', () => schemaDifferences(reads, context)],
    ['chain', () => chainProblems(reads, context)],
    ...ledgers.map(([name, sql]) => [name, () => offendersOf(context.connection.orm, sql, namedOffenders)] as const),
  ];
}

function schemaDifferences(reads: VerifyReads, { settings }: LongReadContext): string[] {
  const [found, expected] = [reads.schema(), freshSchema()];
  const missing = [...expected.keys()].filter((key) => !found.has(key)).map((key) => [key, 'missing'] as const);
  const extra = [...found.keys()].filter((key) => !expected.has(key)).map((key) => [key, 'extra'] as const);
  const altered = [...expected]
    .filter(([key, sql]) => found.has(key) && found.get(key) !== sql)
    .map(([key]) => [key, 'altered'] as const);
  return [...missing, ...extra, ...altered].map(([key, problem]) => offender(key, problem, settings.locale));
}

function chainProblems(reads: VerifyReads, { settings, onProgress }: LongReadContext): string[] {
  const total = reads.chainLength();
  const onRows = (rows: number): void => onProgress({ phase: 'chain', done: Math.min(rows, total), total });
  return checkChain(reads, { onRows, limit: namedOffenders + 1 }).map(({ what, problem }) =>
    offender(what, problem, settings.locale),
  );
}
