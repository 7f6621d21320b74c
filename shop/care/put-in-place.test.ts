import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CannotOpen } from '../../db/cannot-open.ts';
import { openShopFile, shopFile } from '../../db/open.ts';
import { type Preparation, prepareSwap } from '../../db/swap.ts';
import { temporaryFolder } from '../../fixtures/folders.ts';
import { testNow } from '../../fixtures/shop.ts';
import type { KeepingContext } from '../context.ts';
import { putInPlace } from './put-in-place.ts';

type Prepared = { readonly folder: string; readonly preparation: Preparation };

function prepared(): Prepared {
  const folder = temporaryFolder();
  openShopFile(folder).close();
  const preparation = prepareSwap(folder);
  if (!preparation) throw new Error('somebody else prepares in a folder of our own');
  copyFileSync(shopFile(folder), preparation.file);
  return { folder, preparation };
}

/** A shop that is found so once it was opened again. */
function contextOf(folder: string, { cannotOpen, came }: { cannotOpen?: CannotOpen; came?: unknown }): KeepingContext {
  return {
    ...{ folder, clock: () => testNow, locale: 'en', shop: undefined, person: 'owner' },
    ...{ signal: new AbortController().signal, onProgress: () => undefined },
    reopen: async (meanwhile) => {
      meanwhile?.();
      return cannotOpen;
    },
    earlier: () => came,
  };
}

const forbidden = Object.assign(new Error('forbidden'), { code: 'EACCES' });

function promiseAndFail({ preparation }: Prepared): never {
  preparation.promise(preparation.placeFor('2026-11-18T03:00:00.000Z'));
  throw forbidden;
}

test('what was promised and cannot be looked at is not said to have failed', async () => {
  const made = prepared();
  const context = contextOf(made.folder, { cannotOpen: new CannotOpen('no-access', shopFile(made.folder)) });
  const answer = await putInPlace(context, made.preparation, () => promiseAndFail(made));
  expect(answer).toMatchObject({ code: 'cannot-write', data: { why: 'read-only', happened: 'unknown' } });
  made.preparation.end();
  expect(existsSync(join(made.folder, 'restoring', 'ready.json'))).toBe(true);
});

test('what the opened shop has is the answer, whatever failed on the way; what it has not did not happen', async () => {
  const made = prepared();
  const there = await putInPlace(contextOf(made.folder, { came: 'there' }), made.preparation, () =>
    promiseAndFail(made),
  );
  expect(there).toBe('there');
  await expect(putInPlace(contextOf(made.folder, {}), made.preparation, () => promiseAndFail(made))).rejects.toBe(
    forbidden,
  );
});

test('a shop that cannot be opened before anything was promised is told as such', async () => {
  const made = prepared();
  const cannotOpen = new CannotOpen('no-access', shopFile(made.folder));
  const answer = putInPlace(contextOf(made.folder, { cannotOpen }), made.preparation, () => {
    throw forbidden;
  });
  await expect(answer).rejects.toBe(cannotOpen);
});
