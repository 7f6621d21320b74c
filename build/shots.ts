import { mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { settingsSchema } from '../contract/api/settings.ts';
import { type Locale, locales } from '../contract/values/words.ts';
import { type StartedHost, startHost } from '../e2e/support/start-host.ts';
import { compileIfStale } from './compile/compile.ts';
import type { Screen } from './shots/screen.ts';
import { screens } from './shots/screens.ts';

/**
 * Writes a picture of every screen in both languages, light and dark, into `shots/`.
 * `npm run shots -- [NAME …] [--size 1024x640] [--text 150] [--locale en] [--theme dark]`; a NAME is a part of a screen's name.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string' },
    text: { type: 'string' },
    locale: { type: 'string' },
    theme: { type: 'string' },
  },
});
const asked = z
  .object({
    size: z
      .string()
      .regex(/^\d+x\d+$/)
      .default('1280x800'),
    text: z.coerce.number().pipe(settingsSchema.shape.textPercent).default(100),
    locale: z.enum(locales).optional(),
    theme: z.enum(themes).optional(),
  })
  .parse(values);
const [width = 1280, height = 800] = asked.size.split('x').map(Number);
const suffix = `${asked.size === '1280x800' ? '' : `-${asked.size}`}${asked.text === 100 ? '' : `-${asked.text}`}`;

const chosen = screens.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
if (chosen.length === 0) throw new Error(`No such screen. There are: ${screens.map(({ name }) => name).join(', ')}`);

/** A screen is still when nothing says that it works and no answer changed it for a moment. */
async function untilStill({ page }: StartedHost): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached', timeout: 10_000 });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(250);
}

async function shoot(
  host: StartedHost,
  screen: Screen,
  { locale, theme }: { locale: Locale; theme: Theme },
): Promise<void> {
  const route = typeof screen.route === 'string' ? screen.route : await screen.route(host.call);
  await host.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await host.page.goto(new URL(route, host.page.url()).href);
  // A change of the part after # alone is no new page: every picture starts from a fresh one.
  await host.page.reload();
  await untilStill(host);
  await screen.steps?.(host.page);
  await untilStill(host);
  const name = `${screen.name}-${locale}-${theme}${suffix}.png`;
  await host.page.screenshot({ path: join(root, 'shots', name) });
  console.log(name);
}

/** A shop with a few backups whose file is no longer one. */
async function damagedShop(locale: Locale): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'backshelf-shots-'));
  const host = await startHost({ folder, locale });
  for (const phone of ['1', '2', '3']) {
    await host.call('settings.set', { phone });
    await host.call('care.backup', {});
  }
  await host.close();
  truncateSync(join(folder, 'shop.db'), 30_000);
  return folder;
}

async function shootShop(locale: Locale, shop: Screen['shop']): Promise<string[]> {
  const wanted = chosen.filter((screen) => screen.shop === shop);
  if (wanted.length === 0) return [];
  const viewport = { width, height };
  const damaged = shop === 'damaged' ? await damagedShop(locale) : undefined;
  const host = await (damaged
    ? startHost({ folder: damaged, systemLocale: locale, viewport })
    : startHost({ locale, viewport, demo: shop === undefined }));
  const failed: string[] = [];
  for (const theme of themes.filter((name) => name === (asked.theme ?? name))) {
    if (shop !== 'damaged') await host.call('settings.set', { locale, theme, textPercent: asked.text });
    for (const screen of wanted) {
      // One screen that cannot be reached must not keep the others from being seen.
      await shoot(host, screen, { locale, theme }).catch((error: Error) =>
        failed.push(`${screen.name}: ${error.message}`),
      );
    }
  }
  await host.close().catch((error: Error) => failed.push(error.message));
  if (damaged) rmSync(damaged, { recursive: true, force: true });
  return failed;
}

await compileIfStale(root);
mkdirSync(join(root, 'shots'), { recursive: true });
const failed: string[] = [];
for (const locale of locales.filter((name) => name === (asked.locale ?? name))) {
  for (const shop of ['empty', 'damaged', undefined] as const) failed.push(...(await shootShop(locale, shop)));
}
for (const problem of failed) console.error(problem);
process.exitCode = failed.length > 0 ? 1 : 0;
