import type { Input, Outcome, ProcedureName } from '../contract/api.ts';
import type { Channel } from '../contract/channels.ts';
import { createClient } from '../contract/wire.ts';

/** Asks the shop over a channel of the host's own; nothing when the shop is away, or goes away meanwhile. */
export async function askShop<Name extends ProcedureName>(
  connect: () => Channel | undefined,
  name: Name,
  input: Input<Name>,
): Promise<Outcome<Name> | undefined> {
  const channel = connect();
  if (!channel) return undefined;
  try {
    return await createClient(channel).call(name, input);
  } catch {
    return undefined;
  } finally {
    channel.close();
  }
}
