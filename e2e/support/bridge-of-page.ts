import type { Page } from 'playwright-core';
import type { AskedAbilities } from '../../contract/host.ts';
import type { HostBridge } from '../../contract/host-bridge.ts';
import { askingAbilities } from '../../host/ability-names.ts';

type Bridged = { readonly backshelf: HostBridge; hearForTest(message: unknown): Promise<void> };

/** The bridge that a page got from its host, as the test sees it: every message really goes through the page. */
export async function bridgeOfPage(page: Page): Promise<HostBridge> {
  const hearing = new Set<(message: unknown) => void>();
  await page.exposeFunction('hearForTest', (message: unknown) => {
    for (const hear of hearing) hear(message);
  });
  await page.evaluate(() => {
    const bridged = globalThis as unknown as Bridged;
    bridged.backshelf.onMessage((message) => void bridged.hearForTest(message));
  });
  return {
    send: (message) => {
      const sent = page.evaluate((sending) => (globalThis as unknown as Bridged).backshelf.send(sending), message);
      // A page that is closing takes its last messages with it.
      sent.catch(() => {});
    },
    onMessage: (hear) => void hearing.add(hear),
    onClose: (gone) => void page.once('close', gone),
    onAsk: () => {
      throw new Error('The page itself hears what its host asks.');
    },
    host: { ...asking(page), pathOf: () => Promise.reject(new Error('A file cannot be sent through this bridge.')) },
  };
}

function asking(page: Page): AskedAbilities {
  return askingAbilities((name, args) =>
    page.evaluate(
      ([ability, given]) => {
        const abilities = (globalThis as unknown as Bridged).backshelf.host as unknown as Record<
          string,
          (...args: unknown[]) => Promise<unknown>
        >;
        return abilities[ability]?.(...given);
      },
      [name, args] as const,
    ),
  );
}
