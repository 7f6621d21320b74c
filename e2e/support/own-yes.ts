import type { Page } from 'playwright-core';

/** Waits until the person's own yes is asked for and the focus is at it: not before does Space give it. */
export async function ownYesAsked(page: Page): Promise<void> {
  await page.getByText('Please give your own yes first').waitFor();
  await page.locator('input[type="checkbox"]:focus').waitFor();
}
