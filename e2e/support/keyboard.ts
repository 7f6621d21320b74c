import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const pictures = fileURLToPath(new URL('../../shots', import.meta.url));

export type Keyboard = {
  /** Keys one after the other, as slowly as a person: the program takes what is faster for a scanner. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes to something and presses it there. */
  pressOn(target: Locator, key?: string): Promise<void>;
  /** A picture of the stage for whoever wants to look, in `shots/`. */
  shoot(stage: string): Promise<void>;
};

export function keyboardOf(page: Page): Keyboard {
  const pauseMs = 60;
  let stages = 0;
  const press: Keyboard['press'] = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(pauseMs);
    }
  };
  return {
    press,
    type: (text) => page.keyboard.type(text, { delay: pauseMs }),
    pressOn: async (target, key = 'Enter') => {
      await target.focus();
      await press(key);
    },
    shoot: async (stage) => {
      stages += 1;
      await page.screenshot({ path: `${pictures}/journey-${stages}-${stage}.png`, animations: 'disabled' });
    },
  };
}
