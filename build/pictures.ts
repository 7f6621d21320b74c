import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pngOf } from '../e2e/support/grey-png.ts';
import { drawPictures, fontFile, fontOfPictures, picturesFolder } from '../e2e/support/paper-pictures.ts';
import { compileIfStale } from './compile/compile.ts';

/** `npm run pictures`: draws the reference pictures of sheets anew. Look at what changed before it is committed. */
await compileIfStale(fileURLToPath(new URL('..', import.meta.url)));
const pictures = await drawPictures();
rmSync(picturesFolder, { recursive: true, force: true });
mkdirSync(picturesFolder, { recursive: true });
for (const [name, picture] of pictures) writeFileSync(join(picturesFolder, name), pngOf(picture));
writeFileSync(fontFile, `${fontOfPictures()}\n`);
console.log(`${pictures.size} pictures drawn with ${fontOfPictures()}.`);
