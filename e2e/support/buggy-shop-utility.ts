import { runShopUtility } from '../../electron/utility.ts';
import { startBuggyShop } from './buggy-shop.ts';

runShopUtility(startBuggyShop);
