import { expect, test } from 'vitest';
import type { Outcome, ProcedureName } from '../../contract/api.ts';
import { Disconnected } from '../../contract/wire.ts';
import { Asking, type AskingParts } from './asking.ts';
import type { LinkOptions } from './link.ts';

const id = '0198b1de-0000-7000-8000-000000000001';
const action = { id, returnId: 7 };
type Step = Outcome<ProcedureName> | Error | ((options: LinkOptions) => Outcome<ProcedureName>);

const refused = (code: string, data: object) => ({ refused: { code, data } }) as unknown as Outcome<ProcedureName>;
const ok = { ok: {} } as unknown as Outcome<ProcedureName>;
const doubtful = refused('clock-doubtful', { clockDay: '2027-05-01', lastDay: '2026-11-21' });

/** Plays what the shop answers, in order, and writes down what the window makes of it. */
function play(steps: Step[], { clockIsRight = true, isAgreed = true } = {}) {
  const heard: string[] = [];
  const parts: AskingParts = {
    call: (async (_name: ProcedureName, input: unknown, options: LinkOptions) => {
      heard.push(`call ${(input as { id?: string }).id === id ? 'same id' : ''}`.trim());
      const step = steps.shift();
      if (step instanceof Error) throw step;
      return typeof step === 'function' ? step(options) : step;
    }) as AskingParts['call'],
    standing: { refuse: ({ why }) => void heard.push(`closed: ${why}`), answer: () => void heard.push('open') },
    isClockRight: async () => {
      heard.push('clock?');
      return clockIsRight;
    },
    isAgreed: async ({ code }) => {
      heard.push(`pin? ${code}`);
      return isAgreed;
    },
    onLocked: () => void heard.push('locked'),
    fates: { follow: () => void heard.push('follow'), settle: () => void heard.push('settle') },
    onSavedAfterAll: () => void heard.push('saved after all'),
  };
  return { asking: new Asking(parts), heard };
}

test('an action whose shop went away and did not come back is followed', async () => {
  const { asking, heard } = play([new Disconnected()]);
  const answer = await asking.ask('returns.approve', action);
  expect([answer, heard]).toEqual([{ trouble: { kind: 'disconnected', unknownOf: id } }, ['call same id', 'follow']]);
});

test('a question whose shop went away is not: nothing can have happened', async () => {
  const { asking, heard } = play([new Disconnected()]);
  expect([await asking.ask('returns.get', { returnId: 7 }), heard]).toEqual([
    { trouble: { kind: 'disconnected' } },
    ['call'],
  ]);
});

test('asking what became of an action is no action', async () => {
  const { asking, heard } = play([new Disconnected()]);
  await asking.ask('care.outcome', { id });
  expect(heard).toEqual(['call same id']);
});

test('an action that was interrupted and is saved after all is told', async () => {
  const again: Step = (options) => {
    options.onAgain?.();
    return ok;
  };
  const { asking, heard } = play([again]);
  await asking.ask('returns.approve', action);
  expect(heard).toEqual(['call same id', 'saved after all', 'settle', 'open']);
});

test('an action the disk failed in is followed only where the shop itself does not know', async () => {
  const data = { why: 'io-error', path: '/shop' };
  const unknown = play([refused('cannot-write', { ...data, happened: 'unknown' })]);
  const known = play([refused('cannot-write', { ...data, happened: 'no' })]);
  const answers = [
    await unknown.asking.ask('returns.approve', action),
    await known.asking.ask('returns.approve', action),
  ];
  expect(answers.map(({ trouble }) => trouble && 'unknownOf' in trouble)).toEqual([true, false]);
  expect([unknown.heard, known.heard]).toEqual([['call same id', 'follow'], ['call same id']]);
});

test('an action refused for the clock is done under its own id once somebody says that the clock is right', async () => {
  const { asking, heard } = play([doubtful, ok]);
  expect([await asking.ask('returns.approve', action), heard]).toEqual([
    { ok: {} },
    ['call same id', 'clock?', 'call same id', 'settle', 'open'],
  ]);
});

test('who sets the clock first gets the refusal, and nothing is done', async () => {
  const { asking, heard } = play([doubtful], { clockIsRight: false });
  const answer = await asking.ask('returns.approve', action);
  expect([answer.trouble?.kind, heard]).toEqual(['refused', ['call same id', 'clock?']]);
});

test('a shop that cannot be opened is told to the whole window; care of its file says nothing about that', async () => {
  const { asking, heard } = play([refused('shop-cannot-open', { why: 'damaged', path: '/shop' }), ok]);
  await asking.ask('returns.get', { returnId: 7 });
  await asking.ask('care.backups', {});
  expect(heard).toEqual(['call', 'closed: damaged', 'call']);
});

const limit = refused('over-limit', { per: 'sale', limitCents: 100, wouldBeCents: 200 });

test('an action that wants a PIN is done again under its id once it was given, and as often as it takes', async () => {
  const { asking, heard } = play([limit, refused('pin-needed', {}), ok]);
  expect(await asking.ask('returns.approve', action)).toEqual({ ok: {} });
  expect(heard).toEqual([
    'call same id',
    'pin? over-limit',
    'call same id',
    'pin? pin-needed',
    'call same id',
    'settle',
    'open',
  ]);
});

test('whoever gives no PIN gets the refusal as it was', async () => {
  const { asking, heard } = play([limit], { isAgreed: false });
  expect((await asking.ask('returns.approve', action)).trouble).toMatchObject({ kind: 'refused' });
  expect(heard).toEqual(['call same id', 'pin? over-limit']);
});

test('nobody is asked to agree to a question, nor to what belongs to the office', async () => {
  const office = play([refused('not-allowed', { needs: 'shop' })]);
  await office.asking.ask('returns.approve', action);
  const question = play([refused('not-allowed', { needs: 'drawer' })]);
  await question.asking.ask('drawer.now', {});
  expect([office.heard, question.heard]).toEqual([['call same id'], ['call']]);
});

test('a shop that went away in the middle and came back locked leaves open what it did', async () => {
  const locked: Step = (options) => {
    options.onAgain?.();
    return refused('not-signed-in', {});
  };
  const { asking, heard } = play([locked]);
  expect((await asking.ask('returns.approve', action)).trouble).toMatchObject({ unknownOf: id });
  expect(heard).toEqual(['call same id', 'locked', 'follow']);
});
