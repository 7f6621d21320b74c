import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes a text below the shop's `exports/`, over an older one of the same name; gives the path. The name was checked at the door. */
export async function saveText(
  shopFolder: string,
  file: { readonly name: string; readonly text: string },
): Promise<string> {
  const folder = join(shopFolder, 'exports');
  const path = join(folder, file.name);
  await mkdir(folder, { recursive: true });
  await writeFile(path, file.text, 'utf8');
  return path;
}
