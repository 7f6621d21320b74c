import { beforeEach, expect, test } from 'vitest';
import { language } from '../../i18n/index.ts';
import { eventWord, losesNothing, lossSentence, lossWord, parentOf, placeWord } from './care-words.ts';

beforeEach(() => {
  language.locale = 'en';
  language.timeZone = 'UTC';
});

const at = '2026-01-05T14:05:00Z';
const lost = { events: 3, documents: 2, fromAt: at, toAt: '2026-01-06T09:00:00Z' };

test('what a backup loses is said in a few words', () => {
  expect([
    lossWord({ history: 'same', lost: { events: 0, documents: 0 } }),
    lossWord({ history: 'same' }),
    lossWord({ history: 'same', lost: { events: 1, documents: 0 } }),
    lossWord({ history: 'other' }),
    lossWord({ history: 'unknown' }),
  ]).toEqual(['Nothing', 'Nothing', '1 entry', 'Another history', 'Cannot be told now']);
});

test('whoever is about to go back reads how much, how many documents and from when to when', () => {
  const said = lossSentence({ history: 'same', lost }, 10);
  expect([said.startsWith('3 entries from '), said.endsWith('documents among them: 2.')]).toEqual([true, true]);
});

test('of another history everything of now is lost, as far as that can be counted', () => {
  expect([lossSentence({ history: 'other' }, 265), lossSentence({ history: 'other' }, undefined)]).toEqual([
    expect.stringContaining('All 265 entries'),
    expect.stringContaining('as a whole'),
  ]);
});

test('only a backup that holds all of the history loses nothing', () => {
  const none = { events: 0, documents: 0 };
  expect([
    losesNothing({ history: 'same', lost: none }),
    losesNothing({ history: 'same', lost }),
    losesNothing({ history: 'other', lost: none }),
    losesNothing({ history: 'unknown' }),
  ]).toEqual([true, false, false, false]);
});

test('a place is told by its folder, on every system', () => {
  const folders = [
    { path: '/shop/backups', second: false },
    { path: 'E:\\stick', second: true },
  ];
  expect([
    placeWord('/shop/backups/shop-1.db', folders),
    placeWord('E:\\stick\\shop-1.db', folders),
    placeWord('/shop/backups-old/shop-1.db', folders),
    parentOf('E:\\stick\\shop-1.db'),
  ]).toEqual(['This PC', 'Second folder', '/shop/backups-old', 'E:\\stick']);
});

test('an event of a newer program keeps its own name', () => {
  expect([eventWord('refunds.record'), eventWord('loyalty.grant')]).toEqual(['Refund', 'loyalty.grant']);
});
