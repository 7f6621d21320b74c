import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The system's file manager on a folder, or on a file with it selected where the system can. */
export async function showInFileManager(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  const [program, args] = command(path, isFolder);
  await new Promise<void>((resolve, reject) => {
    const shown = spawn(program, args, { detached: true, stdio: 'ignore' });
    shown.once('error', reject);
    shown.once('spawn', () => {
      shown.unref();
      resolve();
    });
  });
}

function command(path: string, isFolder: boolean): readonly [program: string, args: readonly string[]] {
  if (process.platform === 'win32') return ['explorer.exe', [isFolder ? path : `/select,${path}`]];
  if (process.platform === 'darwin') return ['open', isFolder ? [path] : ['-R', path]];
  return ['xdg-open', [isFolder ? path : dirname(path)]];
}
