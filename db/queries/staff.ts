import type { Orm } from '../open.ts';

export type StaffRow = {
  readonly id: number;
  readonly name: string;
  readonly role: string;
  readonly active: number;
  readonly at: string;
  readonly failures: number;
  readonly hasRecovery: number;
};
export type RoleRow = {
  readonly name: string;
  readonly permissions: string;
  readonly saleLimitCents: number | null;
  readonly dayLimitCents: number | null;
};
/** A person with what the role allows now. */
export type ActorRow = { readonly id: number; readonly name: string } & Omit<RoleRow, 'name'> & {
    readonly role: string;
  };
export type SecretKind = 'pin' | 'recovery';
export type SecretRow = { readonly cost: number; readonly salt: string; readonly hash: string };

const role = `name, permissions, sale_limit_cents AS saleLimitCents, day_limit_cents AS dayLimitCents`;

/** Who is there and what they may do. */
export function staffReads({ $client: raw }: Orm) {
  const isManned = raw.prepare('SELECT 1 FROM staff WHERE id = 1').pluck();
  const all = raw.prepare(`SELECT s.id, s.name, s.role, s.active, s.at, coalesce(g.failures, 0) AS failures,
      EXISTS (SELECT 1 FROM staff_secrets WHERE staff_id = s.id AND kind = 'recovery') AS hasRecovery
    FROM staff s LEFT JOIN staff_guesses g ON g.staff_id = s.id ORDER BY s.id`);
  const byKey = raw.prepare('SELECT id, name, role, active FROM staff WHERE name_key = ?');
  const actor =
    raw.prepare(`SELECT s.id, s.name, s.role, r.permissions, r.sale_limit_cents AS saleLimitCents, r.day_limit_cents AS dayLimitCents
    FROM staff s JOIN staff_roles r ON r.id = (SELECT max(id) FROM staff_roles WHERE name = s.role)
    WHERE s.name = ? AND s.active = 1`);
  const roles = raw.prepare(
    `SELECT ${role} FROM staff_roles WHERE id IN (SELECT max(id) FROM staff_roles GROUP BY name) ORDER BY name`,
  );
  const others = raw
    .prepare(`SELECT 1 FROM staff s JOIN role_permissions m ON m.role = s.role AND m.permission = @permission
    WHERE s.active = 1 AND s.name <> @name`)
    .pluck();
  const owners = raw.prepare(`SELECT count(*) FROM staff WHERE active = 1 AND role = 'owner'`).pluck();
  const secret = raw.prepare(
    'SELECT cost, salt, hash FROM staff_secrets WHERE staff_id = ? AND kind = ? ORDER BY id DESC LIMIT 1',
  );
  const failures = raw.prepare('SELECT failures FROM staff_guesses WHERE staff_id = ?').pluck();
  const opener =
    raw.prepare(`SELECT s.person, e.day FROM return_steps s LEFT JOIN journal_of_events e ON e.seq = s.event_seq
    WHERE s.return_id = ? AND s.step = 'request' ORDER BY s.id LIMIT 1`);
  const payer = raw
    .prepare('SELECT e.person FROM payouts p JOIN journal_of_events e ON e.seq = p.event_seq WHERE p.id = ?')
    .pluck();
  const standing = `p.amount_cents > 0 AND p.exchange_sale_id IS NULL AND NOT EXISTS (SELECT 1 FROM payouts v WHERE v.voids_payout_id = p.id)`;
  const paidOn = raw
    .prepare(`SELECT coalesce(sum(p.amount_cents), 0) FROM payouts p JOIN journal_of_events e ON e.seq = p.event_seq
    WHERE p.day = @day AND e.person = @person AND ${standing}`)
    .pluck();
  const paidFor = raw
    .prepare(`SELECT coalesce(sum(p.amount_cents), 0) FROM returns r JOIN credit_notes n ON n.return_id = r.id
    JOIN payouts p ON p.credit_note_id = n.id WHERE r.sale_id = @saleId AND ${standing}`)
    .pluck();
  const paidOfMatched = raw
    .prepare(`SELECT coalesce(sum(p.amount_cents), 0) FROM returns r JOIN credit_notes n ON n.return_id = r.id
    JOIN payouts p ON p.credit_note_id = n.id WHERE r.matched_sale_id = @saleId AND ${standing}`)
    .pluck();
  return {
    /** Whether there is anybody at all; without people the owner does everything. */
    isManned: () => isManned.get() !== undefined,
    all: () => all.all() as StaffRow[],
    byKey: (nameKey: string) => byKey.get(nameKey) as Pick<StaffRow, 'id' | 'name' | 'role' | 'active'> | undefined,
    /** Somebody who is still there, by the name as it was given. */
    actor: (name: string) => actor.get(name) as ActorRow | undefined,
    roles: () => roles.all() as RoleRow[],
    /** Whether anybody else who is there may do something. */
    hasOther: (asked: { readonly permission: string; readonly name: string }) => others.get(asked) !== undefined,
    owners: () => owners.get() as number,
    secret: (staffId: number, kind: SecretKind) => secret.get(staffId, kind) as SecretRow | undefined,
    failures: (staffId: number) => (failures.get(staffId) as number | undefined) ?? 0,
    /** Who asked for a return, and on which day; no day when that is the event being written. */
    opener: (returnId: number) => opener.get(returnId) as { person: string; day: string | null } | undefined,
    payer: (payoutId: number) => payer.get(payoutId) as string | undefined,
    /** What a person gave back on a day in money and still stands. */
    paidBy: (asked: { readonly person: string; readonly day: string }) => paidOn.get(asked) as number,
    /** What was given back in money for a sale by anybody and still stands. */
    paidForSale: (saleId: number) => (paidFor.get({ saleId }) as number) + (paidOfMatched.get({ saleId }) as number),
  };
}

/** Guesses are counted beside the books. */
export function staffWrites({ $client: raw }: Orm) {
  const count = raw.prepare(
    'INSERT INTO staff_guesses (staff_id, failures) VALUES (?, 1) ON CONFLICT (staff_id) DO UPDATE SET failures = failures + 1',
  );
  const clear = raw.prepare('DELETE FROM staff_guesses WHERE staff_id = ?');
  return {
    countGuess: (staffId: number) => void count.run(staffId),
    forgetGuesses: (staffId: number) => void clear.run(staffId),
  };
}
