import { expect, test } from 'vitest';
import { Disconnected, type Transport } from '../../contract/wire.ts';
import { ShopLink } from './link.ts';

type Sent = { readonly kind: string; readonly call: number; readonly name: string; readonly input: unknown };

/** A transport whose other end the test plays. */
function pipe() {
  const sent: Sent[] = [];
  let hear: (message: unknown) => void = () => {};
  const transport: Transport = {
    send: (message) => void sent.push(message as Sent),
    onMessage: (listener) => {
      hear = listener;
    },
    onClose: () => {},
  };
  return {
    sent,
    transport,
    event: (type: 'gone' | 'restarted') => hear({ kind: 'event', event: { type } }),
    answer: (at: number, ok: unknown) => hear({ kind: 'outcome', call: sent[at]?.call, outcome: { ok } }),
  };
}

test('what was asked while the shop went away is asked again when it is back, word for word', async () => {
  const shop = pipe();
  const link = new ShopLink(shop.transport, { waitMs: 1000 });
  const answer = link.call('wire.echo', { text: 'once' });
  shop.event('gone');
  await Promise.resolve();
  shop.event('restarted');
  await new Promise((resolve) => setTimeout(resolve));
  shop.answer(1, { text: 'once' });
  expect([await answer, shop.sent.map(({ input }) => input)]).toEqual([
    { ok: { text: 'once' } },
    [{ text: 'once' }, { text: 'once' }],
  ]);
});

test('a shop that does not come back in time is disconnected', async () => {
  const shop = pipe();
  const link = new ShopLink(shop.transport, { waitMs: 5 });
  const answer = link.call('wire.echo', { text: 'lost' });
  shop.event('gone');
  await expect(answer).rejects.toBeInstanceOf(Disconnected);
});

test('the window hears when the shop goes and comes', () => {
  const shop = pipe();
  const link = new ShopLink(shop.transport, { waitMs: 5 });
  const heard: string[] = [];
  link.onState((state) => heard.push(state));
  shop.event('gone');
  shop.event('restarted');
  expect(heard).toEqual(['disconnected', 'connected']);
});
