import { randomUUID } from 'node:crypto';
import type { Call, Screen } from './screen.ts';

const id = () => randomUUID();
const mug = [{ sku: 'MUG', name: '马克杯', quantity: 1, unitPrice: '45.50', paidCents: 4550 }];

async function count(call: Call, cents: number, note: string): Promise<void> {
  const coins = [
    { cents: 10_000, count: Math.floor(cents / 10_000) },
    { cents: 10, count: Math.floor((cents % 10_000) / 10) },
  ];
  await call('drawer.count', { id: id(), coins, note });
}

/** Opened, sold from, put into and taken out of, and counted five yuan short; then trade goes on. */
async function traded(call: Call): Promise<void> {
  await count(call, 80_000, '开张');
  await call('sales.record', { id: id(), lines: mug, tenders: [{ tender: 'cash', amountCents: 4550 }] });
  await call('drawer.move', { id: id(), kind: 'taken-out', amountCents: 3000, note: '买胶带' });
  const { expectedCents = 0 } = await call('drawer.now', {});
  await count(call, expectedCents - 500, '找零多给了五元');
  for (const kind of ['put-in', 'takings', 'to-bank'] as const)
    await call('drawer.move', { id: id(), kind, amountCents: kind === 'takings' ? 128_650 : 20_000 });
  for (let sale = 0; sale < 4; sale += 1)
    await call('sales.record', { id: id(), lines: mug, tenders: [{ tender: 'cash', amountCents: 4550 }] });
}

const after =
  (route: string): Screen['route'] =>
  async (call) => {
    await traded(call);
    return route;
  };

/** The drawer and the report of a day. */
export const drawerScreens: readonly Screen[] = [
  { name: 'drawer-never', route: '/#/drawer' },
  { name: 'drawer-first-count', route: '/#/drawer/count' },
  { name: 'drawer', route: after('/#/drawer') },
  { name: 'drawer-put-in', route: after('/#/drawer'), steps: (page) => page.keyboard.press('F6') },
  { name: 'drawer-take-out', route: after('/#/drawer'), steps: (page) => page.keyboard.press('F7') },
  {
    name: 'drawer-count',
    route: after('/#/drawer/count'),
    steps: async (page) => {
      for (const pieces of ['21', '4', '', '3', '', '17', '2', '5']) {
        await page.keyboard.type(pieces);
        await page.keyboard.press('Enter');
      }
    },
  },
  {
    name: 'day-report',
    route: async (call) => {
      await traded(call);
      const { counts } = await call('drawer.list', { limit: 1 });
      return `/#/days/${counts[0]?.day ?? ''}`;
    },
  },
];
