import { expect, test } from 'vitest';
import { timelineOf } from './timeline.ts';

const step = (at: string) => ({ step: 'receive', stage: 'received' as const, at, person: 'owner' });

test('each step but the first says how long it took since the one before', () => {
  const steps = [step('2026-11-20T08:00:00.000Z'), step('2026-11-20T08:00:20.000Z'), step('2026-11-22T09:30:00.000Z')];
  expect(timelineOf({ steps }).map(({ minutes }) => minutes)).toEqual([undefined, 0, 2970]);
});

test('a clock that was set back counts as no time', () => {
  const steps = [step('2026-11-20T08:00:00.000Z'), step('2026-11-20T07:00:00.000Z')];
  expect(timelineOf({ steps })[1]?.minutes).toBe(0);
});
