import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ErrandNews } from '../contract/move.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { fixedHome, movableHome, pointerOf } from './home.ts';
import { keepShop } from './keeper.ts';
import { moverOf, type RunErrand } from './move-shop.ts';

test('a shop that was moved is found where it was moved to, by whoever looks next', () => {
  const base = join(temporaryFolder(), 'backshelf');
  const [first, second] = [temporaryFolder(), join(temporaryFolder(), '我的店 😀')];
  const home = movableHome(base);
  expect([home.folder(), home.isMoved()]).toEqual([base, false]);
  home.moveTo(first);
  home.moveTo(second);
  expect([home.folder(), home.isMoved(), home.base]).toEqual([second, true, base]);
  expect([movableHome(base).folder(), movableHome(base).isMoved()]).toEqual([second, true]);
});

test('a kill while the pointer is written leaves the old one; one that cannot be read is no reason to take another shop', () => {
  const base = join(temporaryFolder(), 'backshelf');
  const moved = temporaryFolder();
  movableHome(base).moveTo(moved);
  writeFileSync(`${pointerOf(base)}.tmp`, '{"folder":"/half');
  expect(movableHome(base).folder()).toBe(moved);
  writeFileSync(pointerOf(base), '{"folder":"relative"}');
  expect(() => movableHome(base)).toThrow();
});

test('a folder that was named stays', () => {
  const home = fixedHome('/named');
  expect([home.folder(), home.isMoved(), home.canMove]).toEqual(['/named', false, false]);
  expect(() => home.moveTo('/x')).toThrow();
  expect(existsSync(pointerOf('/named'))).toBe(false);
});

/** A mover whose errands say what the list says, one after the other; an empty list is a death. */
function setUp(said: ErrandNews[][], home = movableHome(join(temporaryFolder(), 'backshelf'))) {
  const did: string[] = [];
  const runErrand: RunErrand = ({ errand, to }, { news, over }) => {
    did.push(`${errand} ${to}`);
    const all = said.shift() ?? [];
    setImmediate(() => {
      for (const one of all) news(one);
      over();
    });
    return { end: over };
  };
  const keeper = keepShop({
    start: (folder) => {
      did.push(`start ${folder}`);
      return { onExit: () => {}, rest: () => {}, stop: async () => void did.push('stop') };
    },
    folder: home.folder(),
    onGone: () => {},
    onRestarted: () => {},
  });
  return { did, home, keeper, mover: moverOf({ home, keeper, runErrand }) };
}
const done: ErrandNews = { done: { isWhole: true } };

test('the pointer changes once the whole copy was checked, and the shop opens there', async () => {
  const { mover, did, home } = setUp([[done], [{ progress: { phase: 'copy', done: 1, total: 2 } }, done]]);
  const from = home.folder();
  expect(await mover.move('/new')).toEqual({ ok: { from, to: '/new', isWhole: true } });
  expect(did).toEqual([`start ${from}`, 'look-at /new', 'stop', 'copy-to /new', 'start /new']);
  expect(movableHome(home.base).folder()).toBe('/new');
});

test('a folder that does not fit is told while the shop goes on', async () => {
  const { mover, did, home } = setUp([[{ unfit: { why: 'not-empty' } }]]);
  expect(await mover.move('/new')).toEqual({ unfit: { why: 'not-empty' } });
  expect(did).toEqual([`start ${home.base}`, 'look-at /new']);
});

test.each([
  ['a copy that fails', [{ unfit: { why: 'disk' } }] as ErrandNews[], 'disk'],
  ['a copy that is killed', [{ progress: { phase: 'check', done: 0, total: 1 } }] as ErrandNews[], 'stopped'],
])('%s leaves the shop where it was, and opens it again', async (_what, copying, why) => {
  const { mover, did, home } = setUp([[done], copying]);
  expect(await mover.move('/new')).toEqual({ unfit: { why } });
  expect([did.at(-1), home.isMoved(), mover.progress()]).toEqual([`start ${home.base}`, false, undefined]);
});

test('a second move waits for the first, and a named folder is never left', async () => {
  const { mover } = setUp([[done], [done]]);
  const first = mover.move('/new');
  expect(await mover.move('/other')).toEqual({ unfit: { why: 'in-use' } });
  expect(await first).toHaveProperty('ok');
  const errand = vi.fn();
  const { keeper } = setUp([]);
  const named = moverOf({ home: fixedHome('/named'), keeper, runErrand: errand });
  expect(await named.move('/new')).toEqual({ unfit: { why: 'named' } });
  expect(errand).not.toHaveBeenCalled();
});
