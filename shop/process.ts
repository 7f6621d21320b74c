import { runShopChild } from './child.ts';
import { startShop } from './start.ts';

runShopChild(startShop);
