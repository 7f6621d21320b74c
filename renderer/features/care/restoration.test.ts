import { expect, test, vi } from 'vitest';
import type { Backup } from '../../../contract/api/care.ts';
import { Restoration } from './restoration.svelte.ts';

type Sent = { readonly call: number; readonly name: string; readonly input: { readonly id: string } };

/** The host's line to the shop; the test plays the shop. */
function line() {
  const sent: Sent[] = [];
  let hear: (message: unknown) => void = () => {};
  return {
    sent,
    answer: (outcome: object) => hear({ kind: 'outcome', call: sent.at(-1)?.call, outcome }),
    bridge: {
      send: (message: Sent) => void sent.push(message),
      onMessage: (listener: (message: unknown) => void) => {
        hear = listener;
      },
      onClose: () => {},
    },
  };
}
const shop = line();
vi.stubGlobal('window', { backshelf: shop.bridge });

const backup: Backup = {
  path: '/shop/backups/a.db',
  at: '2026-11-21T08:00:00Z',
  size: 4096,
  why: 'asked',
  head: 'ab',
  events: 5,
  history: 'same',
  lost: { events: 2, documents: 1 },
};
const restored = { head: 'cd', lost: { events: 2, documents: 1, movedTo: '/shop/backups/set-aside' } };

test('nothing is restored before the person has understood what is lost', async () => {
  const restoration = new Restoration(() => {});
  restoration.choose({ path: backup.path, backup });
  const before = shop.sent.length;
  await restoration.restore();
  expect([shop.sent.length, restoration.ready]).toEqual([before, false]);
});

test('a restore that was refused is tried again under the same id; another file is another action', async () => {
  const restoration = new Restoration(() => {});
  restoration.choose({ path: backup.path, backup });
  restoration.understood = true;
  const ids: string[] = [];
  for (let tries = 0; tries < 2; tries += 1) {
    const done = restoration.restore();
    ids.push(shop.sent.at(-1)?.input.id ?? '');
    shop.answer({ refused: { code: 'shop-busy', data: { with: 'imports.run' } } });
    await done;
  }
  restoration.choose({ path: '/stick/b.db' });
  const understoodAnew = restoration.understood;
  restoration.understood = true;
  const done = restoration.restore();
  ids.push(shop.sent.at(-1)?.input.id ?? '');
  shop.answer({ ok: restored });
  await done;
  expect([ids[0] === ids[1], ids[1] === ids[2], understoodAnew]).toEqual([true, false, false]);
});

test('what it came to is kept and shown where the care of the books is', async () => {
  const led = vi.fn();
  const restoration = new Restoration(led);
  restoration.choose({ path: backup.path, backup });
  restoration.understood = true;
  const done = restoration.restore();
  shop.answer({ ok: restored });
  await done;
  expect([restoration.done, restoration.chosen]).toEqual([{ ...restored, at: backup.at }, undefined]);
  expect(led).toHaveBeenCalledOnce();
});
