import { busyShopFile } from '../../../fixtures/busy-shop.ts';

let made: Promise<Buffer> | undefined;

/** The closed file of a shop in which everything has happened once; made once per process. */
export function wholeShop(): Promise<Buffer> {
  made ??= busyShopFile();
  return made;
}
