import type { HostBridge } from '../../contract/host-bridge.ts';
import { startHost } from '../../e2e/support/start-host.ts';
import { type Bench, percentile } from './measure.ts';

const calls = 2000;
const warmUp = 300;

/** Runs inside the page: a bare call over the wire's own messages, timed there and back. */
async function timeCalls({ count, name }: { count: number; name: string }): Promise<number[]> {
  const bridge = (window as unknown as { backshelf: HostBridge }).backshelf;
  const times: number[] = [];
  const waiting = new Map<number, () => void>();
  bridge.onMessage((message) => {
    const { kind, call } = message as { kind: string; call: number };
    if (kind === 'outcome') waiting.get(call)?.();
  });
  for (let n = 0; n < count; n += 1) {
    const call = 1_000_000 + n;
    const started = performance.now();
    await new Promise<void>((resolve) => {
      waiting.set(call, resolve);
      bridge.send({ kind: 'call', call, name, input: { text: 'x' } });
    });
    times.push(performance.now() - started);
    waiting.delete(call);
  }
  return times;
}

/** Window → shop → window without database work, in the browser host, against a bare function of the host called from the page. */
export const wireBench: Bench = {
  name: 'wire',
  run: async () => {
    const host = await startHost({ locale: 'en', settings: { shopName: 'Bench' } });
    try {
      await host.page.exposeBinding('bareFloor', (_source, text: string) => text);
      const ours = await host.page.evaluate(timeCalls, { count: calls, name: 'wire.echo' });
      const floor = await host.page.evaluate(async (count) => {
        const bare = (window as unknown as { bareFloor(text: string): Promise<string> }).bareFloor;
        const times: number[] = [];
        for (let n = 0; n < count; n += 1) {
          const started = performance.now();
          await bare('x');
          times.push(performance.now() - started);
        }
        return times;
      }, calls);
      return (['p50', 'p99'] as const).map((label) => {
        const share = label === 'p50' ? 0.5 : 0.99;
        return {
          what: `window → shop → window, browser host, ${label}`,
          unit: 'ms',
          ours: percentile(ours.slice(warmUp), share),
          floor: percentile(floor.slice(warmUp), share),
          aim: 'p99 below 5 ms',
        };
      });
    } finally {
      await host.close();
    }
  },
};
