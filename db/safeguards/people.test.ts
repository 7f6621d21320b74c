import { describe, expect, test } from 'vitest';
import { plainReturn, step } from '../../fixtures/plain-return.ts';
import { plainDay, type Row } from '../../fixtures/plain-rows.ts';
import { plainBooks } from '../../fixtures/plain-sql.ts';

const books = await plainBooks();

/** Writes the event that all rows added since belong to, and says what SQL does. */
function event(changes: Row = {}): string {
  const { seq, hash } = books.raw
    .prepare('SELECT seq, hash FROM journal_of_events ORDER BY seq DESC LIMIT 1')
    .get() as { seq: number; hash: string };
  const row: Row = {
    seq: seq + 1,
    ...{ action_id: `by-hand-${seq}`, kind: 'x', at: '', day: plainDay, person: '小王' },
    ...{ input_sha256: '7'.repeat(64), result: '{}', previous_hash: hash, hash: String(seq).padStart(64, '0') },
    ...changes,
  };
  const values = Object.values(row).map((value) => (typeof value === 'string' ? `'${value}'` : String(value)));
  return books.said(`INSERT INTO journal_of_events (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`);
}

/** A return of this desk that waits for a yes: asked for by a person, in an event of its own. */
function waiting(opener = '小王', row: Row = { verdict_outcome: 'review' }): number {
  const returnId = books.add('returns', {
    number: books.number('R'),
    sale_id: plainReturn(books, 'sold').saleId,
    ...row,
  });
  books.add('return_lines', { return_id: returnId });
  step(books, returnId, { step: 'request', from_stage: 'draft', to_stage: 'requested', person: opener });
  expect(event()).toBe('taken');
  return returnId;
}

const approve = (returnId: number, person: string): void =>
  step(books, returnId, { step: 'approve', from_stage: 'requested', to_stage: 'approved', person });

/** What SQL says to a yes by each of these people; nothing of it stays. */
function saidOf(returnId: number, people: readonly string[], changes: Row = {}): Record<string, string> {
  return Object.fromEntries(
    people.map((person) => {
      books.raw.exec('SAVEPOINT yes');
      approve(returnId, person);
      const said = event(changes);
      books.raw.exec('ROLLBACK TO yes');
      return [person, said];
    }),
  );
}

const change = (staffId: number, row: Row): void => void books.add('staff_changes', { staff_id: staffId, ...row });
/** Leaves only some people there who may approve; in an event of its own. */
function leaving(...gone: readonly number[]): void {
  for (const staffId of gone) change(staffId, { active: 0 });
  expect(event()).toBe('taken');
}

const maynt = 'who decides may do so';
const same = 'nobody decides on what they took in';

describe('events', () => {
  test('are by somebody of the shop, but those that put a whole file in place', () => {
    books.within(() => {
      for (const person of ['Eve', 'owner', 'policy', 'nobody'])
        expect(event({ person })).toBe('an event names its person');
      expect(event({ person: 'nobody', kind: 'care.restore' })).toBe('taken');
      expect(event({ person: '小王' })).toBe('taken');
    });
  });

  test('are agreed to by somebody else who is there', () => {
    books.within(() => {
      for (const approver of ['Eve', 'owner', '小赵'])
        expect(event({ approver })).toBe('who agrees is somebody of the shop');
      expect(event({ approver: '小王' })).toContain('CHECK');
      expect(event({ approver: '小李' })).toBe('taken');
    });
  });

  test('leave an owner in the shop', () => {
    for (const row of [{ active: 0 }, { role: 'clerk' }])
      books.within(() => {
        change(1, { role: 'owner', ...row });
        expect(event()).toBe('a shop has an owner');
        change(3, { role: 'owner' });
        expect(event()).toBe('taken');
      });
  });
});

