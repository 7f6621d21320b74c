import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runShopChild } from '../../shop/child.ts';
import { startShop } from '../../shop/start.ts';

/** While a file of this name lies in the shop's folder, the shop answers as if its drive were away. */
export const unpluggedMark = 'unplugged';

if (import.meta.main)
  runShopChild((options) => {
    const shop = startShop(options);
    const data = { why: 'no-access', path: options.folder } as const;
    return {
      ...shop,
      answer: async (call, doing) =>
        existsSync(join(options.folder, unpluggedMark))
          ? { refused: { code: 'shop-cannot-open', data } }
          : shop.answer(call, doing),
    };
  });
