import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { changedPixels, type GreyPicture, pictureOfPng, pngOf } from './support/grey-png.ts';
import { drawPictures, fontFile, fontOfPictures, picturesFolder } from './support/paper-pictures.ts';

/** What differs by less is how an edge was smoothed. */
const leastGrey = 48;
/** A single changed figure changes more. */
const changedMost = 4;
const lookAt = fileURLToPath(new URL('../shots/pictures', import.meta.url));

const drawnWith = readFileSync(fontFile, 'utf8').trim();
const here = fontOfPictures();

test('every sheet looks as it did; `npm run pictures` draws the references anew', { timeout: 300_000 }, async (run) => {
  if (here !== drawnWith)
    run.skip(`The pictures were drawn with ${drawnWith} (package fonts-noto-cjk of Debian 12); here is ${here}.`);
  const pictures = await drawPictures();
  const kept = readdirSync(picturesFolder).filter((name) => name.endsWith('.png'));
  expect([...pictures.keys()].sort()).toEqual(kept.sort());
  const changed = [...pictures].flatMap(([name, picture]) => {
    const count = changedPixels(picture, pictureOfPng(readFileSync(join(picturesFolder, name))), leastGrey);
    return count > changedMost ? [keptToLookAt(name, picture, count)] : [];
  });
  expect(changed).toEqual([]);
});

/** The new picture is laid beside the window's own, where a person can look at it. */
function keptToLookAt(name: string, picture: GreyPicture, count: number): string {
  if (!existsSync(lookAt)) mkdirSync(lookAt, { recursive: true });
  writeFileSync(join(lookAt, name), pngOf(picture));
  return `${name}: ${count} pixels differ; the new one is in shots/pictures/`;
}