describe('a return is agreed to', () => {
  test('by another person who may', () => {
    books.within(() => {
      expect(saidOf(waiting(), ['小王', '小赵', 'Eve', '小李', '店主'])).toEqual({
        ...{ 小王: maynt, 小赵: maynt, Eve: maynt },
        ...{ 小李: 'taken', 店主: 'taken' },
      });
      expect(saidOf(waiting('小李'), ['小李', '店主'])).toEqual({ 小李: same, 店主: 'taken' });
    });
  });

  test('by the same person from the next day on, and only when nobody else may', () => {
    books.within(() => {
      const returnId = waiting('店主');
      const tomorrow = { day: '2026-11-19' };
      expect(saidOf(returnId, ['店主'], tomorrow)).toEqual({ 店主: same });
      // The clerk is there, and may not: the owner is alone with it.
      leaving(3);
      expect(saidOf(returnId, ['店主'])).toEqual({ 店主: same });
      expect(saidOf(returnId, ['店主'], tomorrow)).toEqual({ 店主: 'taken' });
    });
  });

  test('never in the event that asks for it', () => {
    books.within(() => {
      leaving(3);
      const returnId = books.add('returns', { number: books.number('R'), verdict_outcome: 'review' });
      step(books, returnId, { step: 'request', from_stage: 'draft', to_stage: 'requested', person: '店主' });
      approve(returnId, '店主');
      expect(event({ day: '2026-11-18' })).toBe(same);
    });
  });

  test('by the policy where it accepts, and nowhere else', () => {
    const policy = 'the policy agrees to what it accepts';
    books.within(() => {
      expect(saidOf(waiting('小王', { verdict_outcome: 'accept' }), ['policy'])).toEqual({ policy: 'taken' });
      for (const verdict_outcome of ['review', 'reject'])
        expect(saidOf(waiting('小王', { verdict_outcome }), ['policy'])).toEqual({ policy });
    });
  });

  test('by a file only when the file announced it', () => {
    books.within(() => {
      const imported = { kind: 'imports.run' };
      expect(saidOf(waiting(), ['小王'], imported)).toEqual({ 小王: maynt });
      const announced = waiting('小王', { verdict_outcome: 'review', reference: 'PLATFORM-1' });
      expect(saidOf(announced, ['小王'])).toEqual({ 小王: maynt });
      expect(saidOf(announced, ['小王'], imported)).toEqual({ 小王: 'taken' });
    });
  });

  test.each(['value', 'waive'])('and so is what %s says', (name) => {
    books.within(() => {
      const returnId = waiting('小李');
      const decide = (person: string): void =>
        step(books, returnId, { step: name, from_stage: 'requested', to_stage: 'requested', person });
      for (const [person, said] of [
        ['小王', maynt],
        ['小李', same],
        ['店主', 'taken'],
      ] as const) {
        books.raw.exec('SAVEPOINT decision');
        decide(person);
        expect([person, event()]).toEqual([person, said]);
        books.raw.exec('ROLLBACK TO decision');
      }
    });
  });

  test('a match against the policy is a yes once the goods are here', () => {
    books.within(() => {
      const returnId = books.add('returns', { number: books.number('R'), sale_id: null, verdict_outcome: 'review' });
      books.add('return_lines', { return_id: returnId });
      step(books, returnId, { step: 'request', from_stage: 'draft', to_stage: 'requested', person: '小李' });
      step(books, returnId, { step: 'arrive', from_stage: 'requested', to_stage: 'approved', person: '小李' });
      expect(event()).toBe('taken');
      const { saleId } = plainReturn(books, 'sold');
      const match = (person: string, verdict_outcome: string): string => {
        books.raw.exec('SAVEPOINT matched');
        const terms = { verdict_outcome, verdict_rules: '[]', verdict_terms: '{}', at: '', person };
        books.add('return_matches', { return_id: returnId, sale_id: saleId, ...terms });
        step(books, returnId, { step: 'match', from_stage: 'approved', to_stage: 'approved', person });
        const said = event();
        books.raw.exec('ROLLBACK TO matched');
        return said;
      };
      expect(match('小李', 'accept')).toBe('taken');
      expect([match('小王', 'reject'), match('小李', 'reject'), match('店主', 'reject')]).toEqual([
        maynt,
        same,
        'taken',
      ]);
    });
  });
});

