import type { Page } from 'playwright-core';

export type DragData = {
  readonly items: readonly { readonly mimeType: string; readonly data: string }[];
  readonly files?: readonly string[];
};

/** Something dragged from outside onto the middle of the window; `drop` when it is let go there. */
export async function dragOnto(page: Page, dragged: DragData, until: 'over' | 'drop'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const files = [...(dragged.files ?? [])];
  const data = { items: [...dragged.items], ...(files.length > 0 && { files }), dragOperationsMask: 1 };
  const types = ['dragEnter', 'dragOver', ...(until === 'drop' ? (['drop'] as const) : [])] as const;
  for (const type of types) await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await session.detach();
}

export const dragFiles = (page: Page, files: readonly string[], until: 'over' | 'drop'): Promise<void> =>
  dragOnto(page, { items: [], files }, until);

export const dropFiles = (page: Page, files: readonly string[]): Promise<void> => dragFiles(page, files, 'drop');
