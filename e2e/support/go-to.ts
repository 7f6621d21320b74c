import type { Page } from 'playwright-core';

/** Opens a screen of the window by its address, such as `/#/returns`. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.goto(new URL(route, page.url()).href);
}
