import type { Channel } from '../contract/channels.ts';
import { createClient } from '../contract/wire.ts';

/** Asks the shop, over a channel of the host's own, for the second backup folder in its settings; empty when there is none or it cannot tell. */
export async function askSecondFolder(connect: () => Channel | undefined): Promise<string> {
  const channel = connect();
  if (!channel) return '';
  try {
    const outcome = await createClient(channel).call('settings.get', {});
    return 'ok' in outcome ? outcome.ok.secondBackupFolder : '';
  } catch {
    // The shop went away meanwhile.
    return '';
  } finally {
    channel.close();
  }
}
