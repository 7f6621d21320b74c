import type { Page } from 'playwright-core';

/** Presses a key that opens a sheet, and waits for it. */
export async function openSheet(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

/** Confirms the open sheet, and waits until nothing lies over the page. */
export async function confirm(page: Page, key = 'Control+Enter'): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Leaves the open sheet as it is. */
export const dismiss = (page: Page): Promise<void> => confirm(page, 'Escape');
