import { expect, test } from 'vitest';
import { arrived, mostOfMessage } from './arrived.ts';

const call = (input: unknown, rest: object = {}): unknown => ({
  kind: 'call',
  call: 7,
  name: 'wire.echo',
  input,
  ...rest,
});
const misfit = (path: string, message: string) => ({ kind: 'misfit', call: 7, path, message });

test('a call and a cancel are taken as what they are, and nothing that came with them is kept', () => {
  expect(arrived(call({ text: 'a' }, { as: 'owner' }))).toEqual(call({ text: 'a' }));
  expect(arrived({ kind: 'cancel', call: 0, name: 'x' })).toEqual({ kind: 'cancel', call: 0 });
});

test.each([
  ...[null, undefined, 7, 'call', true, [], [call({})], {}, new Map([['kind', 'call']]), () => {}],
  ...['outcome', 'bug', 'event', '__proto__', 'constructor', 7, null].map((kind) => call({}, { kind })),
  ...[Number.NaN, 1.5, -1, Infinity, 2 ** 53, '7', null, undefined, {}].map((number) => call({}, { call: number })),
])('%j is passed over', (message) => {
  expect(arrived(message)).toBeUndefined();
});

test.each([undefined, null, 7, ['wire.echo'], 'x'.repeat(101)])('a name like %j is told to be none', (name) => {
  expect(arrived(call({}, { name }))).toEqual(misfit('name', 'no name of a procedure'));
});

function deep(levels: number): unknown {
  let input: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) input = level % 2 ? [input] : { input };
  return input;
}
function cyclic(): unknown {
  const wide: unknown[] = [];
  for (let time = 0; time < 10; time += 1) wide.push(wide);
  return { wide };
}
const { characters, values, depth } = mostOfMessage;

test.each([
  ['as deep as it may be', deep(depth)],
  ['as many values as there may be', Array.from({ length: values - 1 }, () => 0)],
  ['as many characters as there may be', { text: 'x'.repeat(characters - 4) }],
  ['names of what every object has', { constructor: 1, prototype: 2, toString: 3 }],
])('%s arrives', (_what, input) => {
  expect(arrived(call(input))).toMatchObject({ kind: 'call' });
});

test.each([
  ['one level too deep', deep(depth + 1), 'deeper than a message may be'],
  ['deeper than calls can be', deep(200_000), 'deeper than a message may be'],
  ['one value too many', Array.from({ length: values }, () => 0), 'larger than a message may be'],
  ['one character too many', { text: 'x'.repeat(characters - 3) }, 'larger than a message may be'],
  ['a list of nothing that is long', { list: new Array(2 ** 32 - 1) }, 'larger than a message may be'],
  ['a circle', cyclic(), 'deeper than a message may be'],
  ['a prototype of its own', JSON.parse('{"a":[{"__proto__":{"isOwner":true}}]}'), 'not plain data'],
  ['bytes', { data: new Uint8Array(3) }, 'not plain data'],
  ['a map', new Map(), 'not plain data'],
  ['a day of another kind', [new Date(0)], 'not plain data'],
  ['a number without end', 7n, 'not plain data'],
])('%s is told not to fit', (_what, input, why) => {
  expect(arrived(call(input))).toEqual(misfit('input', why));
});
