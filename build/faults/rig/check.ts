import { api } from '../../../contract/api.ts';
import { inThisThread } from '../../../fixtures/care.ts';
import { testNow } from '../../../fixtures/shop.ts';
import { verify } from '../../../shop/care/verify.ts';
import type { LongReadHandler, NamesOfKind } from '../../../shop/context.ts';
import { longReadHandlers } from '../../../shop/long-reads.ts';
import { type Shop, startShop } from '../../../shop/start.ts';
import { type Act, type Call, callIn, shopFolder } from '../acts/act.ts';
import { type Books, readBooks } from './books.ts';
import { answerOf, firstQuestion, type Outcome } from './trial.ts';

/** How a shop is before an act and after it, when nothing comes between. */
export type Undisturbed = {
  /** Opened and nothing more. */
  readonly opened: Books;
  readonly before: Books;
  readonly after: Books;
  readonly outcome: Outcome;
};

/** What the caller was told: that it happened, that it did not, or nothing certain; or it did not even come to ask. */
export type Claim = 'happened' | 'did-not' | 'partly' | 'open' | 'not-asked';

/** How much of an act is there. */
export type Found = 'none' | 'all' | 'part' | 'neither' | 'no-difference';

/**
 * Opens a folder after a fault as the next start of the program would, and says everything about it that must not be: not to be opened,
 * books that are neither those before nor those after, something acknowledged that is gone, a check that fails, an action that cannot be
 * asked for again.
 */
export async function problemsOf(
  folder: string,
  { act, undisturbed, claim }: { readonly act: Act; readonly undisturbed: Undisturbed; readonly claim: Claim },
): Promise<string[]> {
  const shop = startShop({ folder, clock: () => testNow });
  try {
    const opened = await answerOf(shop, firstQuestion);
    if (!('ok' in opened)) return [`the shop does not open: ${JSON.stringify(opened)}`];
    const books = readBooks(folder);
    const isOnlyOpened = claim === 'not-asked' && books.digest === undisturbed.opened.digest;
    const found = isOnlyOpened ? 'none' : foundIn(books, act, undisturbed);
    const problems = [...wrongClaim(found, claim), ...(await failedChecks(folder))];
    if (problems.length === 0 && !isOnlyOpened)
      problems.push(...(await notRepeated({ folder, act, undisturbed }, shop)));
    return problems;
  } finally {
    await shop.close();
  }
}

function foundIn(books: Books, { call }: Act, { before, after }: Undisturbed): Found {
  if (books.digest === after.digest) return before.digest === after.digest ? 'no-difference' : 'all';
  if (books.digest === before.digest) return 'none';
  // A long action makes several events; after a kill some of them are there, each of them whole.
  const isLong = call !== undefined && api[call.name].kind === 'long-action';
  return isLong && books.events > before.events && books.events < after.events ? 'part' : 'neither';
}

function wrongClaim(found: Found, claim: Claim): string[] {
  if (found === 'neither') return ['the books are neither those before nor those after'];
  if (found === 'no-difference') return [];
  if (claim === 'happened' && found !== 'all') return [`acknowledged, and ${found} of it is there`];
  if (claim === 'did-not' && found !== 'none') return [`said not to have happened, and ${found} of it is there`];
  if (claim === 'partly' && found !== 'part') return [`said to have happened in part, and ${found} of it is there`];
  return [];
}

export async function failedChecks(folder: string): Promise<string[]> {
  const { checks } = await inThisThread(folder, (context) => verify(context, {}));
  return checks.filter(({ ok }) => !ok).map(({ name, detail }) => `care.verify: ${name}: ${detail}`);
}

type Repeated = { readonly folder: string; readonly act: Act; readonly undisturbed: Undisturbed };

/** Whoever asks again with the same id gets the answer of an undisturbed day, and the act is there once. */
async function notRepeated({ folder, act, undisturbed }: Repeated, shop: Shop): Promise<string[]> {
  if (!act.call) return [];
  const call = callIn(folder, act.call);
  const { kind } = api[call.name];
  if (kind === 'long-read') return readAgain(folder, call);
  const outcome = await answerOf(shop, call);
  if (!('ok' in outcome)) return [`asked again, it answers ${JSON.stringify(outcome)}`];
  if (!('id' in (call.input as object))) return [];
  const [answer, usual] = [inAnyFolder(folder, outcome), JSON.stringify(undisturbed.outcome)];
  if (kind !== 'long-action' && answer !== usual) return [`asked again, it answers ${answer} instead of ${usual}`];
  const books = readBooks(folder);
  return books.content === undisturbed.after.content ? [] : ['asked again, it is not there just once'];
}

/** As it would be in any other folder. */
export function inAnyFolder(folder: string, outcome: Outcome): string {
  return JSON.stringify(outcome).replaceAll(folder, shopFolder);
}

/** Without the worker, whose start takes longer than everything else. */
async function readAgain(folder: string, { name, input }: Call): Promise<string[]> {
  try {
    const handler = longReadHandlers[name as NamesOfKind<'long-read'>] as LongReadHandler<never>;
    await inThisThread(folder, (context) => handler(context, input as never));
    return [];
  } catch (error) {
    return [`asked again, it fails: ${error instanceof Error ? error.message : error}`];
  }
}
