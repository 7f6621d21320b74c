import type { Output } from '../../contract/api.ts';
import type { AccountRole } from '../../contract/values/words.ts';
import type { ReadHandler } from '../context.ts';

type Item = Output<'money.entries'>['items'][number];

/** The journal between two days, oldest first. */
export const moneyEntries: ReadHandler<'money.entries'> = ({ store }, days) => {
  const items = new Map<number, Item>();
  for (const { entryId, number, day, document, ...line } of store.lists.entries(days)) {
    const item = items.get(entryId) ?? { number, day, document, lines: [] };
    item.lines.push({
      account: line.accountName,
      role: line.role as AccountRole,
      code: line.accountCode,
      debitCents: line.debitCents,
      creditCents: line.creditCents,
    });
    items.set(entryId, item);
  }
  return { items: [...items.values()] };
};
