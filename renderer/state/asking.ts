import type { Input, Misfit, Outcome, Output, ProcedureName, RefusalOf } from '../../contract/api.ts';
import { type CallOptions, Disconnected } from '../../contract/wire.ts';
import type { DoubtfulClock } from './clock-doubt.svelte.ts';
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
  /** Of which actions it is not known whether they happened. */
  readonly fates: { follow(id: string): void; settle(id: string): void };
  /** An action was interrupted, done again under the same id, and is saved. */
  readonly onSavedAfterAll: () => void;
};

/**
 * The one way every call of the window goes. Never rejects: what is not the answer is a `Trouble` to show. An action that was interrupted is
 * asked for until it is known what became of it; one that was refused for the clock waits until somebody has said that the clock is right.
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
      if (!('refused' in outcome) || outcome.refused.code !== 'clock-doubtful') {
        if (again && id && 'ok' in outcome) this.#parts.onSavedAfterAll();
        return this.#answerOf(name, outcome, id);
      }
      const isRight = await this.#parts.isClockRight(outcome.refused.data as DoubtfulClock);
      return isRight ? await this.ask(name, input, options) : this.#answerOf(name, outcome, id);
    } catch (error) {
      if (!(error instanceof Disconnected)) return { trouble: { kind: 'unexpected', report: reportOf(error) } };
      if (id) this.#parts.fates.follow(id);
      return { trouble: { kind: 'disconnected', ...(id && { unknownOf: id }) } };
    }
  }

  #answerOf<Name extends ProcedureName>(name: Name, outcome: Outcome<Name>, id: string | undefined): Answer<Name> {
    if ('invalid' in outcome) return { trouble: { kind: 'invalid', misfits: outcome.invalid } };
    if ('ok' in outcome) {
      if (id) this.#parts.fates.settle(id);
      if (!worksWhileClosed.has(name)) this.#parts.standing.answer();
      return { ok: outcome.ok };
    }
    const { refused } = outcome;
    if (refused.code === 'shop-cannot-open') this.#parts.standing.refuse(refused.data as NotOpen);
    const isUnknown = refused.code === 'cannot-write' && (refused.data as { happened: string }).happened === 'unknown';
    if (!id || !isUnknown) return { trouble: { kind: 'refused', refusal: refused } };
    this.#parts.fates.follow(id);
    return { trouble: { kind: 'refused', refusal: refused, unknownOf: id } };
  }
}

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
