import { expect, test } from 'vitest';
import { fromPage, toShop } from './from-page.ts';

test.each([
  { kind: 'hello' },
  { kind: 'wire', message: { kind: 'cancel', call: 1 } },
  { kind: 'wire', message: null },
  { kind: 'file', ask: 1 },
  { kind: 'ability', ask: 1, name: 'info', args: [] },
])('%j is a message of the bridge', (message) => {
  expect(fromPage(JSON.stringify({ ...message, more: 'not kept' }))).toEqual(message);
});

test.each([
  ...['', '{', 'null', '7', '"hello"', '[]', '{}', '[{"kind":"hello"}]', '['.repeat(100_000)],
  ...['{"kind":"wire"}', '{"kind":"file"}', '{"kind":"file","ask":"1"}', '{"kind":"ability","ask":1,"name":"info"}'],
  ...['{"kind":"constructor","ask":1}', '{"__proto__":{"kind":"hello"}}'],
])('%j is passed over', (text) => {
  expect(fromPage(text)).toBeUndefined();
});

test('a call goes to the shop, what does not fit is answered, what is no message is passed over', () => {
  const sent: unknown[] = [];
  const answered: unknown[] = [];
  const way = { send: (message: unknown) => sent.push(message), answer: (reply: unknown) => answered.push(reply) };
  const call = { kind: 'call', call: 1, name: 'wire.echo', input: {} };
  const tooDeep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  for (const message of [call, { ...call, call: 2, input: tooDeep }, null, { kind: 'outcome', call: 3 }])
    toShop(message, way);
  expect(sent).toEqual([call]);
  expect(answered).toEqual([
    { kind: 'outcome', call: 2, outcome: { invalid: [{ path: 'input', message: 'deeper than a message may be' }] } },
  ]);
});
