import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { api } from '../contract/api.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const folder = join(scratch, 'shop');

type Ran = { readonly exit: number | null; readonly out: string; readonly err: string };

/** The command line as a script uses it. */
function shop(args: readonly string[], { input = '', env = {} } = {}): Promise<Ran> {
  const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, BACKSHELF_DATA: folder, ...env } });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.once('close', (exit) =>
      resolve({ exit, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

test('list names every procedure with its schemas and refusals', async () => {
  const { exit, out } = await shop(['list']);
  const listed = JSON.parse(out) as { name: string; input: object; refusals: string[] }[];
  expect([exit, listed.map(({ name }) => name)]).toEqual([0, Object.keys(api)]);
  expect(listed.find(({ name }) => name === 'sales.get')).toMatchObject({
    about: expect.any(String),
    role: 'anyone',
    input: { anyOf: [{ properties: { saleId: { type: 'integer' } } }, { properties: { number: { type: 'string' } } }] },
    refusals: expect.arrayContaining(['no-such-sale', 'cannot-write']),
  });
});

test('a call prints its result alone', async () => {
  expect(await shop(['call', 'wire.echo', '{"text":"你好"}'])).toEqual({ exit: 0, out: '{"text":"你好"}\n', err: '' });
});

test('input comes from standard input with -', async () => {
  const { out } = await shop(['call', 'wire.echo', '-'], { input: '\uFEFF{"text":"from a file"}\n' });
  expect(JSON.parse(out)).toEqual({ text: 'from a file' });
});

test('without input a call gets an empty one', async () => {
  expect(JSON.parse((await shop(['call', 'settings.get'])).out)).toHaveProperty('currency');
});

test('--data goes before BACKSHELF_DATA', async () => {
  const other = join(scratch, 'other');
  await shop(['--data', other, 'call', 'settings.set', '{"shopName":"别家","locale":"zh-CN"}']);
  const [named, fallen] = [await shop(['--data', other, 'call', 'settings.get']), await shop(['call', 'settings.get'])];
  expect([JSON.parse(named.out).shopName, JSON.parse(fallen.out).shopName]).toEqual(['别家', '']);
});

test('a refusal is 3, with its sentence in the shop’s language', async () => {
  const other = join(scratch, 'other');
  const { exit, out } = await shop(['--data', other, 'call', 'sales.get', '{"saleId":999999}']);
  expect([exit, JSON.parse(out)]).toEqual([
    3,
    { refused: { code: 'no-such-sale', data: { sale: '999999' }, message: expect.stringMatching(/\p{Script=Han}/u) } },
  ]);
});

test.each([
  ['input that does not fit', ['call', 'wire.echo', '{"text":7}'], 'text'],
  ['text that is no JSON', ['call', 'wire.echo', '{text'], ''],
  ['an unknown procedure', ['call', 'shop.burn'], 'name'],
  ['an unknown command', ['burn'], 'command'],
  ['an unknown option', ['list', '--burn'], 'arguments'],
  ['a paper that is not offered', ['print', 'return-slip', 'R-1', '--size', 'A0', '--to', 'x.pdf'], '--size'],
])('%s is 2, with the place named', async (_what, args, path) => {
  const { exit, out } = await shop(args);
  expect([exit, JSON.parse(out)]).toEqual([2, { invalid: [{ path, message: expect.any(String) }] }]);
});

test('a batch answers line by line, goes on after what is refused, and ends with the gravest code', async () => {
  const file = join(scratch, 'batch.jsonl');
  const lines = [
    '{"name":"wire.echo","input":{"text":"a"}}',
    '',
    '{"name":"sales.get","input":{"saleId":999999}}',
    'no json',
  ];
  writeFileSync(file, `${lines.join('\r\n')}\r\n{"name":"wire.echo","input":{"text":"z"}}`);
  const { exit, out } = await shop(['batch', file]);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => Object.keys(JSON.parse(line))[0]);
  expect([exit, answers]).toEqual([2, ['text', 'refused', 'invalid', 'text']]);
});

test('a large answer reaches a pipe whole', async () => {
  const text = '架'.repeat(100_000);
  const { out } = await shop(['call', 'wire.echo', '-'], { input: JSON.stringify({ text }) });
  expect(JSON.parse(out)).toEqual({ text });
});
