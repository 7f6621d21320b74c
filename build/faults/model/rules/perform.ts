import { type ActionName, actions, isDoubtful } from './actions.ts';
import { type Facts, markOf, takeBack } from './books.ts';
import { dayAt } from './figures.ts';
import type { Moment } from './moment.ts';
import { No } from './no.ts';
import { settingsOf } from './sums.ts';

export type Asked = { readonly name: ActionName; readonly input: Readonly<Record<string, unknown>> };
type Sent = { readonly name: string; readonly input: Readonly<Record<string, unknown>> };
export type Restoring = { readonly input: { readonly id: string; readonly path: string }; readonly now: string };
export type Answer = { readonly ok: unknown } | { readonly refused: { readonly code: string; readonly data: object } };

/** The business day is the clock's, but never before that of the last event. */
export function momentOf(books: Facts, now: string): Moment & { readonly clockDay: string } {
  const settings = settingsOf(books);
  const clockDay = dayAt(settings.timeZone, now);
  const [today = clockDay] = [clockDay, books.events.at(-1)?.day ?? ''].sort().reverse();
  return { books, settings, now, clockDay, today };
}

/** What an action was asked with, apart from its id. */
export function contentOf({ name, input: { id: _, ...content } }: Sent): string {
  return JSON.stringify([name, content]);
}

/** What an id that was used before answers: the same for the same, and no for anything else. */
export function firstAnswer(books: Facts, sent: Sent): Answer | undefined {
  const { id } = sent.input;
  const earlier = id === undefined ? undefined : books.events.find((event) => event.id === id);
  if (!earlier) return undefined;
  if (earlier.content === contentOf(sent)) return { ok: earlier.result };
  return { refused: { code: 'id-used', data: { id } } };
}

/** What an action comes to. A refused one leaves no trace; one that was done before answers as it did then. */
export function perform(books: Facts, asked: Asked, now: string): Answer {
  const first = firstAnswer(books, asked);
  if (first) return first;
  const moment = momentOf(books, now);
  const lastDay = books.events.at(-1)?.day;
  if (asked.name !== 'care.confirmClock' && isDoubtful(moment.clockDay, lastDay))
    return { refused: { code: 'clock-doubtful', data: { clockDay: moment.clockDay, lastDay } } };
  const before = markOf(books);
  try {
    const result = actions[asked.name](moment, asked.input as never);
    const id = asked.input.id as string | undefined;
    books.events.push({ id, kind: asked.name, content: contentOf(asked), result, at: now, day: moment.today });
    return { ok: result };
  } catch (error) {
    takeBack(books, before);
    if (error instanceof No) return { refused: { code: error.code, data: error.data } };
    throw error;
  }
}

/** What it would come to; nothing is done. */
export function tryOut(books: Facts, asked: Asked, now: string): Answer {
  const before = markOf(books);
  const answer = perform(books, asked, now);
  takeBack(books, before);
  return answer;
}
