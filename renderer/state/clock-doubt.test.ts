import { expect, test } from 'vitest';
import { ClockDoubt } from './clock-doubt.svelte.ts';

test('every action that waits hears the one answer, and the next doubt is asked anew', async () => {
  const doubt = new ClockDoubt();
  const facts = { clockDay: '2027-05-01', lastDay: '2026-11-21' };
  const both = Promise.all([doubt.ask(facts), doubt.ask(facts)]);
  const asked = doubt.asked;
  doubt.say(true);
  const heard = await both;
  const next = doubt.ask(facts);
  doubt.say(false);
  expect([asked, heard, await next, doubt.asked]).toEqual([facts, [true, true], false, undefined]);
});
