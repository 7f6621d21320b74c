import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Input, Output, ProcedureName } from '../../contract/api.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type CommandLine = {
  /** The result of the next line of the batch; throws at whatever is none. */
  call<Name extends ProcedureName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
  /** Ends the batch and gives its exit code. */
  close(): Promise<number | null>;
};

/** One `batch -` that stays open, so that a line may rest on the answers before it. */
export function openCommandLine(folder: string): CommandLine {
  const child = spawn(process.execPath, ['cli/main.ts', '--data', folder, 'batch', '-'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    call: async (name, input) => {
      child.stdin.write(`${JSON.stringify({ name, input })}\n`);
      const line = await answers.next();
      const answer = JSON.parse(line.done ? '{"bug":"The program ended."}' : line.value);
      if ('refused' in answer || 'invalid' in answer || 'bug' in answer) throw new Error(`${name}: ${line.value}`);
      return answer;
    },
    close: () => {
      child.stdin.end();
      return exit;
    },
  };
}

/** One command as a script gives it; what it printed, and its exit code. */
export async function runCommand(folder: string, args: readonly string[]): Promise<{ exit: number; json: unknown }> {
  const words = ['run', '-s', 'shop', '--', '--data', folder, ...args];
  const child = spawn('npm', words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  const printed = await text(child.stdout);
  return { exit: await exit, json: printed === '' ? undefined : JSON.parse(printed) };
}
