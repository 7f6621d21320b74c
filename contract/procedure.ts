import { z } from 'zod';
import type { RefusalCode } from './refusals.ts';
import type { Need } from './values/permissions.ts';

/**
 * How a procedure runs.
 * - `read`: short, on the reader connection of the shop process.
 * - `jot`: keeps something that is no part of the books (a draft): no event, no ledger.
 * - `action`: one business action in one transaction on the writer.
 * - `long-read`: on a read-only connection in a worker; has progress and cancel.
 * - `long-action`: yields between transactions of its own; has progress and cancel.
 * - `keeping`: about the file as a whole. Works while the shop cannot be opened, and may put another file in its place.
 * - `session`: about who is at the desk, which is kept in no file.
 */
export type ProcedureKind = 'read' | 'jot' | 'action' | 'long-read' | 'long-action' | 'keeping' | 'session';

export type Procedure<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Code extends RefusalCode = RefusalCode,
  Kind extends ProcedureKind = ProcedureKind,
> = {
  readonly about: string;
  readonly kind: Kind;
  /** What whoever calls it must be allowed to do once there are people; before that everybody is the owner. */
  readonly needs: Need;
  readonly input: In;
  readonly output: Out;
  readonly refusals: readonly Code[];
};

/** Declares a procedure: what goes in, what comes out and every refusal it may answer with, in one place. */
export function procedure<
  In extends z.ZodType,
  Out extends z.ZodType,
  Kind extends ProcedureKind,
  const Code extends RefusalCode = never,
>(declaration: Procedure<In, Out, Code, Kind>): Procedure<In, Out, Code, Kind> {
  return declaration;
}

/** The caller's id of an action: the same id with the same content gives the first result again (DESIGN §6 rule 12). */
export const actionIdSchema = z.uuid();
