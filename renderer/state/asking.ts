import type { Input, Misfit, Outcome, Output, ProcedureName, RefusalOf } from '../../contract/api.ts';
import { type CallOptions, Disconnected } from '../../contract/wire.ts';
import type { DoubtfulClock } from './clock-doubt.svelte.ts';
import { type AskedConsent, isHelpedByPin } from './consent.svelte.ts';
import type { ShopLink } from './link.ts';
import type { NotOpen } from './standing.svelte.ts';

/** Everything that can come back instead of the answer. Screens show it at the field or as a banner. */
export type Trouble<Name extends ProcedureName = ProcedureName> =
  | { readonly kind: 'refused'; readonly refusal: RefusalOf<Name>; readonly unknownOf?: string }
  | { readonly kind: 'invalid'; readonly misfits: readonly Misfit[] }
  /** `unknownOf` is the id of the action of which it is not known whether it happened. */
  | { readonly kind: 'disconnected'; readonly unknownOf?: string }
  | { readonly kind: 'unexpected'; readonly report: string };

export type Answer<Name extends ProcedureName> =
  | { readonly ok: Output<Name>; readonly trouble?: undefined }
  | { readonly ok?: undefined; readonly trouble: Trouble<Name> };

export type AskingParts = {
  readonly call: ShopLink['call'];
  /** Whether the shop stands open, as this answer says. */
  readonly standing: { refuse(why: NotOpen): void; answer(): void };
  /** Asks the person; false when the clock is to be set first. */
  readonly isClockRight: (facts: DoubtfulClock) => Promise<boolean>;
  /** Asks for a PIN; false when nobody gave one. */
  readonly isAgreed: (asked: AskedConsent) => Promise<boolean>;
  /** The desk is locked: nobody is signed in any more. */
  readonly onLocked: () => void;
  /** Of which actions it is not known whether they happened. */
  readonly fates: { follow(id: string): void; settle(id: string): void };
  /** An action was interrupted, done again under the same id, and is saved. */
  readonly onSavedAfterAll: () => void;
};

/**
 * The one way every call of the window goes. Never rejects: what is not the answer is a `Trouble` to show. An action that was interrupted is
 * asked for until it is known what became of it; one that was refused for the clock, or for want of a PIN, waits for the person's answer and is
 * then done under the same id.
 */
export class Asking {
  readonly #parts: AskingParts;

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  async ask<Name extends ProcedureName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Answer<Name>> {
    const id = actionIdOf(name, input);
    let again = false;
    const onAgain = (): void => {
      again = true;
    };
    try {
      const outcome = await this.#parts.call(name, input, { ...options, onAgain });
      if ('refused' in outcome && (await this.#isSettled(name, outcome.refused, id)))
        return await this.ask(name, input, options);
      if (again && id && 'ok' in outcome) this.#parts.onSavedAfterAll();
      return this.#answerOf(name, outcome, { id, again });
    } catch (error) {
      if (!(error instanceof Disconnected)) return { trouble: { kind: 'unexpected', report: reportOf(error) } };
      if (id) this.#parts.fates.follow(id);
      return { trouble: { kind: 'disconnected', ...(id && { unknownOf: id }) } };
    }
  }

  /** Whether the person has settled what an action was refused for. */
  #isSettled(
    action: ProcedureName,
    refused: { readonly code: string; readonly data: unknown },
    id: string | undefined,
  ): Promise<boolean> {
    if (refused.code === 'clock-doubtful') return this.#parts.isClockRight(refused.data as DoubtfulClock);
    return id && isHelpedByPin(refused) ? this.#parts.isAgreed({ ...refused, action }) : Promise.resolve(false);
  }

  #answerOf<Name extends ProcedureName>(name: Name, outcome: Outcome<Name>, { id, again }: Sent): Answer<Name> {
    if ('invalid' in outcome) return { trouble: { kind: 'invalid', misfits: outcome.invalid } };
    if ('ok' in outcome) {
      if (id) this.#parts.fates.settle(id);
      if (!worksWhileClosed.has(name)) this.#parts.standing.answer();
      return { ok: outcome.ok };
    }
    const { refused } = outcome;
    if (refused.code === 'shop-cannot-open') this.#parts.standing.refuse(refused.data as NotOpen);
    if (refused.code === 'not-signed-in') this.#parts.onLocked();
    const isUnwritten =
      refused.code === 'cannot-write' && (refused.data as { happened: string }).happened === 'unknown';
    // A shop that went away in the middle comes back locked, and does not say what it did before.
    const isUnknown = isUnwritten || (again && refused.code === 'not-signed-in');
    if (!id || !isUnknown) return { trouble: { kind: 'refused', refusal: refused } };
    this.#parts.fates.follow(id);
    return { trouble: { kind: 'refused', refusal: refused, unknownOf: id } };
  }
}

/** The id of the action that was asked for, and whether that was once more because the shop went away. */
type Sent = { readonly id: string | undefined; readonly again: boolean };

/** Their answers say nothing about whether the shop stands open. */
const worksWhileClosed: ReadonlySet<ProcedureName> = new Set(['care.backups', 'care.restore', 'care.importAll']);

/** The id of an action, which a question about an action has too. */
function actionIdOf(name: ProcedureName, input: unknown): string | undefined {
  const { id } = input as { readonly id?: unknown };
  return typeof id === 'string' && name !== 'care.outcome' ? id : undefined;
}

function reportOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
