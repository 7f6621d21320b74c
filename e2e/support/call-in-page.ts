import type { Page } from 'playwright-core';
import type { HostBridge } from '../../contract/host-bridge.ts';

type Reply = { readonly kind: string; readonly call: number; readonly outcome?: unknown; readonly report?: string };

/** One call over the bridge of a page, for hosts that have no other way in. */
export async function callInPage(page: Page, name: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    ([asked, given]) =>
      new Promise<Reply>((resolve) => {
        const { backshelf } = globalThis as unknown as { backshelf: HostBridge };
        const call = Math.floor(Math.random() * 2 ** 48);
        backshelf.onMessage((message) => {
          const heard = message as Reply;
          if (heard.call === call && heard.kind !== 'progress') resolve(heard);
        });
        backshelf.send({ kind: 'call', call, name: asked, input: given });
      }),
    [name, input] as const,
  );
  if (reply.kind === 'bug') throw new Error(reply.report);
  return reply.outcome;
}
