import { expect, test } from 'vitest';
import { Extras, type ProposedExtra } from './extras.svelte.ts';

const restocking: ProposedExtra = { kind: 'restocking', line: 1, cents: 200, taxCents: 23 };
const delivery: ProposedExtra = { kind: 'delivery', cents: 800, taxCents: 0 };

function made(proposed: readonly ProposedExtra[] = [delivery, restocking]) {
  const extras = new Extras(() => proposed);
  const row = (key: string) => {
    const found = extras.rows.find((own) => own.key === key);
    if (!found) throw new Error(`no ${key} among ${extras.rows.map((own) => own.key).join(', ')}`);
    return found;
  };
  return { extras, row };
}

test('while the proposal stands nothing is sent; once one differs all of them are, with why', () => {
  const { extras, row } = made();
  expect(extras.toInput()).toBeUndefined();
  extras.change(row('restocking:1'), { cents: 100, note: ' a good customer ' });
  expect(extras.toInput()).toEqual([
    { kind: 'delivery', cents: 800, taxCents: 0 },
    { kind: 'restocking', line: 1, cents: 100, note: 'a good customer' },
  ]);
});

test('an emptied fee is not kept, and what was typed can be taken back', () => {
  const { extras, row } = made();
  extras.change(row('restocking:1'), { cents: undefined });
  expect(extras.toInput()?.[1]).toEqual({ kind: 'restocking', line: 1, cents: 0 });
  extras.reset(row('restocking:1'));
  expect(extras.toInput()).toBeUndefined();
});

test('what the policy does not propose can be added once for a line, and counts from its first cent', () => {
  const { extras, row } = made();
  expect(extras.kindsFor(undefined)).toEqual(['freight-paid']);
  const key = extras.add('other-fee', 1);
  expect(extras.kindsFor(1)).not.toContain('other-fee');
  expect([extras.changed, extras.toInput()]).toEqual([false, undefined]);
  extras.change(row(key), { cents: 300, note: 'torn box' });
  expect(extras.toInput()?.at(-1)).toEqual({ kind: 'other-fee', line: 1, cents: 300, note: 'torn box' });
});

test('the shop is asked the same whatever the note says', () => {
  const { extras, row } = made([restocking]);
  extras.change(row('restocking:1'), { cents: 0 });
  const before = JSON.stringify(extras.toAsk());
  extras.change(row('restocking:1'), { note: 'a' });
  expect(JSON.stringify(extras.toAsk())).toBe(before);
});

test('what was typed comes back from a draft', () => {
  const { extras, row } = made();
  extras.change(row('delivery:'), { cents: undefined });
  extras.add('missing-parts', 1);
  const restored = made().extras;
  if (extras.content) restored.restore(JSON.parse(JSON.stringify(extras.content)));
  expect(restored.rows).toEqual(extras.rows);
});
