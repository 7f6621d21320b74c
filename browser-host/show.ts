import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The system's file manager on a folder, or on a file with it selected where the system can. */
export async function showInFileManager(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  const [program, args] = command(path, isFolder);
  await startApart(program, args);
}

/** A letter in the person's own mail program. The address has been checked to hold nothing a command line would act upon. */
export async function openAddress(address: string): Promise<void> {
  if (process.platform === 'win32') await startApart('rundll32.exe', ['url.dll,FileProtocolHandler', address]);
  else await startApart(process.platform === 'darwin' ? 'open' : 'xdg-open', [address]);
}

/** Starts a program and lets it live on its own. */
function startApart(program: string, args: readonly string[]): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const started = spawn(program, args, { detached: true, stdio: 'ignore' });
    started.once('error', reject);
    started.once('spawn', () => {
      started.unref();
      resolve();
    });
  });
}

function command(path: string, isFolder: boolean): readonly [program: string, args: readonly string[]] {
  if (process.platform === 'win32') return ['explorer.exe', [isFolder ? path : `/select,${path}`]];
  if (process.platform === 'darwin') return ['open', isFolder ? [path] : ['-R', path]];
  return ['xdg-open', [isFolder ? path : dirname(path)]];
}
