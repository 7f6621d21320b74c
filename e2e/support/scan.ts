import type { Page } from 'playwright-core';

const keyGapSeconds = 0.01;

/**
 * Types a code as a scanner does: a key every hundredth of a second, ended by Enter, wherever the focus is. The times are told with
 * the keys, so that a busy computer does not make a slow typist of the scanner.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const startSeconds = Date.now() / 1000;
  for (const [index, character] of [...code, '\r'].entries()) {
    const timestamp = startSeconds + index * keyGapSeconds;
    const key = character === '\r' ? { key: 'Enter', windowsVirtualKeyCode: 13 } : { key: character };
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text: character, timestamp, ...key });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...key });
  }
  await keyboard.detach();
}
