import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser-host/find-browser.ts';
import { type Drawn, icnsFile, icoFile } from './icons/containers.ts';

/**
 * Draws `icons/icon.svg` in the sizes and formats of every system. They are kept in the repository: electron-builder would
 * fetch a program from the network to make them.
 */
const at = (name: string): string => fileURLToPath(new URL(`icons/${name}`, import.meta.url));
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 256];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const macSizes = [16, 32, 64, 128, 256, 512, 1024];
/** Apple leaves a margin around the shape, so that all icons of the dock look the same size. */
const macMargin = 100 / 1024;

type Wish = { readonly svg: string; readonly sizePx: number; readonly margin: number };

/** Drawn by the browser at its own size, not made smaller from a big one: edges stay sharp. */
async function draw(page: Page, wish: Wish): Promise<Drawn> {
  const { png, pixels } = await page.evaluate(async ({ svg, sizePx, margin }) => {
    const picture = new Image();
    picture.src = `data:image/svg+xml;base64,${btoa(svg)}`;
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: sizePx, height: sizePx });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('This browser draws nothing.');
    const edge = Math.round(sizePx * margin);
    pen.drawImage(picture, edge, edge, sizePx - 2 * edge, sizePx - 2 * edge);
    return {
      png: canvas.toDataURL('image/png').replace(/^.*,/, ''),
      pixels: [...pen.getImageData(0, 0, sizePx, sizePx).data],
    };
  }, wish);
  return { sizePx: wish.sizePx, png: Buffer.from(png, 'base64'), pixels: Buffer.from(pixels) };
}

const executablePath = findBrowser();
if (!executablePath) throw new Error('Drawing the icon needs an installed Chrome, Edge or Chromium.');
const browser = await chromium.launch({ executablePath });
const page = await browser.newPage();
const svg = readFileSync(at('icon.svg'), 'utf8');
const inSizes = async (sizes: readonly number[], margin = 0): Promise<Drawn[]> => {
  const drawn: Drawn[] = [];
  for (const sizePx of sizes) drawn.push(await draw(page, { svg, sizePx, margin }));
  return drawn;
};

writeFileSync(at('icon.ico'), icoFile(await inSizes(windowsSizes)));
writeFileSync(at('icon.icns'), icnsFile(await inSizes(macSizes, macMargin)));
mkdirSync(at('linux'), { recursive: true });
for (const { sizePx, png } of await inSizes(linuxSizes)) writeFileSync(at(`linux/${sizePx}x${sizePx}.png`), png);
await browser.close();
