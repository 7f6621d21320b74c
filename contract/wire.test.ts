import { expect, test } from 'vitest';
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
