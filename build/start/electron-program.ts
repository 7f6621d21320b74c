import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's own program, when its download was possible. Its package would download it when asked; this never does. */
export function electronProgram(root: string): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}
