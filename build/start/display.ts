import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Display = { readonly env: NodeJS.ProcessEnv; readonly note?: string; close(): void };

const needsOne = (): boolean => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Xvfb looks for a free number itself and says it once it is ready. */
async function displayNumber(server: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<string> {
  const failed = Promise.race([once(server, 'error'), once(server, 'exit')]).then(() => {
    throw new Error('There is no screen here (DISPLAY is not set), and Xvfb could not be started: install xvfb.');
  });
  const [line] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), failed]);
  return String(line).trim();
}

/** The screen to start on. A Linux machine without one gets a virtual one for as long as the program runs. */
export async function openDisplay(): Promise<Display> {
  if (!needsOne()) return { env: process.env, close: () => {} };
  const args = ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const display = `:${await displayNumber(server)}`;
  return {
    env: { ...process.env, DISPLAY: display },
    note: `No screen was found: a virtual one, ${display}, is used.`,
    close: () => void server.kill(),
  };
}
