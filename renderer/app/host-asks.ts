import type { HostAsk } from '../../contract/host-bridge.ts';
import { described } from '../features/care/backups-desk.svelte.ts';
import { careOf } from '../features/care/care.svelte.ts';
import { incoming } from '../features/imports/incoming.svelte.ts';
import { t } from '../i18n/index.ts';
import { actions } from '../state/actions.ts';
import { notices } from '../state/notices.svelte.ts';
import { router } from '../state/router.svelte.ts';
import { shopSettings } from '../state/settings.svelte.ts';

/** Hears what the host's menu or the system asks of the window. */
export function hearHost(): void {
  window.backshelf.onAsk((ask) => void answer(ask));
}

async function answer(ask: HostAsk): Promise<void> {
  if (ask.do === 'open') return open(ask.path);
  // What cannot be done now, as behind an open sheet, is not done.
  await actions
    .list()
    .find(({ id }) => id === ask.action)
    ?.run();
}

/** Leads to where a file can be taken in; that is all. A person decides there. */
async function open(path: string): Promise<void> {
  await shopSettings.ready();
  if (path.toLowerCase().endsWith('.db')) {
    const { hostInfo, generation, current } = shopSettings;
    if (current?.shopName) router.go('/care');
    careOf(hostInfo?.folder ?? '', generation).restoration.choose(await described(path));
  } else if (shopSettings.current?.shopName) await incoming.open(path);
  else notices.say({ tone: 'wait', text: t('program.open-first') });
}
