import { expect, test } from 'vitest';
import { Intent } from './intent.ts';

test('one intent keeps its id through every retry, and the next one has another', () => {
  let made = 0;
  const intent = new Intent(() => `id-${++made}`);
  const tries = [intent.id, intent.id];
  intent.done();
  expect([tries, intent.id]).toEqual([['id-1', 'id-1'], 'id-2']);
});
