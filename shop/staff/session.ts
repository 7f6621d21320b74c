import { permissions as allPermissions, type Permission } from '../../contract/values/permissions.ts';
import type { ActorRow } from '../../db/queries/staff.ts';
import type { ReadStore } from '../../db/store.ts';

/** Who acts, as far as it matters to what may be done. */
export type Actor = {
  /** What events name the person by. */
  readonly person: string;
  readonly staffId: number | undefined;
  readonly role: string;
  /** Whether there are people at all; without them the owner does everything. */
  readonly manned: boolean;
  readonly permissions: ReadonlySet<Permission>;
  readonly saleLimitCents: number | null;
  readonly dayLimitCents: number | null;
  /** The own PIN was given again just before. */
  readonly confirmed: boolean;
  /** Who agreed to this action by PIN beside the person signed in. */
  readonly approver: Actor | undefined;
};

/** The owner of a shop without people. */
export const loneOwner: Actor = {
  person: 'owner',
  staffId: undefined,
  role: 'owner',
  manned: false,
  permissions: new Set(allPermissions),
  saleLimitCents: null,
  dayLimitCents: null,
  confirmed: true,
  approver: undefined,
};

/** A PIN given for the next action counts for so long. */
const freshForMs = 120_000;

/** After so many wrong PINs in a row, in seconds; before, none, and the last for all that follow. */
const waits: readonly number[] = [0, 0, 0, 0, 0, 30, 60, 120, 300, 900, 3600];

type Given = { readonly name: string; readonly until: number };

/**
 * Who is at the desk. One PC has one desk: all its windows show the same person, and a process that starts anew starts locked.
 * Waiting goes by a clock that nobody can set, and begins anew with the process: neither a new start nor another time of day shortens it.
 */
export class DeskSession {
  readonly #steady: () => number;
  readonly #startedAt: number;
  readonly #lastGuess = new Map<number, number>();
  #name: string | undefined;
  #confirmed: Given | undefined;
  #vouched: Given | undefined;

  /** `steady`: milliseconds of a clock that only runs forward. */
  constructor(steady: () => number) {
    this.#steady = steady;
    this.#startedAt = steady();
  }

  signIn(name: string): void {
    this.signOut();
    this.#name = name;
  }

  signOut(): void {
    this.#name = undefined;
    this.forgetGiven();
  }

  /** The PIN of somebody was given again; it means nothing when somebody else is there by now. */
  confirm(name: string): void {
    if (this.#name === name) this.#confirmed = { name, until: this.#steady() + freshForMs };
  }

  /** Somebody agrees to what another does next; it means nothing when that one is gone by now. */
  vouch(name: string, { beside }: { readonly beside: string }): void {
    if (this.#name === beside) this.#vouched = { name, until: this.#steady() + freshForMs };
  }

  /** What was given for the next action counts for that one alone. */
  forgetGiven(): void {
    this.#confirmed = undefined;
    this.forgetVouched();
  }

  /** Nobody agrees to what comes next. */
  forgetVouched(): void {
    this.#vouched = undefined;
  }

  /** Who acts; nobody while the desk is locked. Read anew for each call: a role that was changed counts at once. */
  actor({ staff }: Pick<ReadStore, 'staff'>): Actor | undefined {
    if (!staff.isManned()) return loneOwner;
    const row = this.#name === undefined ? undefined : staff.actor(this.#name);
    if (!row) return undefined;
    const isFresh = (given: Given | undefined): given is Given => given !== undefined && given.until > this.#steady();
    const approver = isFresh(this.#vouched) ? staff.actor(this.#vouched.name) : undefined;
    return { ...actorOf(row), confirmed: isFresh(this.#confirmed), approver: approver && actorOf(approver) };
  }

  /** How long the next guess at somebody's PIN has to wait, in milliseconds. */
  waitFor(staffId: number, failures: number): number {
    const seconds = waits[Math.min(failures, waits.length - 1)] ?? 0;
    const since = this.#steady() - (this.#lastGuess.get(staffId) ?? this.#startedAt);
    return Math.max(0, seconds * 1000 - since);
  }

  guessed(staffId: number): void {
    this.#lastGuess.set(staffId, this.#steady());
  }
}

/** Somebody of the shop, with what the role allows now. */
function actorOf({ id, name, role, permissions, saleLimitCents, dayLimitCents }: ActorRow): Actor {
  const allowed = role === 'owner' ? allPermissions : (JSON.parse(permissions) as Permission[]);
  return {
    person: name,
    staffId: id,
    role,
    manned: true,
    permissions: new Set(allowed),
    saleLimitCents,
    dayLimitCents,
    confirmed: false,
    approver: undefined,
  };
}
