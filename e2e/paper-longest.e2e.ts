import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Settings } from '../contract/api/settings.ts';
import { documentFacts, documents, type PrintJob } from '../contract/host.ts';
import { locales } from '../contract/values/words.ts';
import { longestTrade, type PaperNumbers, plainTrade, tradeForPaper } from '../fixtures/paper-trade.ts';
import { type TestShop, testNow, testShop } from '../fixtures/shop.ts';
import { documentParts } from '../renderer/features/settings/paper/part-words.ts';
import { type PaperDesk, paperDesk } from './support/paper-desk.ts';
import { misfitsIn } from './support/paper-misfits.ts';
import { amountText } from './support/paper-words.ts';

/** Sixty Chinese signs without a space, ten billions, forty lines: measured in the browser that lays the sheets out. */
const soldAt = '2026-11-17T02:00:00.000Z';
const address = '上海市静安区愚园路一千零八十八弄十二号二楼靠近电梯口的第三间铺面';
const policyText = `${'七日内凭小票可退，影响二次销售的除外；贴身衣物拆封后不退。'.repeat(20)}\n十五日内可换。`;
let shop: TestShop;
let desk: PaperDesk;
let numbers: PaperNumbers;

beforeAll(async () => {
  shop = testShop({ settings: { shopName: '弄堂口服饰百货店', address, phone: '021-64375688', policyText } });
  numbers = await tradeForPaper(shop, { ...longestTrade, soldAt });
  desk = await deskOf(shop);
});
afterAll(async () => {
  await desk.close();
  await shop.close();
});

const deskOf = (of: TestShop): Promise<PaperDesk> =>
  paperDesk(({ name, input }) => of.ask(name as never, input as never), testNow);

const jobsOf = (document: PrintJob['document']): PrintJob[] =>
  documentFacts[document].papers.flatMap((paper) =>
    locales.map((locale) => ({ document, paper, locale, sheets: [{ number: numbers[document], copy: 0 }] })),
  );

test.each(documents)(
  '%s: nothing is wider than its box or lies outside its page',
  { timeout: 300_000 },
  async (one) => {
    const faults: string[] = [];
    for (const job of jobsOf(one)) {
      const found = await desk.withSheet(job, misfitsIn);
      faults.push(...found.map((fault) => `${job.paper} ${job.locale}: ${fault}`));
    }
    expect(faults).toEqual([]);
  },
);

test('the largest amount stands on one line wherever it stands', async () => {
  const wanted = amountText(longestTrade.dearestCents);
  for (const paper of ['A5', 'form-third', '58mm'] as const) {
    const sheets = [{ number: numbers['refund-receipt'], copy: 0 }];
    const broken = await desk.withSheet({ document: 'refund-receipt', paper, locale: 'en', sheets }, (page) =>
      page.evaluate((amount) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const heights: number[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(amount) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + amount.length);
          heights.push(range.getClientRects().length);
        }
        return { found: heights.length, broken: heights.filter((lines) => lines > 1).length };
      }, wanted),
    );
    expect([paper, broken.found > 0, broken.broken]).toEqual([paper, true, 0]);
  }
});

test('each part that the settings offer for a document is gone from its sheet once it is switched off', {
  timeout: 600_000,
}, async () => {
  await using small = testShop({
    settings: { shopName: 'Shop', address, phone: '021-64375688', policyText: '七日。' },
  });
  const found = await tradeForPaper(small, { ...plainTrade, soldAt });
  const smallDesk = await deskOf(small);
  // Not in this trade: a parcel, a red invoice, batches and a picture; pictures and codes are no text.
  const notHere = new Set(['courier', 'red-invoice', 'batch', 'logo', 'code']);
  try {
    const textWith = async (document: PrintJob['document'], hidden: readonly string[]): Promise<string> => {
      const documentLayouts = [{ document, hidden }] as unknown as Settings['documentLayouts'];
      await small.call('settings.set', { documentLayouts });
      const [paper] = documentFacts[document].papers;
      const job: PrintJob = { document, paper, locale: 'zh-CN', sheets: [{ number: found[document], copy: 0 }] };
      return smallDesk.withSheet(job, (page) => page.locator('.sheet').allTextContents().then(String));
    };
    const same: string[] = [];
    for (const document of documents) {
      const parts = documentParts[document].filter((part) => !notHere.has(part));
      const whole = await textWith(document, []);
      for (const part of parts) {
        const without = await textWith(document, [part]);
        if (without.length >= whole.length) same.push(`${document}: ${part}`);
      }
    }
    expect(same).toEqual([]);
  } finally {
    await smallDesk.close();
  }
});
