import { runShopChild } from '../../shop/child.ts';
import { type Shop, type ShopOptions, startShop } from '../../shop/start.ts';

/** The real shop, with one bug on purpose: it throws when asked to echo these words. */
export const buggyWords = 'throw, please';

export function startBuggyShop(options: ShopOptions): Shop {
  const shop = startShop(options);
  return {
    ...shop,
    answer: (call, doing) => {
      const { text } = call.input as { readonly text?: unknown };
      if (text === buggyWords) throw new Error('This bug was made on purpose.');
      return shop.answer(call, doing);
    },
  };
}

if (import.meta.main) runShopChild(startBuggyShop);
