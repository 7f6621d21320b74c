import { untrack } from 'svelte';
import type { Settings } from '../../../../contract/api/settings.ts';
import type { DocumentKind, Paper } from '../../../../contract/host.ts';
import type { Locale } from '../../../../contract/values/words.ts';
import { asOwnerWants, layoutOf } from '../../../paper/layout.ts';
import { logoOf } from '../../../paper/logo.ts';
import type { Printable } from '../../../paper/paper-sheet.svelte.ts';
import { voiceIn } from '../../../paper/voice.ts';
import { writers } from '../../../paper/writers.ts';
import { newestOf } from './newest.ts';
import { specimenOf } from './specimen.ts';

/** What is to be shown: the settings as they would be once saved. */
export type Shown = { readonly document: DocumentKind; readonly settings: Settings; readonly locale: Locale };
export type LiveSheet = Printable & {
  readonly paper: Paper;
  /** What it shows; nothing for a specimen. */
  readonly number: string | undefined;
};

/** How long typing has to rest before the sheet is written anew. */
const restMs = 150;

/** The newest document of its kind as it would be printed with settings that are not saved yet; a specimen where there is none. */
export class LivePaper {
  sheet = $state.raw<LiveSheet>();
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `shown` is followed; what it gives is compared by its content. */
  constructor(shown: () => Shown) {
    const key = $derived(JSON.stringify(shown()));
    $effect(() => {
      const wanted = JSON.parse(key) as Shown;
      clearTimeout(this.#timer);
      // Not followed: else each sheet would be the reason for the next.
      const isFirst = untrack(() => this.sheet === undefined);
      this.#timer = setTimeout(() => void this.#write(wanted), isFirst ? 0 : restMs);
      return () => clearTimeout(this.#timer);
    });
  }

  async #write(shown: Shown): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const sheet = await liveSheet(shown);
    if (asked === this.#asked) this.sheet = sheet;
  }
}

async function liveSheet({ document, settings, locale }: Shown): Promise<LiveSheet> {
  const { paper, hidden } = layoutOf(settings, document);
  const voice = voiceIn({ ...settings, locale, hidden });
  const printedAt = Date.now();
  const [number, logo] = await Promise.all([newestOf(document, settings.timeZone), logoOf(settings)]);
  const written = number === undefined ? undefined : await writers[document]({ number, settings, printedAt });
  const isReal = written !== undefined && 'write' in written;
  const content = isReal ? written.write(voice) : specimenOf(document, { settings, printedAt }, voice);
  return { content: asOwnerWants(content, { hidden, logo }), voice, paper, number: isReal ? number : undefined };
}
