import type { Page } from 'playwright-core';

/** Files dragged from outside onto the middle of the window; `drop` when they are let go there. */
export async function dragFiles(page: Page, files: readonly string[], until: 'over' | 'drop'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const types = ['dragEnter', 'dragOver', ...(until === 'drop' ? (['drop'] as const) : [])] as const;
  for (const type of types) await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await session.detach();
}

export const dropFiles = (page: Page, files: readonly string[]): Promise<void> => dragFiles(page, files, 'drop');
