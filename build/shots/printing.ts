import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Call, Screen } from './screen.ts';

/** Two rows picked in the list. */
async function pickTwo(page: Page): Promise<void> {
  await page.getByRole('grid').focus();
  for (const key of ['Home', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key, { delay: 80 });
}

/** A return whose slip was printed twice, the second time into a file. */
async function printedTwice(call: Call): Promise<string> {
  const [found] = (await call('returns.search', { stage: 'settled', limit: 1 })).items;
  const numbers = [found?.number ?? ''];
  const slip = { document: 'return-slip', numbers, paper: '80mm', locale: 'zh-CN' } as const;
  await call('paper.printed', { ...slip, id: randomUUID(), how: 'print' });
  await call('paper.printed', { ...slip, id: randomUUID(), how: 'pdf' });
  return `/#/returns/${found?.returnId ?? 0}`;
}

/** The same sheet as a copy. */
const copyOn = (paper: string) => async (call: Call) => {
  const { items } = await call('returns.search', { stage: 'settled', limit: 2 });
  const numbers = items.map(({ number }) => number).join(',');
  return `/#/paper/return-slip/${numbers}/${paper}/zh-CN?copies=2,1`;
};

export const printingScreens: readonly Screen[] = [
  { name: 'returns-picked', route: '/#/returns', steps: pickTwo },
  { name: 'items-picked', route: '/#/items', steps: pickTwo },
  { name: 'return-printed', route: printedTwice },
  { name: 'copies-roll', route: copyOn('80mm') },
  { name: 'copies-page', route: copyOn('A5') },
];
