import type { Backup } from '../../contract/api/care.ts';
import type { Output } from '../../contract/api.ts';
import { lookInto } from '../../db/backup.ts';
import { CannotOpen } from '../../db/cannot-open.ts';
import { type History, historyReads, lastCommon } from '../../db/queries/history.ts';
import { isDamage } from '../damaged.ts';
import { asWhole } from './whole.ts';

type Loss = NonNullable<Backup['lost']>;
type RestoreLoss = Omit<Output<'care.restore'>['lost'], 'movedTo'>;

const nothing: Loss = { events: 0, documents: 0 };

/** What a shop holds after each of these events, by event. */
export function lossesAfter(shop: History, seqs: readonly number[]): ReadonlyMap<number, Loss> {
  const losses = new Map<number, Loss>();
  let [documents, upTo] = [0, shop.head().seq];
  // From the newest on, so that each document is counted once for all of them.
  for (const seq of [...new Set(seqs)].sort((a, b) => b - a)) {
    const later = shop.after(seq);
    documents += shop.documents({ after: seq, upTo });
    upTo = seq;
    losses.set(seq, later ? { events: later.events, documents, fromAt: later.first.at, toAt: later.last.at } : nothing);
  }
  return losses;
}

type Files = { readonly from: string; readonly to: string };

/**
 * What is lost by going from one file to another: everything after the last event that both have, with the fingerprints of the first and
 * the last of it. Of a file that is damaged, or not ours, nothing is known; that is believed once it was found twice, because a disk that
 * failed once looks the same. Any other error is thrown: the loss could be counted another time.
 */
export function lossBetween(files: Files): RestoreLoss {
  try {
    return countLoss(files);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
  }
  try {
    return countLoss(files);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { ...nothing, unreadable: true };
  }
}

function isUnreadable(error: unknown): boolean {
  return isDamage(error) || (error instanceof CannotOpen && ['foreign-file', 'newer-file'].includes(error.why));
}

/** Opened for each of the few questions: what goes wrong with the copy is not the former file's fault. */
function ofCopy<T>(path: string, ask: (history: History) => T): T {
  return asWhole(path, () => lookInto(path, (raw) => ask(historyReads(raw))));
}

function countLoss({ from, to }: Files): RestoreLoss {
  return lookInto(from, (old) => {
    const history = historyReads(old);
    const common = lastCommon(history, {
      head: () => ofCopy(to, ({ head }) => head()),
      hashOf: (seq) => ofCopy(to, ({ hashOf }) => hashOf(seq)),
    });
    const later = history.after(common);
    if (!later) return nothing;
    const { first, last } = later;
    const range = { fromEvent: first.seq, fromHead: first.hash, toEvent: last.seq, toHead: last.hash };
    return { ...(lossesAfter(history, [common]).get(common) ?? nothing), range };
  });
}
