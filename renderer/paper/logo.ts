import type { Settings } from '../../contract/api/settings.ts';
import { ask } from '../state/shop.svelte.ts';

/**
 * The shop's picture as an address that holds it whole; nothing where there is none. A picture that can no longer be read keeps no
 * sheet from being printed: the settings say what is wrong with it.
 */
export async function logoOf({ logo }: Pick<Settings, 'logo'>): Promise<string | undefined> {
  if (!logo) return undefined;
  const { ok } = await ask('paper.logo', {});
  return ok?.type && ok.dataBase64 ? `data:${ok.type};base64,${ok.dataBase64}` : undefined;
}
