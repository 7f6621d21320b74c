import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowserHost } from '../browser-host/launch.ts';
import { mostOfMessage } from '../contract/arrived.ts';
import type { HostBridge } from '../contract/host-bridge.ts';
import { createClient, type Transport } from '../contract/wire.ts';
import { windowFiles } from '../host/window-files.ts';
import { bridgeOfPage } from './support/bridge-of-page.ts';
import { startStandIn } from './support/electron-stand-in.ts';

/** What a page that somebody took over could send: through the real wire to a real shop's process, which goes on serving. */
type Attacked = {
  /** The window that attacks. */
  readonly hostile: Transport;
  /** Another window of the same shop. */
  readonly other: Transport;
  /** The raw way below the bridge, where the page can reach it. */
  readonly raw?: (text: string) => Promise<void>;
  close(): Promise<void>;
};

const scratch = mkdtempSync(join(tmpdir(), 'backshelf-hostile-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function inElectron(): Promise<Attacked> {
  const host = await startStandIn({ folder: join(scratch, 'electron') });
  const second = new host.electron.BrowserWindow(host.window.options);
  await second.loadURL('app://backshelf/');
  return {
    hostile: host.bridge,
    other: second.webContents.mainWorld.backshelf as HostBridge,
    close: async () => {
      await host.close();
      rmSync(host.outFolder, { recursive: true, force: true });
    },
  };
}

async function inBrowser(): Promise<Attacked> {
  const host = await launchBrowserHost({
    folder: join(scratch, 'browser'),
    files: windowFiles(fileURLToPath(new URL('support/blank', import.meta.url))),
    version: '0.0.0',
    headless: true,
  });
  const other = host.connect();
  if (!other) throw new Error('The shop is not there.');
  const raw = (text: string): Promise<void> =>
    host.page.evaluate(
      (posted) => (globalThis as unknown as { backshelfPost(text: string): void }).backshelfPost(posted),
      text,
    );
  return { hostile: await bridgeOfPage(host.page), other, raw, close: host.close };
}

type Answer = { readonly kind: string; readonly call?: number; readonly outcome?: unknown };
const call = (number: unknown, name: unknown, input: unknown) => ({ kind: 'call', call: number, name, input });
const invalid = (path: string, message: string) => ({ invalid: [{ path, message }] });
function nested(levels: number): unknown {
  return levels === 0 ? 'bottom' : [nested(levels - 1)];
}
function cyclic(): unknown {
  const input: Record<string, unknown> = {};
  input.self = input;
  return input;
}

describe.each([
  { name: 'Electron’s bundles under the stand-in', start: inElectron, copiesCircles: true },
  { name: 'the browser host', start: inBrowser, copiesCircles: false },
])('a hostile page in $name', ({ start, copiesCircles }) => {
  let attacked: Attacked;
  const heard: Answer[] = [];
  beforeAll(async () => {
    attacked = await start();
    attacked.hostile.onMessage((message) => heard.push(message as Answer));
  });
  afterAll(() => attacked?.close());

  const answersTo = (number: number): unknown[] =>
    heard.filter((answer) => answer.call === number).map(({ kind, outcome }) => outcome ?? kind);
  /** Everything sent before has been looked at when this is answered. */
  async function stillServes(): Promise<void> {
    for (const transport of [attacked.hostile, attacked.other])
      expect(await createClient(transport).call('wire.echo', { text: 'still here' })).toEqual({
        ok: { text: 'still here' },
      });
  }
  async function answer(number: number, name: unknown, input: unknown): Promise<unknown> {
    attacked.hostile.send(call(number, name, input));
    await expect.poll(() => answersTo(number), { timeout: 30_000 }).toHaveLength(1);
    return answersTo(number)[0];
  }

  test('what is no message at all is passed over and answered to nobody', async () => {
    const before = heard.length;
    for (const message of [
      ...[null, 7, '', 'call', true, [], {}, [call(1, 'wire.echo', { text: 'a' })]],
      ...['outcome', 'bug', 'event', 'progress', '__proto__', 7, null].map((kind) => ({ kind, call: 1 })),
      ...[null, -1, 1.5, '1', {}, 2 ** 60].map((number) => call(number, 'wire.echo', { text: 'a' })),
      ...[
        { channel: 99, message: call(1, 'wire.echo', { text: 'a' }) },
        { channel: 1, closed: true },
        'close',
        'connect',
      ],
    ])
      attacked.hostile.send(message);
    await stillServes();
    expect(heard.length - before).toBe(1);
  });

  test.each(['', '__proto__', 'constructor', 'toString', 'wire.echo ', 'WIRE.ECHO', 'shop.burn', '../wire.echo'])(
    '%j is no procedure',
    async (name) => {
      expect(await answer(1000 + heard.length, name, {})).toEqual(invalid('name', `no procedure ${name}`));
    },
  );

  test('a name that is none, or as long as a book, is told so', async () => {
    const names = [null, 7, ['wire.echo'], { toString: 'wire.echo' }, 'x'.repeat(1_000_000)];
    const answers = await Promise.all(names.map((name, index) => answer(2000 + index, name, {})));
    expect(answers).toEqual(names.map(() => invalid('name', 'no name of a procedure')));
  });

  test('too much, too deep and a prototype are told not to fit', async () => {
    expect(await answer(3000, 'wire.echo', { text: 'x'.repeat(mostOfMessage.characters + 1) })).toEqual(
      invalid('input', 'larger than a message may be'),
    );
    expect(await answer(3001, 'wire.echo', nested(100))).toEqual(invalid('input', 'deeper than a message may be'));
    if (copiesCircles)
      expect(await answer(3002, 'wire.echo', cyclic())).toEqual(invalid('input', 'deeper than a message may be'));
    const owner = JSON.parse('{"text":"a","__proto__":{"role":"owner"}}');
    if (copiesCircles) expect(await answer(3003, 'wire.echo', owner)).toEqual(invalid('input', 'not plain data'));
    await stillServes();
  });

  test('values of every wrong kind are invalid by field and no bug', async () => {
    const inputs = [null, 7, 'text', [], {}, { text: null }, { text: { length: 3 } }, { text: 'a', steps: 'many' }];
    const answers = await Promise.all(inputs.map((input, index) => answer(4000 + index, 'wire.echo', input)));
    for (const [index, given] of answers.entries())
      expect([index, given]).toEqual([index, { invalid: expect.any(Array) }]);
  });

  test('thousands at once are each answered once, with their own answer', async () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => 10_000 + index);
    const sent = new Set<unknown>(numbers);
    for (const number of numbers) attacked.hostile.send(call(number, 'wire.echo', { text: String(number) }));
    await expect
      .poll(() => heard.filter(({ call: number }) => sent.has(number)).length, { timeout: 100_000 })
      .toBe(3000);
    const own = (number: number) => ({ ok: { text: String(number) } });
    const wrong = numbers.filter((number) => {
      const given = JSON.stringify(answersTo(number));
      return given !== JSON.stringify([own(number)]) && !given.includes('too many calls at once');
    });
    expect(wrong).toEqual([]);
    await stillServes();
  });

  test('a number of another window’s call is one’s own: nothing of it is cancelled, heard or answered here', async () => {
    const theirs: Answer[] = [];
    attacked.other.onMessage((message) => theirs.push(message as Answer));
    attacked.other.send(call(77, 'wire.echo', { text: 'theirs', steps: 40, everyMs: 10 }));
    attacked.hostile.send({ kind: 'cancel', call: 77 });
    expect(await answer(77, 'wire.echo', { text: 'ours' })).toEqual({ ok: { text: 'ours' } });
    attacked.hostile.send({ kind: 'cancel', call: 77 });
    const done = () => theirs.filter(({ call: number, kind }) => number === 77 && kind === 'outcome');
    await expect.poll(done, { timeout: 20_000 }).toHaveLength(1);
    expect(done()[0]?.outcome).toEqual({ ok: { text: 'theirs' } });
    expect(answersTo(77)).toHaveLength(1);
  });

  test('a number that is still running is not begun again', async () => {
    attacked.hostile.send(call(88, 'wire.echo', { text: 'first', steps: 20, everyMs: 5 }));
    attacked.hostile.send(call(88, 'wire.echo', { text: 'second' }));
    await expect.poll(() => answersTo(88).at(-1), { timeout: 20_000 }).toEqual({ ok: { text: 'first' } });
    await stillServes();
    expect(heard.filter(({ call: number, kind }) => number === 88 && kind === 'outcome')).toHaveLength(1);
  });

  test('below the bridge, any text at all harms nobody', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const texts = [
      ...['', 'x', '{', 'null', '7', '[]', '{}', '{"kind":"wire"}', '{"kind":"ability","ask":{},"name":{},"args":{}}'],
      ...['{"kind":"ability","ask":1,"name":{"toString":7},"args":[]}', '{"kind":"file","ask":"1);burn("}', deep],
      `{"kind":"wire","message":{"kind":"call","call":99,"name":"wire.echo","input":${deep}}}`,
      '{"kind":"wire","message":{"kind":"call","call":100,"name":"wire.echo","input":{"__proto__":{"text":"a"}}}}',
    ];
    for (const text of texts) await attacked.raw?.(text);
    await stillServes();
    const told = attacked.raw
      ? [invalid('input', 'deeper than a message may be'), invalid('input', 'not plain data')]
      : [];
    expect([...answersTo(99), ...answersTo(100)]).toEqual(told);
  });
});

test('after a window has closed, its running calls stop and what it still says begins nothing', async () => {
  const host = await launchBrowserHost({
    folder: join(scratch, 'closed'),
    files: windowFiles(fileURLToPath(new URL('support/blank', import.meta.url))),
    version: '0.0.0',
    headless: true,
  });
  try {
    const [leaving, staying] = [host.connect(), host.connect()];
    if (!leaving || !staying) throw new Error('The shop is not there.');
    const heard: unknown[] = [];
    leaving.onMessage((message) => heard.push(message));
    leaving.send(call(1, 'wire.echo', { text: 'a', steps: 10_000, everyMs: 1 }));
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0);
    leaving.close();
    const until = heard.length;
    leaving.send(call(2, 'wire.echo', { text: 'after the end' }));
    leaving.close();
    expect(await createClient(staying).call('wire.echo', { text: 'still here' })).toEqual({
      ok: { text: 'still here' },
    });
    expect(heard.length).toBe(until);
  } finally {
    await host.close();
  }
});
