import { describe, expect, test } from 'vitest';
import { presentHosts, startHost } from './support/start-host.ts';

describe.each(presentHosts)('the program in %s', (host) => {
  test('opens a new shop with the questions of the first start, without a complaint', async () => {
    const { page, close } = await startHost({ host, locale: 'zh-CN' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await close();
  });

  test('opens a shop that has been set up with what waits today', async () => {
    const { page, close } = await startHost({ host, settings: { shopName: 'Corner Shop', locale: 'en' } });
    await page.getByRole('navigation').first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await close();
  });
});
