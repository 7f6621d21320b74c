import { expect, onTestFinished, test } from 'vitest';
import { openShopFile } from '../../db/open.ts';
import { createWriteStore } from '../../db/store.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import type { ActionContext } from '../context.ts';
import { defaultSettings } from '../settings/defaults.ts';
import { loneOwner } from '../staff/session.ts';
import { type EntryLine, postEntry } from './post.ts';

const today = '2026-11-18';

/** An action half-way: its event is begun, and what it posts can be looked at. */
function action(): ActionContext {
  const folder = temporaryFolder();
  const file = openShopFile(folder);
  onTestFinished(file.close);
  const store = createWriteStore(file.writer);
  file.writer.raw.exec('BEGIN');
  onTestFinished(() => void file.writer.raw.exec('ROLLBACK'));
  store.facts.begin();
  const days = { now: `${today}T03:00:00.000Z`, clockDay: today, today };
  return { store, settings: defaultSettings(today), ...days, folder, person: 'owner', actor: loneOwner };
}

function post(context: ActionContext, lines: readonly EntryLine[]) {
  postEntry(context, { kind: 'grading', document: 'R-2026-000001', day: today, lines });
  return context.store.lists
    .entries({ from: today, to: today })
    .map(({ role, debitCents, creditCents }) => [role, debitCents, creditCents]);
}

test('lines of the same role and side are added up, and the month’s totals with them', () => {
  const context = action();
  const lines = post(context, [
    { role: 'loss-on-goods', debitCents: 300 },
    { role: 'goods', creditCents: 300 },
    { role: 'loss-on-goods', debitCents: 45 },
    { role: 'goods', creditCents: 45 },
    { role: 'goods', debitCents: 0 },
  ]);
  expect(lines).toEqual([
    ['loss-on-goods', 345, 0],
    ['goods', 0, 345],
  ]);
  expect(context.store.months.cachedTotals('2026-11')).toEqual({ debitCents: 345, creditCents: 345 });
});

test('both sides of one role stay apart', () => {
  expect(
    post(action(), [
      { role: 'pending-loss', debitCents: 300 },
      { role: 'pending-loss', creditCents: 300 },
    ]),
  ).toEqual([
    ['pending-loss', 300, 0],
    ['pending-loss', 0, 300],
  ]);
});

test('an entry of nothing is not posted and takes no number', () => {
  const context = action();
  expect(
    post(context, [
      { role: 'goods', debitCents: 0 },
      { role: 'cost-of-sales', creditCents: 0 },
    ]),
  ).toEqual([]);
  expect(context.store.ledgers.lastNumber('J', 2026)).toBe(0);
});

test.each([
  [
    [
      { role: 'goods', debitCents: 300 },
      { role: 'cost-of-sales', creditCents: 299 },
    ],
    '300 ≠ 299',
  ],
  [
    [
      { role: 'goods', debitCents: -300 },
      { role: 'cost-of-sales', creditCents: -300 },
    ],
    'negative',
  ],
  [
    [
      { role: 'goods', debitCents: 0.5 },
      { role: 'cost-of-sales', creditCents: 0.5 },
    ],
    'smallest unit',
  ],
] as [EntryLine[], string][])('an entry that cannot be right is a bug: %j', (lines, message) => {
  expect(() => post(action(), lines)).toThrow(message);
});
