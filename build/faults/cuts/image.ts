import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Output } from '../../../contract/api.ts';
import { saleInput } from '../../../fixtures/builders.ts';
import { testNow } from '../../../fixtures/shop.ts';
import { type Shop, startShop } from '../../../shop/start.ts';
import { failedChecks } from '../rig/check.ts';
import { answerOf, firstQuestion } from '../rig/trial.ts';
import type { Acknowledged } from './recorded.ts';

export type Found = {
  /** Something that had been acknowledged and is not there. */
  readonly lost: readonly string[];
  /** A shop that does not open, does not agree with itself, or does not go on. */
  readonly broken: readonly string[];
};

/** A day after the history, so that the clock has not gone back. */
const later = testNow + 86_400_000;

/** Starts the shop on what a power cut left; `answered` is the last step that had been acknowledged. */
export async function findIn(folder: string, steps: readonly Acknowledged[], answered: number): Promise<Found> {
  const shop = startShop({ folder, clock: () => later });
  try {
    const opened = await answerOf(shop, firstQuestion);
    if (!('ok' in opened)) return { lost: [], broken: [`the shop does not open: ${JSON.stringify(opened)}`] };
    const lost = [
      ...(await lostEvents(shop, steps, answered)),
      ...(await lostDraft(shop, steps, answered)),
      ...lostBackups(folder, steps, answered),
    ];
    const broken = await failedChecks(folder);
    // The process that went through the history drew its ids from the same store of random numbers.
    const id = randomUUID({ disableEntropyCache: true });
    const sale = await answerOf(shop, { name: 'sales.record', input: saleInput({ id }) });
    if (!('ok' in sale)) broken.push(`it does not go on: ${JSON.stringify(sale)}`);
    return { lost, broken };
  } finally {
    await shop.close();
  }
}

/** The head is that of the last step answered, or of the one that was under way. */
async function lostEvents(shop: Shop, steps: readonly Acknowledged[], answered: number): Promise<string[]> {
  const health = await answerOf(shop, { name: 'care.health', input: {} });
  if (!('ok' in health)) return [`no health: ${JSON.stringify(health)}`];
  const { head, events } = health.ok as Output<'care.health'>;
  const standing = steps
    .slice(0, answered + 1)
    .findLast(({ heads }) => heads.length > 0)
    ?.heads.at(-1);
  const allowed = answered < 0 ? steps[0]?.heads : steps[answered + 1]?.heads;
  if (head === standing || allowed?.includes(head) || (answered < 0 && events === 0)) return [];
  const { name } = steps[answered] ?? { name: 'opening' };
  return [`step ${answered} (${name}) was acknowledged, and the last of ${events} events is another`];
}

async function lostDraft(shop: Shop, steps: readonly Acknowledged[], answered: number): Promise<string[]> {
  // A restore brings back the drafts of then as well.
  const last = steps.slice(0, answered + 1).findLast(({ draft, restored }) => draft !== undefined || restored);
  const saved = steps[answered + 1]?.restored ? undefined : last?.draft;
  if (saved === undefined) return [];
  const loaded = await answerOf(shop, { name: 'drafts.load', input: { screen: 'counter' } });
  const content = 'ok' in loaded ? (loaded.ok as Output<'drafts.load'>).content : undefined;
  if (content === saved || content === steps[answered + 1]?.draft) return [];
  return [`the draft ‘${saved}’ was acknowledged, and ‘${content}’ is there`];
}

function lostBackups(folder: string, steps: readonly Acknowledged[], answered: number): string[] {
  return steps.slice(0, answered + 1).flatMap(({ backup }) => {
    if (!backup) return [];
    const path = join(folder, 'backups', basename(backup.path));
    if (!existsSync(path)) return [`backup ${basename(path)} was acknowledged, and is not there`];
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    return sha256 === backup.sha256 ? [] : [`backup ${basename(path)} was acknowledged, and is another file now`];
  });
}
