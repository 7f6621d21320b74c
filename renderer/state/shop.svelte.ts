import type { Input, ProcedureName } from '../../contract/api.ts';
import type { RefusalCode, RefusalData } from '../../contract/refusals.ts';
import type { CallOptions } from '../../contract/wire.ts';
import { refusalSentence } from '../../contract/words/index.ts';
import { language, t } from '../i18n/index.ts';
import { type Answer, Asking, type Trouble } from './asking.ts';
import { clockDoubt } from './clock-doubt.svelte.ts';
import { consent } from './consent.svelte.ts';
import { deskPerson } from './desk-person.svelte.ts';
import { type Fate, Fates } from './fates.svelte.ts';
import { ShopLink } from './link.ts';
import { notices } from './notices.svelte.ts';
import { standing } from './standing.svelte.ts';

export type { Answer, Trouble } from './asking.ts';

/** Longer than a shop needs to restart, shorter than a person's patience. */
const restartWaitMs = 15_000;
/** Between two questions about an action of which nothing is known. */
const fatePauseMs = 2000;

/** Whether the shop process is there; the frame shows a banner while it is not. */
class Connection {
  lost = $state(false);
  /** It has been away for longer than a restart takes. */
  longLost = $state(false);
  /** It died too often: only a person starts it again. */
  givenUp = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  become(lost: boolean): void {
    this.lost = lost;
    this.longLost = false;
    this.givenUp = false;
    clearTimeout(this.#timer);
    if (!lost) return;
    this.#timer = setTimeout(() => {
      this.longLost = true;
    }, restartWaitMs);
  }
}
export const connection = new Connection();

let line: ShopLink | undefined;

/** The line to the shop over the host's bridge, made at the first use. */
export function shopLink(): ShopLink {
  if (!line) {
    line = new ShopLink(window.backshelf, { waitMs: restartWaitMs });
    line.onState((state) => connection.become(state === 'disconnected'));
    line.onEvent((event) => {
      if (event.type === 'gone' && event.forGood) connection.givenUp = true;
    });
  }
  return line;
}

const fates = new Fates({
  ask: async (id) => {
    const outcome = await shopLink()
      .call('care.outcome', { id })
      .catch(() => undefined);
    return outcome && 'ok' in outcome ? outcome.ok : undefined;
  },
  say: (fate) => notices.say({ tone: fate === 'saved' ? 'good' : 'wait', text: fateSentence(fate) }),
  pauseMs: fatePauseMs,
});

const asking = new Asking({
  call: (name, input, options) => shopLink().call(name, input, options),
  standing,
  isClockRight: (facts) => clockDoubt.ask(facts),
  isAgreed: (asked) => consent.ask(asked),
  onLocked: () => deskPerson.signedOut(),
  fates,
  onSavedAfterAll: () => notices.say({ tone: 'good', text: t('shell.saved-after-all') }),
});

/** Asks the shop. Never rejects: what is not the answer is a `Trouble` to show. */
export function ask<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
  options?: CallOptions,
): Promise<Answer<Name>> {
  return asking.ask(name, input, options);
}

/** What became of the action behind a trouble, once the shop has said it. */
export function fateOf(trouble: Trouble): Fate | undefined {
  return 'unknownOf' in trouble && trouble.unknownOf ? fates.of(trouble.unknownOf) : undefined;
}

function fateSentence(fate: Fate): string {
  return t(fate === 'saved' ? 'shell.was-saved' : 'shell.was-not-saved');
}

/** The sentence for a trouble, for a banner. Misfits are named in full, for fields that are not on the screen. */
export function troubleSentence(trouble: Trouble): string {
  const fate = fateOf(trouble);
  if (fate) return fateSentence(fate);
  switch (trouble.kind) {
    case 'refused':
      return refusalSentence(trouble.refusal, language.locale, language.currency);
    case 'invalid':
      return trouble.misfits.map(({ message }) => message).join(language.locale === 'en' ? ' ' : '');
    case 'disconnected':
      return t('shell.not-back');
    case 'unexpected':
      return t('shell.unexpected');
  }
}

/** What is wrong with one field: the message of the misfit at or below that path. */
export function misfitAt(trouble: Trouble | undefined, path: string): string | undefined {
  if (trouble?.kind !== 'invalid') return undefined;
  return trouble.misfits.find((misfit) => misfit.path === path || misfit.path.startsWith(`${path}.`))?.message;
}

/** The facts of a refusal when the trouble is that one. */
export function refusedWith<Code extends RefusalCode>(
  trouble: Trouble | undefined,
  code: Code,
): RefusalData<Code> | undefined {
  if (trouble?.kind !== 'refused' || trouble.refusal.code !== code) return undefined;
  return trouble.refusal.data as RefusalData<Code>;
}
