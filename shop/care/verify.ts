import type { Output } from '../../contract/api.ts';
import type { CheckName } from '../../contract/words/index.ts';
import { verifyReads } from '../../db/queries/verify.ts';
import { Cancelled, type LongReadContext, type LongReadHandler } from '../context.ts';
import { adviceFor } from './advice.ts';
import { type Check, fullChecks, quickChecks } from './checks.ts';
import { finding } from './words.ts';

type Checked = Output<'care.verify'>['checks'][number];

/**
 * Checks the whole file as it is at one moment, or in the quick form what takes seconds in a big shop. A check that cannot even be made,
 * because the file is damaged, has failed; the others are made all the same. Nothing is mended here.
 */
export const verify: LongReadHandler<'care.verify'> = (context, { quick = false }) => {
  const reads = verifyReads(context.connection.orm);
  reads.begin();
  try {
    const checks = quick ? quickChecks(reads, context) : fullChecks(reads, context);
    const results = makeAll(checks, context);
    const { seq, hash } = context.store.desk.head();
    return { ok: results.every(({ ok }) => ok), checks: results, head: hash, events: seq };
  } finally {
    reads.end();
  }
};

/** Progress is told in hundredths of the lightest check, so that it also moves within the long ones. */
const perWeight = 100;

function makeAll(checks: readonly Check[], { settings, onProgress, throwIfCancelled }: LongReadContext): Checked[] {
  const total = checks.reduce((sum, { weight }) => sum + weight, 0) * perWeight;
  let before = 0;
  return checks.map(({ name, weight, find }): Checked => {
    const tell = (share: number): void =>
      onProgress({ phase: name, done: Math.round((before + share * weight) * perWeight), total });
    throwIfCancelled();
    tell(0);
    const found = offendersIn(() => find(tell));
    before += weight;
    return found.length === 0 ? { name, ok: true } : failed(name, found, settings.locale);
  });
}

function failed(name: CheckName, found: readonly string[], locale: Parameters<typeof finding>[2]): Checked {
  return { name, ok: false, detail: finding(name, found, locale), advice: adviceFor(name, locale) };
}

function offendersIn(find: () => readonly string[]): readonly string[] {
  try {
    return find();
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return [error instanceof Error ? error.message : String(error)];
  }
}
