import { randomUUID } from 'node:crypto';
import type { ProcedureName } from '../contract/api.ts';
import type { WriteStore } from '../db/store.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { refuseDoubtfulClock } from './care/clock.ts';
import type { ActionContext, ActionEvent, RunAction } from './context.ts';
import { contextOf } from './read-context.ts';
import { Refused, refuse } from './refused.ts';
import type { Actor } from './staff/session.ts';

type Running = {
  readonly writer: WriteStore;
  readonly folder: string;
  readonly clock: () => number;
  readonly onChanged: (by: ProcedureName) => void;
};

/** What nobody should be able to find out from the fingerprint of an input by trying: it is no part of it. */
const secretFields: readonly string[] = ['pin', 'recoveryCode'];

/** The caller's id and what it was sent with; an action without an id of its own gets one that nobody can repeat. */
export function identify(name: ProcedureName, input: unknown): { actionId: string; inputSha256: string } {
  const { id, ...sent } = input as { id?: string };
  const content = Object.fromEntries(Object.entries(sent).filter(([field]) => !secretFields.includes(field)));
  return { actionId: id ?? randomUUID(), inputSha256: sha256(`${name}\n${canonicalJson(content)}`) };
}

/** What an action answered the first time; refused when the id was used for something else (DESIGN §6 rule 12). */
export function firstResult({ desk }: WriteStore, { actionId, inputSha256 }: ActionEvent): unknown {
  const earlier = desk.eventOfAction(actionId);
  if (!earlier) return undefined;
  if (earlier.inputSha256 !== inputSha256) return refuse('id-used', { id: actionId });
  return withSeal(JSON.parse(earlier.result), earlier.hash);
}

/** One action = one transaction = one event at the end of the chain. Refusals and bugs leave no trace. */
export function actionRunner(
  { writer, folder, clock, onChanged }: Running,
  { name, actor }: { readonly name: ProcedureName; readonly actor: Actor },
): RunAction {
  return <T>({ at, ...event }: ActionEvent, work: (context: ActionContext) => T | Refused): T | Refused => {
    let isNew = true;
    const result = writer.transaction<T | Refused>(
      () => {
        const again = firstResult(writer, event);
        if (again !== undefined) {
          isNew = false;
          return again as T | Refused;
        }
        writer.facts.begin();
        const moment = at === undefined ? clock : () => Date.parse(at);
        const world = contextOf({ clock: moment, folder }, writer);
        const context: ActionContext = {
          ...world,
          person: actor.person,
          actor,
          ...(at !== undefined && { today: world.clockDay }),
        };
        const doubted = at === undefined && name !== 'care.confirmClock' ? refuseDoubtfulClock(context) : undefined;
        if (doubted) return doubted as unknown as Refused;
        const done = work(context);
        if (done instanceof Refused) return done;
        // Made-up trade has its own days; its events follow the others all the same.
        const { now, person } = context;
        const approver = actor.approver?.person ?? null;
        const sealed = { ...event, at: now, day: world.today, person, approver, result: JSON.stringify(done) };
        return withSeal(done, writer.facts.seal(sealed));
      },
      (done) => !(done instanceof Refused),
    );
    if (isNew && !(result instanceof Refused)) onChanged(name);
    return result;
  };
}

/**
 * An answer that shows the newest event of a return shows the event it is itself part of, whose hash is known only once the answer has
 * been sealed into it. Views leave the fingerprint empty until then.
 */
function withSeal<T>(result: T, hash: string): T {
  if (result === null || typeof result !== 'object') return result;
  if ('fingerprint' in result && result.fingerprint === '') return { ...result, fingerprint: hash };
  if ('return' in result) return { ...result, return: withSeal(result.return, hash) };
  return result;
}
