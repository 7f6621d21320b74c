import { fileURLToPath } from 'node:url';
import { compile, compileIfStale } from './compile/compile.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
await (process.argv.includes('--if-stale') ? compileIfStale(root) : compile(root));
