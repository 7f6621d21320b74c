import BookOpen from '@lucide/svelte/icons/book-open';
import ClipboardCopy from '@lucide/svelte/icons/clipboard-copy';
import Info from '@lucide/svelte/icons/info';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';
import { t } from '../i18n/index.ts';
import { about } from './about.svelte.ts';
import type { Action } from './actions.ts';
import { notices } from './notices.svelte.ts';
import { copyReport } from './report.ts';
import { router } from './router.svelte.ts';
import { shopSettings } from './settings.svelte.ts';
import { troubleSentence } from './shop.svelte.ts';
import { nextTextSize, usualTextSize } from './text-size.ts';

async function resize(step: 1 | -1 | 'usual'): Promise<void> {
  const now = shopSettings.current?.textPercent;
  if (now === undefined) return;
  const textPercent = step === 'usual' ? usualTextSize : nextTextSize(now, step);
  if (textPercent === now) return;
  const { trouble } = await shopSettings.change({ textPercent });
  notices.say(
    trouble
      ? { tone: 'wrong', text: troubleSentence(trouble) }
      : { tone: 'note', text: t('program.text-now', { percent: textPercent }) },
  );
}

const hasSettings = (): boolean => shopSettings.current !== undefined;

/** What belongs to the program and not to the shop: reached by keys, by the box on top, and from a host's menu. */
export const programActions: readonly Action[] = [
  {
    id: 'text.bigger',
    title: () => t('program.text-bigger'),
    icon: ZoomIn,
    shortcut: 'Ctrl+=',
    when: hasSettings,
    run: () => resize(1),
  },
  {
    id: 'text.smaller',
    title: () => t('program.text-smaller'),
    icon: ZoomOut,
    shortcut: 'Ctrl+-',
    when: hasSettings,
    run: () => resize(-1),
  },
  {
    id: 'text.usual',
    title: () => t('program.text-usual'),
    shortcut: 'Ctrl+0',
    when: hasSettings,
    run: () => resize('usual'),
  },
  {
    id: 'guide.open',
    title: () => t('program.guide'),
    icon: BookOpen,
    shortcut: 'F1',
    when: () => router.offers('/guide'),
    run: () => router.go('/guide'),
  },
  {
    id: 'report.copy',
    title: () => t('program.copy-report'),
    icon: ClipboardCopy,
    run: async () => {
      await copyReport();
      notices.say({ tone: 'good', text: t('program.report-copied') });
    },
  },
  { id: 'about.open', title: () => t('program.about'), icon: Info, run: () => about.open() },
];
