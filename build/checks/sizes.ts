import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import ts from 'typescript';
import { type Check, failed, passed } from './check.ts';

type Cap = { readonly aim: number; readonly stop: number };
type Sizes = { readonly place: string; readonly lines: number; readonly cap: Cap };

/** What STYLE 17 aims at, and where it stops. */
const functionCap: Cap = { aim: 40, stop: 70 };
const componentCap: Cap = { aim: 100, stop: 150 };
const fileCap: Cap = { aim: 150, stop: 300 };

const folders = ['contract', 'db', 'shop', 'renderer', 'host', 'electron', 'browser-host', 'cli', 'build', 'fixtures'];
const extensions = ['.ts', '.js', '.cjs', '.mjs', '.svelte', '.css'];
const exempt = /\.test\.ts$|^db\/migrations\/|\/generated\/|\/node_modules\//;

export const sizes: Check = {
  name: 'sizes',
  title: 'lengths of functions, files and components',
  async run({ root }) {
    const measured = codeFiles(root).flatMap((path) => measure({ path, text: readFileSync(join(root, path), 'utf8') }));
    const above = (limit: keyof Cap) => measured.filter(({ lines, cap }) => lines > cap[limit]);
    const tooLong = above('stop');
    if (tooLong.length === 0) return passed(`${above('aim').length} above the aim`);
    return failed(tooLong.map(({ place, lines, cap }) => `${place}: ${lines} lines, stop at ${cap.stop}`).join('\n'));
  },
};

function codeFiles(root: string): string[] {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const posixPaths = paths.map((path) => path.split(sep).join('/'));
  return posixPaths.filter((path) => extensions.includes(extname(path)) && !exempt.test(path));
}

/** The lengths of a file and of every function in it; of a component's functions, those of its scripts. */
export function measure({ path, text }: { path: string; text: string }): Sizes[] {
  const lines = text.trimEnd().split('\n').length;
  const isComponent = path.endsWith('.svelte');
  const whole = { place: path, lines, cap: isComponent ? componentCap : fileCap };
  if (path.endsWith('.css')) return [whole];
  const code = isComponent ? scriptsOf(text) : text;
  return [whole, ...functionsOf({ path, code })];
}

/** A component's scripts, each on the lines where it stands. */
function scriptsOf(text: string): string {
  let inScript = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^<script[\s>]/.test(line)) inScript = true;
      else if (line.startsWith('</script>')) inScript = false;
      else if (inScript) return line;
      return '';
    })
    .join('\n');
}

function functionsOf({ path, code }: { path: string; code: string }): Sizes[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest);
  const found: Sizes[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ place: `${path}:${first + 1}`, lines: last - first + 1, cap: functionCap });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
