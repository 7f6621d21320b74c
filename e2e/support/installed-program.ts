import type { Page } from 'playwright-core';
import type { HostBridge } from '../../contract/host-bridge.ts';
import type { InstalledAs, UpdateChoice, UpdateRefusal } from '../../contract/update.ts';
import { callInPage } from './call-in-page.ts';

export type InstalledAnswers = {
  readonly installedAs: InstalledAs;
  /** What the host finds, one choice after the other; nothing for turning back at the dialog. */
  readonly choices: readonly (UpdateChoice | undefined)[];
  /** What comes of starting it; nothing when the program ends. */
  readonly start?: UpdateRefusal;
};

/**
 * Gives the page the answers of an installed program's host, which cannot be had here, so that its screen can be seen. What that host does
 * itself is run under the stand-in.
 */
export async function answerAsInstalled(page: Page, answers: InstalledAnswers): Promise<void> {
  await page.evaluate(({ installedAs, choices, start }) => {
    const { backshelf } = globalThis as unknown as { backshelf: HostBridge };
    const { info } = backshelf.host;
    const left = [...choices];
    Object.assign(backshelf.host, {
      info: async () => ({ ...(await info()), installedAs }),
      chooseUpdate: async () => left.shift(),
      startUpdate: async () => start,
    });
  }, answers);
  // The window asks its host anew when settings change.
  await callInPage(page, 'settings.set', { phone: '62178899' });
}
