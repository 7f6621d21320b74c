import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type BrowserHost, launchBrowserHost } from '../browser-host/launch.ts';
import { randomOf } from '../build/faults/random.ts';
import { api, type ProcedureName } from '../contract/api.ts';
import type { HostBridge } from '../contract/host-bridge.ts';
import { createClient, type ShopClient } from '../contract/wire.ts';
import { InputMaker } from '../fixtures/fuzz/inputs.ts';
import { firstPins, furnishShop } from '../fixtures/fuzz/people.ts';
import { hintOf, readStock } from '../fixtures/fuzz/scene.ts';
import { type Books, changedIn, Watch } from '../fixtures/fuzz/watch.ts';
import { windowFiles } from '../host/window-files.ts';
import { bridgeOfPage } from './support/bridge-of-page.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

type Reply = { readonly kind: string; readonly call: number; readonly outcome?: object };
type Sent = { readonly name: string; readonly input: unknown };

const folder = mkdtempSync(join(tmpdir(), 'backshelf-clerk-'));
const [clerk, owner] = ['吴店员', '周店主'];
const random = randomOf(20261118);
let host: BrowserHost;
let bridge: HostBridge;
let shop: ShopClient;
let watch: Watch;
let before: Books;
let forbidden: readonly ProcedureName[];
const heard = new Map<number, Reply[]>();
let numbers = 2 ** 40;

