import type { Channel } from '../contract/channels.ts';
import { askShop } from './ask-shop.ts';

/** The second backup folder in the shop's settings; empty when there is none or the shop cannot tell. */
export async function askSecondFolder(connect: () => Channel | undefined): Promise<string> {
  const outcome = await askShop(connect, 'settings.get', {});
  return outcome && 'ok' in outcome ? outcome.ok.secondBackupFolder : '';
}
