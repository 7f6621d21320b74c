import { expect, test } from 'vitest';
import { mostOfMessage } from './arrived.ts';
import { createClient, Disconnected, type ShopEvent, serve, type Transport } from './wire.ts';

type End = Transport & { hear(message: unknown): void; close(): void; readonly sent: unknown[] };

/** One end whose other side is the test. */
function end(): End {
  const hearing: ((message: unknown) => void)[] = [];
  const closing: (() => void)[] = [];
  const sent: unknown[] = [];
  return {
    sent,
    send: (message) => void sent.push(message),
    onMessage: (hear) => void hearing.push(hear),
    onClose: (gone) => void closing.push(gone),
    hear: (message) => hearing.forEach((hear) => void hear(message)),
    close: () => closing.forEach((gone) => void gone()),
  };
}

const say = (event: ShopEvent): unknown => ({ kind: 'event', event });
const idOf = (message: unknown): number => (message as { call: number }).call;

test('while the shop is gone calls reject, and work again once it has been restarted', async () => {
  const transport = end();
  const client = createClient(transport);
  const waiting = client.call('wire.echo', { text: 'waiting' });
  transport.hear(say({ type: 'gone' }));
  await expect(waiting).rejects.toBeInstanceOf(Disconnected);
  await expect(client.call('wire.echo', { text: 'meanwhile' })).rejects.toBeInstanceOf(Disconnected);
  transport.hear(say({ type: 'restarted' }));
  const later = client.call('wire.echo', { text: 'later' });
  transport.hear({ kind: 'outcome', call: idOf(transport.sent.at(-1)), outcome: { ok: { text: 'later' } } });
  expect(await later).toEqual({ ok: { text: 'later' } });
});

test('when the transport closes, calls reject for good', async () => {
  const transport = end();
  const client = createClient(transport);
  transport.close();
  await expect(client.call('wire.echo', { text: '' })).rejects.toBeInstanceOf(Disconnected);
});

test('a reply to a call of a former life of the window is nobody’s', async () => {
  const [former, present] = [end(), end()];
  void createClient(former).call('wire.echo', { text: 'former' });
  const answer = createClient(present).call('wire.echo', { text: 'present' });
  present.hear({ kind: 'outcome', call: idOf(former.sent[0]), outcome: { ok: { text: 'former' } } });
  present.hear({ kind: 'outcome', call: idOf(present.sent[0]), outcome: { ok: { text: 'present' } } });
  expect(await answer).toEqual({ ok: { text: 'present' } });
});

test('a call that was given up before it was sent is cancelled at once', () => {
  const transport = end();
  void createClient(transport).call('wire.echo', { text: '' }, { signal: AbortSignal.abort() });
  expect(transport.sent).toMatchObject([{ kind: 'call' }, { kind: 'cancel', call: idOf(transport.sent[0]) }]);
});

test('when the caller goes, its running calls are told to stop', async () => {
  const transport = end();
  let stopped: AbortSignal | undefined;
  serve(transport, (_call, { signal }) => {
    stopped = signal;
    return new Promise(() => {});
  });
  transport.hear({ kind: 'call', call: 1, name: 'care.verify', input: {} });
  transport.close();
  expect(stopped?.aborted).toBe(true);
});

const asked = (call: number, changes: object = {}) => ({
  kind: 'call',
  call,
  name: 'wire.echo',
  input: {},
  ...changes,
});

test('what is larger than a message may be is told to be invalid, and the answerer never sees it', () => {
  const transport = end();
  const seen: string[] = [];
  serve(transport, async ({ name }) => {
    seen.push(name);
    return { ok: {} } as never;
  });
  transport.hear(asked(1, { input: { text: 'x'.repeat(mostOfMessage.characters) } }));
  transport.hear(asked(2, { name: 7 }));
  expect(transport.sent).toEqual([
    { kind: 'outcome', call: 1, outcome: { invalid: [{ path: 'input', message: 'larger than a message may be' }] } },
    { kind: 'outcome', call: 2, outcome: { invalid: [{ path: 'name', message: 'no name of a procedure' }] } },
  ]);
  expect(seen).toEqual([]);
});

test('a number that is still running is not begun a second time, and only its own window can cancel it', () => {
  const [one, other] = [end(), end()];
  const signals: AbortSignal[] = [];
  for (const transport of [one, other])
    serve(transport, (_call, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    });
  one.hear(asked(1));
  one.hear(asked(1, { input: 'another' }));
  other.hear({ kind: 'cancel', call: 1 });
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  one.hear({ kind: 'cancel', call: 1 });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

test('of thousands at once what is too many is not begun', () => {
  const transport = end();
  let begun = 0;
  serve(transport, () => {
    begun += 1;
    return new Promise(() => {});
  });
  for (let call = 1; call <= 5000; call += 1) transport.hear(asked(call));
  expect([begun, transport.sent.length]).toEqual([1000, 4000]);
  expect(transport.sent[0]).toEqual({
    kind: 'outcome',
    call: 1001,
    outcome: { invalid: [{ path: 'call', message: 'too many calls at once' }] },
  });
});