beforeAll(async () => {
  await furnishShop(folder);
  const files = windowFiles(fileURLToPath(new URL('support/blank', import.meta.url)));
  host = await launchBrowserHost({ folder, files, version: '0.0.0', headless: true });
  bridge = await bridgeOfPage(host.page);
  shop = createClient(bridge);
  bridge.onMessage((message) => {
    const reply = message as Reply;
    heard.set(reply.call, [...(heard.get(reply.call) ?? []), reply]);
  });
  watch = new Watch(folder);
  const mayNot = (name: ProcedureName): boolean => !watch.may(api[name].needs, { name: clerk, lender: undefined });
  // A host looks after its shop when it starts: the words to find by, the checks, the backup.
  while ((await changedWithin(2000)).length > 0);
  forbidden = (Object.keys(api) as ProcedureName[]).filter(mayNot);
});
afterAll(async () => {
  watch?.close();
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

const signIn = (name = clerk, pin = firstPins.get(name) ?? '') => ({ name: 'staff.signIn', input: { name, pin } });

beforeEach(async () => {
  expect(await shop.call('staff.signIn', signIn().input)).toMatchObject({ ok: { person: { name: clerk } } });
  before = watch.books();
});

async function changedWithin(ms: number): Promise<string[]> {
  const earlier = watch.books();
  await wait(ms);
  return changedIn(earlier, watch.books());
}

/** Inputs that fit, of what is in the shop. */
function fitting(name: ProcedureName): unknown {
  const places = ['a', 'b'].map((file) => join(folder, 'exports', file));
  const stock = readStock(watch.raw, '2026-11-18');
  for (let tries = 0; tries < 50; tries += 1) {
    const hint = hintOf({ random, one: random.pick(stock.cases), stock, pins: new Map(), places });
    const made = new InputMaker(random, hint).make(api[name].input);
    if (api[name].input.safeParse(made).success) return made;
  }
  throw new Error(`no input was made that fits ${name}`);
}

function send({ name, input }: Sent, disguise: object = {}): number {
  numbers += 1;
  bridge.send({ kind: 'call', call: numbers, name, input, ...disguise });
  return numbers;
}

/** What became of calls: refused for want of the right, or not understood; never anything else. */
async function expectKeptOut(calls: readonly number[]): Promise<void> {
  for (const call of calls) {
    await expect.poll(() => heard.get(call)?.length, { timeout: 120_000 }).toBeGreaterThan(0);
    const codes = (heard.get(call) ?? []).map(({ kind, outcome }) => codeOf(kind, outcome));
    expect(codes.filter((code) => !['not-allowed', 'not-signed-in', 'invalid'].includes(code))).toEqual([]);
  }
}

function codeOf(kind: string, outcome: object = {}): string {
  if ('refused' in outcome) return (outcome.refused as { code: string }).code;
  return Object.keys(outcome)[0] ?? kind;
}

/** Wrong PINs are counted beside the books; nothing else has been written. */
function expectNothingWritten(): void {
  expect(changedIn(before, watch.books()).filter((table) => table !== 'staff_guesses')).toEqual([]);
}

test('what a clerk may not is refused with inputs that fit', async () => {
  expect(forbidden.length).toBeGreaterThan(35);
  const calls = forbidden.flatMap((name) => [1, 2, 3].map(() => send({ name, input: fitting(name) })));
  await expectKeptOut(calls);
  const codes = new Set(calls.flatMap((call) => (heard.get(call) ?? []).map((one) => codeOf(one.kind, one.outcome))));
  expect([...codes]).toEqual(['not-allowed']);
  expectNothingWritten();
});

test('nothing that is written into a message makes somebody else of the clerk', async () => {
  const claims = {
    person: owner,
    role: 'owner',
    needs: 'open',
    session: { name: owner },
    actor: { permissions: ['shop'] },
  };
  const disguises: object[] = [
    claims,
    { ...claims, kind: 'call', channel: 0 },
    { approver: owner, confirmed: true, manned: false },
    { outcome: { ok: {} }, as: owner },
  ];
  const calls = forbidden.flatMap((name) => {
    const input = fitting(name) as object;
    return [
      ...disguises.map((disguise) => send({ name, input }, disguise)),
      send({ name, input: { ...input, ...claims } }),
    ];
  });
  await expectKeptOut(calls);
  expectNothingWritten();
});

test('no other spelling of a name is that procedure', async () => {
  const calls = forbidden.flatMap((name) => {
    const input = fitting(name);
    const spellings = [` ${name}`, `${name}\u0000`, name.toUpperCase(), `staff.now,${name}`, `__proto__.${name}`];
    return spellings.map((spelling) => send({ name: spelling, input }));
  });
  await expectKeptOut(calls);
  expectNothingWritten();
});

test('a number that an allowed call has already lets no other call through', async () => {
  const calls = forbidden.map((name) => {
    const call = send({ name: 'wire.echo', input: { text: 'a', steps: 3, everyMs: 1 } });
    bridge.send({ kind: 'call', call, name, input: fitting(name) });
    return call;
  });
  await expect.poll(() => calls.every((call) => heard.has(call)), { timeout: 120_000 }).toBe(true);
  const other = await shop.call('staff.now', {});
  expect(other).toMatchObject({ ok: { person: { name: clerk } } });
  for (const call of calls)
    for (const { outcome = {} } of heard.get(call) ?? [])
      if ('ok' in outcome) expect(outcome.ok).toEqual({ text: 'a' });
  expectNothingWritten();
});

test('another window, and another channel, are the same clerk', async () => {
  const second = host.connect();
  if (!second) throw new Error('The shop is not there.');
  const other = createClient(second);
  const raw = (message: unknown): Promise<void> =>
    host.page.evaluate(
      (text) => (globalThis as unknown as { backshelfPost(text: string): void }).backshelfPost(text),
      JSON.stringify(message),
    );
  for (const name of forbidden) {
    const input = fitting(name);
    expect(codeOf('', await other.call(name, input as never))).toBe('not-allowed');
    for (const channel of [0, 1, 2, 3, '__proto__'])
      await raw({ channel, message: { kind: 'call', call: 7, name, input } }).catch(() => undefined);
  }
  expect(await other.call('staff.now', {})).toMatchObject({ ok: { person: { name: clerk } } });
  second.close();
  expectNothingWritten();
});

test('neither guessing beside it nor signing out and in again opens a moment', async () => {
  const calls = forbidden.flatMap((name, index) => {
    const input = fitting(name);
    send({ name: 'staff.vouch', input: { name: owner, pin: `91827${index}` } });
    const guessing = send({ name, input });
    send(signIn(owner, `71827${index}`));
    const during = send({ name, input });
    send({ name: 'staff.signOut', input: {} });
    const out = send({ name, input });
    send(signIn());
    return [guessing, during, out, send({ name, input })];
  });
  await expectKeptOut(calls);
  expectNothingWritten();
});
