import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { api } from '../contract/api.ts';
import { testShop } from '../fixtures/shop.ts';

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const folder = join(scratch, 'shop');

type Ran = { readonly exit: number | null; readonly out: string; readonly err: string };

/** The command line as a script uses it. */
function shop(args: readonly string[], { input = '', env = {} as NodeJS.ProcessEnv } = {}): Promise<Ran> {
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

const people = { 店主: '482913', 小王: '7046' };
const staffed = join(scratch, 'staffed');

/** A command in a shop with an owner and a clerk, by one of them or by nobody. */
async function byPerson(args: readonly string[], name?: keyof typeof people, pin = name && people[name]): Promise<Ran> {
  if (!existsSync(staffed)) await foundStaffed();
  const who = name === undefined ? [] : ['--as', name];
  return shop(['--data', staffed, ...who, ...args], { env: { BACKSHELF_PIN: pin } });
}

async function foundStaffed(): Promise<void> {
  await using founded = testShop({ folder: staffed });
  await founded.call('staff.add', { id: randomUUID(), name: '店主', role: 'owner', pin: people.店主 });
  await founded.call('staff.confirm', { pin: people.店主 });
  await founded.call('staff.add', { id: randomUUID(), name: '小王', role: 'clerk', pin: people.小王 });
}

test('once there are people, a command is by the one named, whose PIN stands in the environment', async () => {
  const locked = await byPerson(['call', 'sales.search', '{"text":""}']);
  expect([locked.exit, JSON.parse(locked.out)]).toEqual([
    3,
    { refused: { code: 'not-signed-in', data: {}, message: expect.any(String) } },
  ]);
  const file = join(scratch, 'signed.jsonl');
  const calls = [
    ['staff.now', {}],
    ['sales.search', { text: '' }],
    ['settings.set', { shopName: 'Mine' }],
  ];
  writeFileSync(file, calls.map(([name, input]) => JSON.stringify({ name, input })).join('\n'));
  const { exit, out, err } = await byPerson(['batch', file], '小王');
  const [now, searched, set] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([exit, err, now.person.name, searched, set]).toEqual([
    3,
    '',
    '小王',
    { items: expect.any(Array) },
    { refused: { code: 'not-allowed', data: { needs: 'shop' }, message: expect.any(String) } },
  ]);
});

test('printing and the made-up trade are by the one named, too', async () => {
  const slip = ['print', 'return-slip', 'R-2026-000001', '--size', 'A5', '--to', join(scratch, 'slip.pdf')];
  const codes = [await byPerson(slip), await byPerson(slip, '小王'), await byPerson(['demo'], '小王')].map(
    ({ exit, out }) => [exit, JSON.parse(out).refused.code],
  );
  expect(codes).toEqual([
    [3, 'not-signed-in'],
    [3, 'no-such-return'],
    [3, 'not-allowed'],
  ]);
});

test('who does not get in gets nothing done, and the PIN is said nowhere', async () => {
  const rename = ['call', 'settings.set', '{"shopName":"Mine"}'];
  const [wrong, short, none] = [
    await byPerson(rename, '店主', '918273'),
    await byPerson(rename, '店主', '91'),
    await byPerson(rename, '店主', ''),
  ];
  expect([wrong.exit, JSON.parse(wrong.out)]).toEqual([
    3,
    { refused: { code: 'pin-wrong', data: {}, message: expect.any(String) } },
  ]);
  const notGiven = [2, { invalid: [{ path: 'BACKSHELF_PIN', message: expect.any(String) }] }];
  expect([short, none].map(({ exit, out }) => [exit, JSON.parse(out)])).toEqual([notGiven, notGiven]);
  for (const { out, err } of [wrong, short, none]) expect(`${out}${err}`).not.toMatch(/918273|482913/);
});

test('without people --as is taken, and said to be of no use', async () => {
  const { exit, err } = await shop(['--as', '小王', 'call', 'sales.search', '{"text":""}'], {
    env: { BACKSHELF_PIN: '7046' },
  });
  expect([exit, err]).toEqual([0, expect.stringContaining('no people in this shop yet')]);
});
