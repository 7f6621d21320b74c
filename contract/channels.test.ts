import { expect, test } from 'vitest';
import { type Channel, splitTransport } from './channels.ts';
import type { Transport } from './wire.ts';

/** Two ends that reach each other at once. */
function pipe(): { near: Transport; far: Transport; cut(): void } {
  const hearing: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const closing: (() => void)[] = [];
  const end = (own: 0 | 1): Transport => ({
    send: (message) => hearing[own === 0 ? 1 : 0].forEach((hear) => void hear(message)),
    onMessage: (hear) => void hearing[own].push(hear),
    onClose: (gone) => void closing.push(gone),
  });
  return { near: end(0), far: end(1), cut: () => closing.forEach((gone) => void gone()) };
}

function setUp() {
  const { near, far, cut } = pipe();
  const heard: [number, unknown][] = [];
  const opened: Channel[] = [];
  splitTransport(far).onOpen((channel) => {
    const number = opened.push(channel);
    channel.onMessage((message) => heard.push([number, message]));
  });
  return { near: splitTransport(near), heard, opened, cut };
}

test('each channel hears its own messages only', () => {
  const { near, heard, opened } = setUp();
  const [first, second] = [near.open(), near.open()];
  const answers: unknown[] = [];
  first.onMessage((message) => answers.push(message));
  first.send('a');
  second.send('b');
  first.send('c');
  opened[0]?.send('to the first');
  opened[1]?.send('to the second');
  expect(heard).toEqual([
    [1, 'a'],
    [2, 'b'],
    [1, 'c'],
  ]);
  expect(answers).toEqual(['to the first']);
});

test('a closed channel is closed on the other side too, and nothing more goes through it', () => {
  const { near, heard, opened } = setUp();
  const channel = near.open();
  channel.send('a');
  let gone = 0;
  opened[0]?.onClose(() => {
    gone += 1;
  });
  channel.close();
  channel.send('b');
  opened[0]?.send('c');
  expect([gone, heard]).toEqual([1, [[1, 'a']]]);
});

test('with the pipe all channels end, and one opened afterwards is closed from the start', () => {
  const { near, cut } = setUp();
  const channel = near.open();
  const gone: string[] = [];
  channel.onClose(() => gone.push('open'));
  cut();
  near.open().onClose(() => gone.push('late'));
  expect(gone).toEqual(['open', 'late']);
});

test('what is no parcel is passed over, and a number that was closed begins no channel again', () => {
  const { near: pipeEnd, far } = pipe();
  const heard: unknown[] = [];
  const opened: Channel[] = [];
  splitTransport(far).onOpen((channel) => {
    opened.push(channel);
    channel.onMessage((message) => heard.push(message));
  });
  for (const raw of [null, undefined, 7, 'text', [], {}, { channel: '1', message: 'a' }, { channel: Number.NaN }])
    pipeEnd.send(raw);
  pipeEnd.send({ channel: 1, message: 'a' });
  pipeEnd.send({ channel: 1, closed: true });
  pipeEnd.send({ channel: 1, message: 'late' });
  pipeEnd.send({ channel: 99, closed: true });
  expect([opened.length, heard]).toEqual([1, ['a']]);
});
