import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Misfit } from '../../../contract/api.ts';
import { testNow } from '../../../fixtures/shop.ts';
import { type Shop, startShop } from '../../../shop/start.ts';
import { type Act, type Call, callIn } from '../acts/act.ts';
import { type Fault, notInTime, type Seen, type Shim } from '../shim/shim.ts';

export type Outcome =
  | { readonly ok: unknown }
  | { readonly refused: { readonly code: string; readonly data: Record<string, unknown> } }
  | { readonly invalid: readonly Misfit[] }
  | { readonly bug: string };

/** What the process that tried an act said before its end. */
export type Told = {
  /** The act was asked for; what came before it has been acknowledged. */
  readonly begun?: true;
  /** What the act answered. */
  readonly outcome?: Outcome;
  /** What went wrong with closing the shop, if anything. */
  readonly closing?: string;
};

export type Trial = { readonly act: Act; readonly fault: Fault; readonly killAfterMicros?: number };

/** Where a process tries things, with the folders to start from beside it. */
export type Bench = { readonly shim: Shim; readonly stage: string; readonly folder: string };

/** Puts the folder an act starts from in its place. */
export function setUp({ stage, folder }: Bench, act: Act): void {
  rmSync(folder, { recursive: true, force: true });
  if (act.from !== 'nothing') cpSync(join(stage, act.from), folder, { recursive: true });
}

/** Does an act in a process of its own, with a fault on its way. The folder is left as that process left it. */
async function tryAct(bench: Bench, { act, fault, killAfterMicros = 0 }: Trial): Promise<Seen<Told>> {
  setUp(bench, act);
  const { shim, folder } = bench;
  shim.watch(folder);
  return shim.inFork<Told>(
    async () => {
      if (act.armed === 'opening') shim.arm(fault);
      const shop = startShop({ folder, clock: () => testNow });
      if (act.armed === 'call') {
        await prelude(shop);
        shim.tell({ begun: true } satisfies Told);
        shim.arm(fault);
      }
      const outcome = await answerOf(shop, act.call ? callIn(folder, act.call) : firstQuestion);
      shim.tell({ begun: true, outcome } satisfies Told);
      const closing = await closingOf(shop);
      shim.disarm();
      shim.tell({ begun: true, outcome, ...(closing !== undefined && { closing }) } satisfies Told);
    },
    { killAfterMicros },
  );
}

const tries = 3;

/** A busy machine, or a thread that was in the wrong place when it was forked, does not hang again and again at the same point. */
export async function triedInTime(bench: Bench, trial: Trial): Promise<Seen<Told>> {
  let seen = await tryAct(bench, trial);
  for (let tried = 1; tried < tries && seen.status === notInTime; tried += 1) seen = await tryAct(bench, trial);
  return seen;
}

/** What a window asks first. */
export const firstQuestion: Call = { name: 'settings.get', input: {} };

/** So that the log is not empty when the act comes: what was done before must stay, too. */
async function prelude(shop: Shop): Promise<void> {
  const outcome = await answerOf(shop, { name: 'drafts.save', input: { screen: 'prelude', content: 'typed before' } });
  if (!('ok' in outcome)) throw new Error(`the prelude was not answered: ${JSON.stringify(outcome)}`);
}

export async function answerOf(shop: Shop, call: Call): Promise<Outcome> {
  try {
    const doing = { signal: new AbortController().signal, onProgress: () => undefined };
    return (await shop.answer(call, doing)) as Outcome;
  } catch (error) {
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function closingOf(shop: Shop): Promise<string | undefined> {
  try {
    await shop.close();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
