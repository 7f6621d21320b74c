import { spawn } from 'node:child_process';
import { dirname } from 'node:path';

/** Starts a program that outlives this one. Rejects when the system does not start it. */
export function startApart(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore', cwd: dirname(program) });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
