import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '../contract/host.ts';
import { longestTrade, type PaperNumbers, paperShop, tradeForPaper } from '../fixtures/paper-trade.ts';
import { type TestShop, testShop } from '../fixtures/shop.ts';
import { type PaperDesk, paperDesk } from './support/paper-desk.ts';
import { misfitsIn } from './support/paper-misfits.ts';
import { amountText } from './support/paper-words.ts';
import { sheetsOf } from './support/papers.ts';

/** Sixty Chinese signs without a space, ten billions, forty lines: measured in the browser that lays the sheets out. */
const address = '上海市静安区愚园路一千零八十八弄十二号二楼靠近电梯口的第三间铺面';
const policyText = `${'七日内凭小票可退，影响二次销售的除外；贴身衣物拆封后不退。'.repeat(20)}\n十五日内可换。`;
let shop: TestShop;
let desk: PaperDesk;
let numbers: PaperNumbers;

beforeAll(async () => {
  shop = testShop({ settings: { ...paperShop, address, policyText } });
  numbers = await tradeForPaper(shop, { ...longestTrade, soldAt: '2026-11-17T02:00:00.000Z' });
  desk = await paperDesk(shop);
});
afterAll(async () => {
  await desk.close();
  await shop.close();
});

test.each(documents)(
  '%s: nothing is wider than its box or lies outside its page',
  { timeout: 300_000 },
  async (document) => {
    const sheets = [{ number: numbers[document], copy: 0 }];
    const faults: string[] = [];
    for (const sheet of sheetsOf(document, 1)) {
      const found = await desk.withSheet({ ...sheet, sheets }, misfitsIn);
      faults.push(...found.map((fault) => `${sheet.paper} ${sheet.locale}: ${fault}`));
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
