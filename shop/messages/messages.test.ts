import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldStages } from '../../contract/api/messages.ts';
import { openInput, recordSale } from '../../fixtures/builders.ts';
import { type TestShop, testShop } from '../../fixtures/shop.ts';
import { type Filling, fillTemplate, mailtoOf } from './fill.ts';

async function openReturn(shop: TestShop): Promise<number> {
  const sale = await recordSale(shop, { customer: { code: 'C1', name: '王伟' } });
  return (await shop.call('returns.open', openInput(sale))).returnId;
}

test('the message of a stage is filled in, in the language of the customer', async () => {
  await using shop = testShop({ settings: { locale: 'en' } });
  const returnId = await openReturn(shop);
  const draft = await shop.call('messages.draft', { returnId });
  expect(draft).toEqual({
    stage: 'approved',
    locale: 'en',
    subject: 'Test shop: your return R-2026-000001 is approved',
    text: expect.stringContaining('Dear 王伟,\n\nyour return R-2026-000001 is approved: Cup × 1.'),
  });
  const { customerId = 0 } = await shop.call('customers.marks', { returnId });
  await shop.call('customers.save', { id: randomUUID(), customerId, locale: 'zh-CN', email: 'wang@example.com' });
  const inChinese = await shop.call('messages.draft', { returnId });
  expect(inChinese.text).toContain('王伟，您好');
  expect(new URL(inChinese.mailto ?? '').searchParams.get('subject')).toBe(inChinese.subject);
  expect((await shop.call('messages.draft', { returnId, locale: 'en' })).text).toBe(draft.text);
});

test('what is due and what is owed is said as people read it', async () => {
  await using shop = testShop({
    settings: {
      messageTemplates: [{ stage: 'approved', locale: 'en', subject: '{shop}', text: '{amount} by {due} {nothing}' }],
    },
  });
  const returnId = await openReturn(shop);
  const { text } = await shop.call('messages.draft', { returnId });
  expect(text).toBe('¥0.00 by 20 November 2026 at 11:00 {nothing}');
});

test('every stage has words in both languages, the shop’s own where it has some', async () => {
  await using shop = testShop();
  const { items } = await shop.call('messages.templates', {});
  expect(items).toHaveLength(2 * toldStages.length);
  const own = { stage: 'settled', locale: 'zh-CN', subject: '好', text: '好' } as const;
  await shop.call('settings.set', { messageTemplates: [own] });
  const changed = (await shop.call('messages.templates', {})).items.filter((item) => item.own);
  expect(changed).toMatchObject([{ ...own, own: true, standard: { subject: '{shop}：退货 {number} 已退款' } }]);
});

test('what the customer was told and said is kept', async () => {
  await using shop = testShop();
  const returnId = await openReturn(shop);
  await shop.call('messages.sent', { id: randomUUID(), returnId, way: 'copy', text: 'Come!', locale: 'en' });
  await shop.call('ratings.record', { id: randomUUID(), returnId, score: 9, callBackOn: '2026-11-20' });
  await shop.call('ratings.record', { id: randomUUID(), returnId, note: 'called, content' });
  const { messages, ratings } = await shop.call('messages.list', { returnId });
  expect(messages).toMatchObject([{ stage: 'approved', way: 'copy', text: 'Come!', locale: 'en', person: 'owner' }]);
  expect(ratings).toMatchObject([{ score: 9, callBackOn: '2026-11-20' }, { note: 'called, content' }]);
});

test('there must be a return, and something said', async () => {
  await using shop = testShop();
  const nobody = { code: 'no-such-return', data: { return: '5' } };
  const id = randomUUID();
  expect(await shop.refusal('messages.draft', { returnId: 5 })).toEqual(nobody);
  expect(await shop.refusal('messages.list', { returnId: 5 })).toEqual(nobody);
  expect(await shop.refusal('messages.sent', { id, returnId: 5, way: 'mail', text: 'x', locale: 'en' })).toEqual(
    nobody,
  );
  expect(await shop.refusal('ratings.record', { id, returnId: 5, score: 1 })).toEqual(nobody);
  expect(await shop.ask('ratings.record', { id, returnId: 5, callBackOn: '2026-11-20' })).toHaveProperty('invalid');
});

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

test('a letter opens with the subject and the text it was made of, whatever they hold', () => {
  fc.assert(
    fc.property(anyText, anyText, (subject, text) => {
      const url = mailtoOf({ to: 'a+b&c?=%@例子.example', subject, text });
      expect(url).toMatch(/^[\x21-\x7e]+$/);
      const [address = '', asked = ''] = url.slice('mailto:'.length).split('?');
      expect(decodeURIComponent(address)).toBe('a+b&c?=%@例子.example');
      const fields = asked.split('&').map((field) => field.split('=').map(decodeURIComponent));
      expect(fields.map(([name]) => name)).toEqual(['subject', 'body']);
      expect(fields[0]?.[1]).not.toMatch(/[\r\n]/);
      expect(fields[1]?.[1]).toBe(text.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n'));
    }),
  );
});

test('what is filled in is never filled in again', () => {
  const filling: Filling = { customer: '{shop}', number: '$&', shop: '{amount}', items: '', amount: '', due: '' };
  expect(fillTemplate('{customer} {number} {shop}{items} {what}', filling)).toBe('{shop} $& {amount} {what}');
});
