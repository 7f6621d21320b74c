import type { Backup } from '../../contract/api/care.ts';
import type { Output } from '../../contract/api.ts';
import { lookInto } from '../../db/backup.ts';
import { type History, historyReads, lastCommon } from '../../db/queries/history.ts';

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

/**
 * What is lost by going from one file to another: everything after the last event that both have, with the fingerprints of the first and
 * the last of it. Of a file that cannot be read nothing is known.
 */
export function lossBetween({ from, to }: { readonly from: string; readonly to: string }): RestoreLoss {
  try {
    return lookInto(from, (old) => {
      const history = historyReads(old);
      const common = lookInto(to, (copy) => lastCommon(history, historyReads(copy)));
      const later = history.after(common);
      if (!later) return nothing;
      const { first, last } = later;
      const range = { fromEvent: first.seq, fromHead: first.hash, toEvent: last.seq, toHead: last.hash };
      return { ...(lossesAfter(history, [common]).get(common) ?? nothing), range };
    });
  } catch {
    return { ...nothing, unreadable: true };
  }
}
