import type { Settings } from '../../contract/api/settings.ts';
import type { Trouble } from '../state/shop.svelte.ts';
import type { PaperContent } from './document.ts';
import type { Voice } from './voice.ts';

/** What a sheet is asked for, before the shop is. */
export type Asked = { readonly number: string; readonly settings: Settings; readonly printedAt: number };

/** What the shop said: a sheet to be written in any voice, trouble, or why there is nothing to print. */
export type Written =
  | { readonly write: (voice: Voice) => PaperContent }
  | { readonly trouble: Trouble }
  | { readonly problem: (voice: Voice) => string };

export type Writer = (asked: Asked) => Promise<Written>;
