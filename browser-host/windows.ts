import type { BrowserContext, Page } from 'playwright-core';
import { browserOrigin } from '../host/window-files.ts';
import { type Behind, type Door, openDoor } from './door.ts';

/** `ask` asks the window; the others hold paper for a moment. */
export type Windows = Door & {
  /** Puts a door into a page and leads it to a route of the window. */
  open(page: Page, route: string): Promise<void>;
  /** A page of its own, for a sheet of paper. */
  openAnother(route: string): Promise<Page>;
};

/** The pages of one browser, each with a door of its own; what is told of the shop is told to all. */
export function windowsOf(context: BrowserContext, behind: () => Behind): Windows {
  const doors = new Map<Page, Door>();

  async function open(page: Page, route: string): Promise<void> {
    doors.set(page, await openDoor(page, behind()));
    page.once('close', () => doors.delete(page));
    await page.goto(`${browserOrigin}${route}`);
  }
  return {
    open,
    openAnother: async (route) => {
      const page = await context.newPage();
      await open(page, route);
      return page;
    },
    ask: (ask) => {
      const [door] = doors.values();
      door?.ask(ask);
    },
    shopGone: (how) => {
      for (const door of doors.values()) door.shopGone(how);
    },
    shopRestarted: () => {
      for (const door of doors.values()) door.shopRestarted();
    },
  };
}
