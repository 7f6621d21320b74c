import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { saleInput } from '../../../fixtures/builders.ts';
import { testNow } from '../../../fixtures/shop.ts';
import { startShop } from '../../../shop/start.ts';
import { answerOf, firstQuestion } from '../rig/trial.ts';
import type { Shim } from '../shim/shim.ts';

/** Exit codes of the crowd. */
const codes = { writer: 10, keptOut: 20, other: 30 } as const;
export type Crowd = { readonly writers: number; readonly keptOut: number; readonly others: readonly number[] };

const holdMs = 60_000;

/** Many processes open one shop at the same moment. Who gets it writes, and keeps it until all the others have been answered. */
export async function crowd(
  shim: Shim,
  { folder, count }: { readonly folder: string; readonly count: number },
): Promise<Crowd> {
  const startAt = Date.now() + 500;
  const ended = await shim.inForks(count, async (over, countMeOut) => {
    // Awake and waiting, so that they all go at once.
    while (Date.now() < startAt);
    const shop = startShop({ folder, clock: () => testNow });
    const outcome = await answerOf(shop, firstQuestion);
    if ('refused' in outcome && outcome.refused.data.why === 'in-use') {
      countMeOut();
      return codes.keptOut;
    }
    if (!('ok' in outcome)) return codes.other;
    const sold = await answerOf(shop, { name: 'sales.record', input: saleInput({ id: randomUUID() }) });
    for (const until = Date.now() + holdMs; over() < count - 1 && Date.now() < until; ) await pause(20);
    return 'ok' in sold ? codes.writer : codes.other;
  });
  const of = (code: number): number => ended.filter((own) => own === code).length;
  const others = ended.filter((code) => code !== codes.writer && code !== codes.keptOut);
  return { writers: of(codes.writer), keptOut: of(codes.keptOut), others };
}
