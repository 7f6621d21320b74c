import type { Channel } from '../contract/channels.ts';
import { askShop } from './ask-shop.ts';

/** A backup into the shop's own folder, and the second one where that is there; whether it was made. */
export async function backUpShop(connect: () => Channel | undefined): Promise<boolean> {
  const outcome = await askShop(connect, 'care.backup', {});
  return outcome !== undefined && 'ok' in outcome;
}
