import { startShop } from '../shop/start.ts';
import { runShopUtility } from './utility.ts';

runShopUtility(startShop);
