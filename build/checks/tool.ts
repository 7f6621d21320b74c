import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Check, failed, type Outcome, passed } from './check.ts';

type Tool = {
  readonly root: string;
  /** The tool's own script, below `node_modules/`: the shims of `node_modules/.bin` differ from system to system. */
  readonly script: string;
  readonly args: readonly string[];
};

/** Runs a tool of `node_modules` with this Node; whatever it wrote is the report when it ends with anything but 0. */
function runTool({ root, script, args }: Tool): Promise<Outcome> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const tool = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, env });
  const written: Buffer[] = [];
  tool.stdout.on('data', (chunk: Buffer) => written.push(chunk));
  tool.stderr.on('data', (chunk: Buffer) => written.push(chunk));
  return new Promise((resolve, reject) => {
    tool.on('error', reject);
    tool.on('close', (code, signal) => {
      const report = Buffer.concat(written).toString('utf8').trim();
      resolve(code === 0 ? passed() : failed(report || `${script} ended with ${code ?? signal}`));
    });
  });
}

type ToolCheck = Pick<Check, 'name' | 'title'> &
  Pick<Tool, 'script' | 'args'> & { readonly fixArgs?: readonly string[] };

/** A check that is one run of one tool. */
export function toolCheck({ name, title, script, args, fixArgs = args }: ToolCheck): Check {
  return { name, title, run: ({ root, fix }) => runTool({ root, script, args: fix ? fixArgs : args }) };
}
