import type { OutcomeCounts, PolicyChange, Replay } from '../../contract/api/policy.ts';
import type { PolicyRules } from '../../contract/api/policy-rules.ts';
import type { Verdict } from '../../contract/api/return-shape.ts';
import { addDays } from '../../contract/values/days.ts';
import { policyReplayReads } from '../../db/queries/policy-replay.ts';
import { inSnapshot } from '../../db/snapshot.ts';
import type { LongReadContext, LongReadHandler } from '../context.ts';
import { named } from './fits.ts';
import { rulesInForce } from './in-force.ts';
import { judge } from './judge.ts';
import { judgedPast, type Past } from './past.ts';

const casesBetweenWords = 200;

/**
 * Judges the returns of the past year twice, on the same facts: by the rules in force for their sales, and by a draft. So what differs
 * is the rules alone.
 */
export const replayPolicy: LongReadHandler<'policy.replay'> = (context, { rules, days = 365, limit = 200 }) =>
  inSnapshot(context.connection, () => {
    const reads = policyReplayReads(context.connection.orm);
    const period = { from: addDays(context.today, -days), to: context.today };
    const total = reads.count(period);
    const tally = new Tally(limit);
    context.onProgress({ phase: 'returns', done: 0, total });
    for (const one of reads.cases(period)) {
      const lines = reads.lines(one.id);
      const saleLines = one.saleId === null ? [] : reads.saleLines(one.saleId, lines[0]?.id ?? 0);
      tally.add(judgeTwice(context, rules, { one, lines, saleLines }));
      if (tally.returns % casesBetweenWords !== 0) continue;
      context.onProgress({ phase: 'returns', done: tally.returns, total });
    }
    return { ...period, ...tally.result() };
  });

type Twice = { readonly past: Past; readonly before: Verdict; readonly after: Verdict };

function judgeTwice(context: LongReadContext, draft: PolicyRules, past: Past): Twice {
  const judged = judgedPast(context, past);
  const { rules } = rulesInForce(context, judged.sale?.day ?? judged.day);
  return { past, before: judge(rules, judged), after: judge(draft, judged) };
}

class Tally {
  returns = 0;
  readonly #before: OutcomeCounts = { accept: 0, review: 0, reject: 0 };
  readonly #after: OutcomeCounts = { accept: 0, review: 0, reject: 0 };
  readonly #changes: PolicyChange[] = [];
  readonly #limit: number;
  #changed = 0;
  #turnedDownCents = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add({ past, before, after }: Twice): void {
    this.returns += 1;
    this.#before[before.outcome] += 1;
    this.#after[after.outcome] += 1;
    if (before.outcome === after.outcome) return;
    this.#changed += 1;
    const change = changeOf({ past, before, after });
    if (after.outcome === 'reject') this.#turnedDownCents += change.creditedCents;
    if (this.#changes.length < this.#limit) this.#changes.push(change);
  }

  result(): Omit<Replay, 'from' | 'to'> {
    return {
      returns: this.returns,
      before: this.#before,
      after: this.#after,
      changed: this.#changed,
      turnedDownCents: this.#turnedDownCents,
      changes: this.#changes,
    };
  }
}

function changeOf({ past: { one, lines }, before, after }: Twice): PolicyChange {
  return {
    returnId: one.id,
    number: one.number,
    day: one.day,
    ...(one.customer !== null && { customer: one.customer }),
    goods: named(lines.map(({ name }) => name)),
    creditedCents: lines.reduce((sum, line) => sum + line.creditedCents, 0),
    before: before.outcome,
    after: after.outcome,
    rules: after.rules,
  };
}
