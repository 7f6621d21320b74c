import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/folders.ts';
import { eventHash, noHash } from './chain.ts';
import { openShopFile } from './open.ts';
import { createWriteStore } from './store.ts';

const event = {
  actionId: '6f1c1c1e-0000-4000-8000-000000000001',
  kind: 'sales.record',
  at: '2026-11-18T03:00:00.000Z',
  day: '2026-11-18',
  person: 'owner',
  inputSha256: 'a'.repeat(64),
  result: '{"saleId":1}',
  approver: null,
};
const sale = {
  number: '小票-1',
  soldAt: '2026-11-18T03:00:00.000Z',
  day: '2026-11-18',
  customerId: null,
  channel: null,
  totalCents: 0,
  deliveryCents: 0,
  status: null,
  origin: 'desk',
  booked: 0,
} as const;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('an event’s fingerprint is over the one before, its own columns and all its facts, as anybody can work out', () => {
  const file = openShopFile(temporaryFolder());
  const { facts, transaction } = createWriteStore(file.writer);
  const head = transaction(
    () => {
      facts.begin();
      facts.add('sales', sale);
      facts.add('documents', { number: 'S-2026-000001', series: 'S', year: 2026, seq: 1, day: '2026-11-18' });
      return facts.seal(event);
    },
    () => true,
  );
  const own = [1, event.actionId, event.kind, event.at, event.day, event.person, event.inputSha256, event.result];
  const document = ['S-2026-000001', 1, 'S', 2026, 1, '2026-11-18'];
  const row = [1, 1, '小票-1', sale.soldAt, sale.day, null, null, 0, 0, null, 'desk', 0];
  const lines = [noHash, JSON.stringify(own), 'documents', JSON.stringify(document), 'sales', JSON.stringify(row)];
  expect(head).toBe(sha256(`${lines.join('\n')}\n`));
  expect(facts.head()).toEqual({ seq: 1, hash: head });
  file.close();
});

test('who agreed beside the person is the last of an event’s own columns, and no column at all where nobody did', () => {
  const own = [1, event.actionId, event.kind, event.at, event.day, event.person, event.inputSha256, event.result];
  const hashOf = (approver: string | null) => eventHash(noHash, { ...event, seq: 1, approver }, () => []);
  expect(hashOf(null)).toBe(sha256(`${noHash}\n${JSON.stringify(own)}\n`));
  expect(hashOf('小李')).toBe(sha256(`${noHash}\n${JSON.stringify([...own, '小李'])}\n`));
});

test('facts that no event has sealed are not committed', () => {
  const file = openShopFile(temporaryFolder());
  const { facts, transaction } = createWriteStore(file.writer);
  const forgotten = (): void => {
    facts.begin();
    facts.add('sales', sale);
  };
  expect(() => transaction(forgotten, () => true)).toThrow();
  expect(file.reader.raw.prepare('SELECT count(*) FROM sales').pluck().get()).toBe(0);
  transaction(forgotten, () => false);
  const sealed = transaction(
    () => {
      forgotten();
      return facts.seal(event);
    },
    () => true,
  );
  expect([facts.head().seq, facts.head().hash]).toEqual([1, sealed]);
  file.close();
});

test('what is turned down, and what throws, leaves no trace', () => {
  const file = openShopFile(temporaryFolder());
  const { facts, transaction } = createWriteStore(file.writer);
  const work = (): string => {
    facts.begin();
    facts.add('sales', sale);
    return facts.seal(event);
  };
  transaction(work, () => false);
  const broken = (): never => {
    work();
    throw new Error('a bug');
  };
  expect(() => transaction(broken, () => true)).toThrow('a bug');
  expect(facts.head()).toEqual({ seq: 0, hash: noHash });
  expect(file.writer.raw.inTransaction).toBe(false);
  file.close();
});
