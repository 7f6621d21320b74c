import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Progress } from '../../contract/api.ts';
import {
  createClient,
  Disconnected,
  ShopBug,
  type ShopClient,
  type ShopEvent,
  type Transport,
} from '../../contract/wire.ts';
import { buggyWords } from './buggy-shop.ts';

/** One host with a shop behind it. */
export type HostUnderTest = {
  readonly transport: Transport;
  /** The shop's process, to be killed from outside; a host without one lives and dies with its shop. */
  readonly shopPid?: () => number | undefined | Promise<number | undefined>;
  close(): Promise<void>;
};

type SetUp = {
  readonly name: string;
  readonly start: () => Promise<HostUnderTest>;
  readonly hasProcess: boolean;
  readonly isBuggy?: boolean;
};

async function until(holds: () => boolean): Promise<void> {
  for (let waitedMs = 0; !holds(); waitedMs += 10) {
    if (waitedMs > 20_000) throw new Error(`It never came to: ${holds}`);
    await wait(10);
  }
}

/** What the wire promises, on the host that `start` opens. `isBuggy`: its shop has `buggyWords` built in. */
export function wireConforms({ name, start, hasProcess, isBuggy = true }: SetUp): void {
  describe(`the wire on ${name}`, () => {
    let host: HostUnderTest;
    let shop: ShopClient;
    const events: ShopEvent[] = [];

    beforeAll(async () => {
      host = await start();
      shop = createClient(host.transport);
      shop.onEvent((event) => events.push(event));
    });
    afterAll(() => host?.close());

    test('a call is answered', async () => {
      expect(await shop.call('wire.echo', { text: '回架 “shelf” \u2028 😀' })).toEqual({
        ok: { text: '回架 “shelf” \u2028 😀' },
      });
    });
    test('many calls at once each get their own answer', async () => {
      const texts = Array.from({ length: 50 }, (_, index) => `call ${index}`);
      const answers = await Promise.all(texts.map((text) => shop.call('wire.echo', { text })));
      expect(answers).toEqual(texts.map((text) => ({ ok: { text } })));
    });
    test('a large answer arrives whole', async () => {
      const text = '架'.repeat(100_000);
      expect(await shop.call('wire.echo', { text })).toEqual({ ok: { text } });
    });
    test('a refusal is a value with its code and data', async () => {
      expect(await shop.call('sales.get', { saleId: 999_999 })).toMatchObject({ refused: { code: 'no-such-sale' } });
    });
    test('input that does not fit is told by field', async () => {
      const answer = await shop.call('wire.echo', { text: 'a', steps: -1 });
      expect(answer).toMatchObject({ invalid: [{ path: 'steps' }] });
    });
    test('a name that is no procedure is invalid, not a bug', async () => {
      const answer = await shop.call('shop.burn' as 'wire.echo', { text: '' });
      expect(answer).toHaveProperty('invalid');
    });
    test.runIf(isBuggy)('a bug rejects with a report, and the shop goes on', async () => {
      const bug = await shop.call('wire.echo', { text: buggyWords }).catch((error: unknown) => error);
      expect(bug).toBeInstanceOf(ShopBug);
      expect((bug as ShopBug).message).toContain('This bug was made on purpose.');
      expect(await shop.call('wire.echo', { text: 'still here' })).toEqual({ ok: { text: 'still here' } });
    });
    test('a message that is none of ours is passed over', async () => {
      for (const message of [null, 7, 'text', [], {}, { kind: 'cancel', call: 1 }]) host.transport.send(message);
      expect(await shop.call('wire.echo', { text: 'still here' })).toEqual({ ok: { text: 'still here' } });
    });
    test('progress arrives in order, before the answer', async () => {
      const heard: Progress[] = [];
      const onProgress = (progress: Progress) => heard.push(progress);
      await shop.call('wire.echo', { text: '', steps: 5, everyMs: 1 }, { onProgress });
      expect(heard.map(({ done, total }) => [done, total])).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]));
    });
    test('a cancelled call is refused as cancelled and stops', async () => {
      const controller = new AbortController();
      const onProgress = () => controller.abort();
      const cancelled = shop.call(
        'wire.echo',
        { text: '', steps: 10_000, everyMs: 5 },
        { signal: controller.signal, onProgress },
      );
      expect(await cancelled).toMatchObject({ refused: { code: 'cancelled' } });
    });
    test('what changed is told to every window', async () => {
      await shop.call('settings.set', { phone: '0571-1234567' });
      await until(() => events.length > 0);
      expect(events).toContainEqual({ type: 'changed', by: 'settings.set' });
    });

    if (hasProcess) shopDies();

    function shopDies(): void {
      test('when the shop’s process dies, waiting calls reject, it is started again and that is said', async () => {
        events.length = 0;
        let dying = false;
        const waiting = shop
          .call('wire.echo', { text: '', steps: 10_000, everyMs: 5 }, { onProgress: () => kill() })
          .catch((error: unknown) => error);
        const kill = (): void => {
          if (!dying) void killShop();
          dying = true;
        };
        expect(await waiting).toBeInstanceOf(Disconnected);
        await until(() => events.some(({ type }) => type === 'restarted'));
        expect(events).toEqual([{ type: 'gone' }, { type: 'restarted' }]);
        expect(await shop.call('wire.echo', { text: 'back again' })).toEqual({ ok: { text: 'back again' } });
      });
      test('when it dies three times within a minute it is given up, and said so: later calls say disconnected', async () => {
        events.length = 0;
        await killShop();
        await until(() => events.length === 2);
        events.length = 0;
        await killShop();
        await until(() => events.length > 0);
        await expect(shop.call('wire.echo', { text: 'anybody?' })).rejects.toBeInstanceOf(Disconnected);
        await wait(200);
        expect(events).toEqual([{ type: 'gone', forGood: true }]);
      });
    }
    async function killShop(): Promise<void> {
      const pid = await host.shopPid?.();
      if (pid === undefined) throw new Error('The shop has no process to kill.');
      process.kill(pid, 'SIGKILL');
    }
  });
}
