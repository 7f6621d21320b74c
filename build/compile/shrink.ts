import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What stands in the bundle's place. */
const loader = (compressed: string): string => `'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { compileFunction } = require('node:vm');
const { brotliDecompressSync } = require('node:zlib');
const code = brotliDecompressSync(readFileSync(join(__dirname, ${JSON.stringify(compressed)}))).toString();
compileFunction(code, ['exports', 'require', 'module'], { filename: __filename })(exports, require, module);
`;

/** Puts a CommonJS bundle, large and seldom needed, into a compressed file beside a few lines that load it. */
export function shrink(path: string): void {
  const compressed = path.replace(/\.cjs$/, '.br');
  writeFileSync(compressed, brotliCompressSync(readFileSync(path)));
  writeFileSync(path, loader(basename(compressed)));
}
