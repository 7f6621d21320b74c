import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser-host/find-browser.ts';

/** Draws `icons/icon.png`, from which electron-builder makes every system's own format, anew from `icons/icon.svg`. */
const at = (name: string): string => fileURLToPath(new URL(`icons/${name}`, import.meta.url));
const sizePx = 1024;

const executablePath = findBrowser();
if (!executablePath) throw new Error('Drawing the icon needs an installed Chrome, Edge or Chromium.');
const browser = await chromium.launch({ executablePath });
const page = await browser.newPage({ viewport: { width: sizePx, height: sizePx } });
await page.setContent(
  `<style>body { margin: 0 } svg { display: block }</style>${readFileSync(at('icon.svg'), 'utf8')}`,
);
writeFileSync(at('icon.png'), await page.screenshot({ omitBackground: true }));
await browser.close();
