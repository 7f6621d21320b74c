import { isDoubtful } from './actions.ts';
import { copyOf, type Event, type Facts } from './books.ts';
import { type Answer, contentOf, firstAnswer, momentOf, type Restoring } from './perform.ts';

/** What going back to a backup comes to, and the books afterwards: those of the backup, and the event of the restore. */
export function restore(books: Facts, backup: Facts, { input, now }: Restoring): { answer: Answer; books: Facts } {
  const asked = { name: 'care.restore', input };
  const earlier = firstAnswer(books, asked);
  if (earlier) return { answer: earlier, books };
  const { clockDay } = momentOf(books, now);
  const lastDay = books.events.at(-1)?.day;
  if (isDoubtful(clockDay, lastDay))
    return { answer: { refused: { code: 'clock-doubtful', data: { clockDay, lastDay } } }, books };
  if (backup.events.some(({ id }) => id === input.id))
    return { answer: { refused: { code: 'id-used', data: { id: input.id } } }, books };

  const after = copyOf(backup);
  const result = { lost: lostBy(books, backup) };
  const { today } = momentOf(after, now);
  const event: Event = { id: input.id, kind: 'care.restore', content: contentOf(asked), result, at: now, day: today };
  after.events.push(event);
  return { answer: { ok: result }, books: after };
}

/** Events after the last that both have; of their documents all but the journal's own. */
function lostBy(books: Facts, backup: Facts): object {
  const events = books.events.filter((event, index) => backup.events[index] !== event);
  const documents = books.documents.filter(
    (own, index) => backup.documents[index] !== own && own.series !== 'J',
  ).length;
  const [first, last] = [events.at(0), events.at(-1)];
  return { events: events.length, documents, ...(first && last && { fromAt: first.at, toAt: last.at }) };
}
