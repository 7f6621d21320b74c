import { t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { notices } from '../../state/notices.svelte.ts';

/** Shows a file or folder in the system's file manager; where that cannot be, its path is said. */
export async function showPlace(path: string): Promise<void> {
  try {
    await host().reveal(path);
  } catch {
    notices.say({ tone: 'note', text: t('care.cannot-show', { path }) });
  }
}