test('a refund is taken back by another person, or by the same who is alone', () => {
  books.within(() => {
    const { payoutId, noteId, returnId } = plainReturn(books, 'paid');
    expect(event({ person: '小李' })).toBe('taken');
    const back = (person: string): string => {
      books.raw.exec('SAVEPOINT back');
      const counter = { number: books.number('P'), credit_note_id: noteId, amount_cents: -2000, original_cents: -2000 };
      books.add('payouts', { ...counter, voids_payout_id: payoutId });
      step(books, returnId, { step: 'void', from_stage: 'settled', to_stage: 'inspected', person });
      const said = event();
      books.raw.exec('ROLLBACK TO back');
      return said;
    };
    const other = 'a refund is taken back by another person';
    expect([back('小王'), back('小李'), back('店主')]).toEqual([maynt, other, 'taken']);
    change(1, { role: 'inspector' });
    change(3, { role: 'owner' });
    expect(event()).toBe('taken');
    expect(back('小李')).toBe('taken');
  });
});

describe('people and roles', () => {
  test('names and their keys are given once, and not those that stand for nobody', () => {
    books.within(() => {
      const once = 'facts are never replaced';
      expect(books.both('staff', {}, { name: '小王' })).toEqual([once, 'taken']);
      expect(books.both('staff', { name: 'Bo', name_key: 'bo' }, { name_key: '小王' })).toEqual([once, 'taken']);
      for (const wrong of [{ name: 'policy' }, { name: 'owner' }, { name_key: 'nobody' }, { name: '' }])
        expect(books.said(books.insert('staff', { name: 'Cy', name_key: 'cy', ...wrong }))).toMatch(/^CHECK/);
      expect(books.said(books.insert('staff', { name: 'Di', name_key: 'di', active: 1 }))).toBe(
        'sums begin at nothing',
      );
    });
  });

  test('a person has a role that there is', () => {
    books.within(() => {
      expect(books.both('staff_changes', { staff_id: 2 }, { role: 'king' })).toEqual([
        'a person has a role that there is',
        'taken',
      ]);
    });
  });

  test('PINs are kept as hashes of a kind and cost', () => {
    books.within(() => {
      const wrongs = [{ kind: 'word' }, { cost: 10 }, { salt: '00' }, { hash: '7046' }];
      for (const wrong of wrongs)
        expect(books.said(books.insert('staff_secrets', { staff_id: 2, ...wrong }))).toMatch(/^CHECK/);
      expect(books.said(books.insert('staff_secrets', { staff_id: 2 }))).toBe('taken');
    });
  });

  test('nobody is lent a role, or a role a right, around its row', () => {
    const newest = 'a person is what the newest change says';
    expect(books.said(`UPDATE staff SET role = 'owner' WHERE id = 2`)).toBe(newest);
    expect(books.said(`UPDATE staff SET active = 1 WHERE name = '小赵'`)).toBe(newest);
    const row = 'a role may do what its newest row says';
    expect(books.said(`INSERT INTO role_permissions VALUES ('clerk', 'approval')`)).toBe(row);
    expect(books.said(`DELETE FROM role_permissions WHERE role = 'cashier'`)).toBe(row);
    expect(books.said(`UPDATE role_permissions SET permission = 'approval' WHERE role = 'clerk'`)).toBe(row);
  });

  test('the newest row of a role is what it may do; the owner’s stays', () => {
    const rights = (role: string): unknown =>
      books.raw.prepare('SELECT permission FROM role_permissions WHERE role = ? ORDER BY 1').pluck().all(role);
    books.within(() => {
      books.add('staff_roles', { name: 'clerk', permissions: '["sales","approval","sales"]' });
      expect(rights('clerk')).toEqual(['approval', 'sales']);
      expect(
        books.both('staff_roles', { name: 'new' }, { name: 'owner', permissions: '["approval","voids","shop"]' }),
      ).toEqual(['the owner may always do everything', 'taken']);
      expect(rights('new')).toEqual(['returns']);
    });
  });
});
