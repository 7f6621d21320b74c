import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Call, Screen } from './screen.ts';

export const pins = { 林掌柜: '482913', 小王: '7046', 李姐: '9035' } as const;
type Name = keyof typeof pins;
const id = (): string => randomUUID();

/** An owner, a clerk with limits and a cashier; whoever is named is signed in. */
export async function people(call: Call, name: Name = '林掌柜'): Promise<void> {
  const { items } = await call('staff.list', {});
  if (items.length === 0) await call('staff.add', { id: id(), name: '林掌柜', role: 'owner', pin: pins.林掌柜 });
  await call('staff.signIn', { name: '林掌柜', pin: pins.林掌柜 });
  if (items.length === 0) {
    await call('staff.add', { id: id(), name: '小王', role: 'clerk', pin: pins.小王 });
    await call('staff.confirm', { pin: pins.林掌柜 });
    await call('staff.add', { id: id(), name: '李姐', role: 'cashier', pin: pins.李姐 });
    await call('staff.confirm', { pin: pins.林掌柜 });
    await call('staff.saveRole', {
      id: id(),
      name: 'clerk',
      permissions: ['sales', 'returns', 'payouts', 'goods', 'stock', 'imports'],
      saleLimitCents: 500,
      dayLimitCents: 50_000,
    });
  }
  if (name !== '林掌柜') await call('staff.signIn', { name, pin: pins[name] });
}

const at =
  (route: string, name?: Name) =>
  async (call: Call): Promise<string> => {
    await people(call, name);
    return route;
  };

async function keys(page: Page, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
}

/** People at the desk. They stay: what comes after is taken with the owner signed in. */
export const staffScreens: readonly Screen[] = [
  { name: 'staff-lock', route: at('/'), steps: (page) => keys(page, 'Control+l') },
  {
    name: 'staff-pin',
    route: at('/'),
    steps: async (page) => {
      await keys(page, 'Control+Shift+l');
      await page.getByLabel(/^PIN/).waitFor();
      await page.keyboard.type('111111', { delay: 80 });
      await keys(page, 'Enter');
    },
  },
  {
    name: 'staff-clerk',
    route: at('/', '小王'),
    steps: (page) => page.locator('header button[aria-expanded]').click(),
  },
  {
    name: 'staff-person',
    route: at('/#/people'),
    steps: async (page) => {
      await page.getByRole('grid').focus();
      await keys(page, 'ArrowDown', 'Enter');
    },
  },
  {
    name: 'staff-role',
    route: at('/#/people'),
    steps: (page) => page.getByRole('button', { name: /店员|Clerk/ }).click(),
  },
  { name: 'staff-add', route: at('/#/people'), steps: (page) => keys(page, 'F6') },
  {
    name: 'staff-hidden',
    route: at('/#/sales'),
    steps: (page) => page.getByRole('button', { name: /隐藏金额|Hide amounts/ }).click(),
  },
  { name: 'staff-people', route: at('/#/people') },
];
