import { expect, test, vi } from 'vitest';
import type { Channel } from '../contract/channels.ts';
import type { HostInfo } from '../contract/host.ts';
import { commonAbilities } from './common-abilities.ts';
import { reachOf } from './reach.ts';

const info = { kind: 'browser', version: '1', platform: 'linux', folder: '/s', demo: false, canMove: true } as HostInfo;

/** A desk at which somebody may do what the list says; without a list the shop does not answer. */
function deskOf(permissions: readonly string[] | undefined): () => Channel | undefined {
  return () => {
    if (!permissions) return undefined;
    let hear: (message: unknown) => void = () => undefined;
    return {
      send: (message) => {
        const { call, name } = message as { call: number; name: string };
        expect(name).toBe('staff.now');
        setImmediate(() => hear({ kind: 'outcome', call, outcome: { ok: { manned: true, permissions } } }));
      },
      onMessage: (listener) => {
        hear = listener;
      },
      onClose: () => undefined,
      close: () => undefined,
    };
  };
}

function setUp(permissions: readonly string[] | undefined) {
  const said: string[] = [];
  const reach = reachOf({ shopFolder: () => '/s', secondFolder: async () => '' });
  const move = vi.fn(async (to: string) => ({ ok: { from: '/s', to, isWhole: true } }));
  const mover = { move, progress: () => undefined, stop: () => undefined };
  const log = { say: (line: string) => void said.push(line), last: () => said };
  const connect = deskOf(permissions);
  const keeper = { startAgain: () => undefined };
  return {
    said,
    reach,
    move,
    abilities: commonAbilities({
      info: () => info,
      log,
      licencesFile: () => '',
      versions: {},
      keeper,
      mover,
      reach,
      connect,
    }),
  };
}

test('whoever may settle the shop moves it, into a folder that was picked', async () => {
  const { abilities, reach, said } = setUp(['shop']);
  await expect(abilities.moveShop('/new')).rejects.toThrow('picked');
  reach.pick('/new');
  expect(await abilities.moveShop('/new')).toEqual({ ok: { from: '/s', to: '/new', isWhole: true } });
  expect(said).toEqual(['the shop was moved']);
});

test.each([
  ['a clerk', ['returns', 'payouts']],
  ['nobody', []],
  ['a shop that does not answer', undefined],
])('%s moves nothing', async (_who, permissions) => {
  const { abilities, reach, move, said } = setUp(permissions);
  reach.pick('/new');
  expect(await abilities.moveShop('/new')).toEqual({ unfit: { why: 'not-allowed' } });
  expect([move.mock.calls, said]).toEqual([[], ['the shop was not moved: not-allowed']]);
});

test('a window that fails in a loop does not fill the log', async () => {
  const { abilities, said } = setUp([]);
  for (let bug = 0; bug < 60; bug += 1) await abilities.noteBug('TypeError');
  expect(said).toHaveLength(50);
  expect(said[0]).toBe('bug in the window: TypeError');
});
