import { runShopChild } from '../../shop/child.ts';
import { startShop } from '../../shop/start.ts';

/** The real shop on a PC whose clock is more than a month ahead. */
const aheadMs = 40 * 24 * 3600_000;

runShopChild((options) => startShop({ ...options, clock: () => Date.now() + aheadMs }));
