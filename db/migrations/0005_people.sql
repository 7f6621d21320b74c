-- People at the desk: who they are, what they may do, their PINs, and that nobody decides alone on what they took in
-- (docs/decisions/027-people.md). A shop without people works as it did: its owner does everything.
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  -- Never changed and never given to another: events name people by it.
  name TEXT NOT NULL UNIQUE CHECK (name NOT IN ('', 'owner', 'policy', 'nobody')),
  -- The name without its case and width, so that no two look the same.
  name_key TEXT NOT NULL UNIQUE CHECK (name_key NOT IN ('', 'owner', 'policy', 'nobody')),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  -- After the newest change.
  role TEXT,
  active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX staff_by_active ON staff (active, name);
--> statement-breakpoint
-- A role as it was saved; the newest of its name counts.
CREATE TABLE staff_roles (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  permissions TEXT NOT NULL CHECK (json_valid(permissions) AND json_type(permissions) = 'array'),
  sale_limit_cents INTEGER CHECK (sale_limit_cents >= 0),
  day_limit_cents INTEGER CHECK (day_limit_cents >= 0),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX staff_roles_by_name ON staff_roles (name, id);
--> statement-breakpoint
-- What each role may do now, kept by the trigger below.
CREATE TABLE role_permissions (
  role TEXT NOT NULL,
  permission TEXT NOT NULL,
  PRIMARY KEY (role, permission)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE staff_changes (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  role TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX staff_changes_by_staff ON staff_changes (staff_id, id);
--> statement-breakpoint
-- What a PIN or an owner's way back is checked by; the newest of its kind counts. cost is the power of two of scrypt's N.
CREATE TABLE staff_secrets (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('pin', 'recovery')),
  cost INTEGER NOT NULL CHECK (cost BETWEEN 14 AND 20),
  salt TEXT NOT NULL CHECK (length(salt) = 32),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX staff_secrets_by_staff ON staff_secrets (staff_id, kind, id);
--> statement-breakpoint
-- Wrong PINs in a row. No part of the books: a guess writes nothing into them.
CREATE TABLE staff_guesses (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE RESTRICT,
  failures INTEGER NOT NULL CHECK (failures >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER staff_bare BEFORE INSERT ON staff
WHEN NEW.role IS NOT NULL OR NEW.active <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_fit BEFORE INSERT ON staff_changes
WHEN NOT EXISTS (SELECT 1 FROM staff_roles WHERE name = NEW.role)
BEGIN SELECT RAISE(ABORT, 'a person has a role that there is'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_sum AFTER INSERT ON staff_changes BEGIN
  UPDATE staff SET role = NEW.role, active = NEW.active WHERE id = NEW.staff_id;
END;
--> statement-breakpoint
-- Rights are looked up in sums: nobody lends themselves one by another program, not even for a moment.
CREATE TRIGGER staff_as_changed BEFORE UPDATE OF role, active ON staff
WHEN NOT EXISTS (SELECT 1 FROM staff_changes WHERE id = (SELECT max(id) FROM staff_changes WHERE staff_id = NEW.id) AND role = NEW.role AND active = NEW.active)
BEGIN SELECT RAISE(ABORT, 'a person is what the newest change says'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_owner BEFORE INSERT ON staff_roles
WHEN NEW.name = 'owner' AND (EXISTS (SELECT 1 FROM staff_roles WHERE name = 'owner')
  OR (SELECT count(*) FROM json_each(NEW.permissions) WHERE value IN ('approval', 'voids', 'shop')) <> 3)
BEGIN SELECT RAISE(ABORT, 'the owner may always do everything'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_sum AFTER INSERT ON staff_roles BEGIN
  DELETE FROM role_permissions WHERE role = NEW.name AND permission NOT IN (SELECT value FROM json_each(NEW.permissions));
  INSERT INTO role_permissions (role, permission) SELECT DISTINCT NEW.name, value FROM json_each(NEW.permissions)
    WHERE value NOT IN (SELECT permission FROM role_permissions WHERE role = NEW.name);
END;
--> statement-breakpoint
CREATE TRIGGER role_permissions_added BEFORE INSERT ON role_permissions
WHEN NOT EXISTS (SELECT 1 FROM staff_roles r, json_each(r.permissions) WHERE r.id = (SELECT max(id) FROM staff_roles WHERE name = NEW.role) AND value = NEW.permission)
BEGIN SELECT RAISE(ABORT, 'a role may do what its newest row says'); END;
--> statement-breakpoint
CREATE TRIGGER role_permissions_left BEFORE DELETE ON role_permissions
WHEN EXISTS (SELECT 1 FROM staff_roles r, json_each(r.permissions) WHERE r.id = (SELECT max(id) FROM staff_roles WHERE name = OLD.role) AND value = OLD.permission)
BEGIN SELECT RAISE(ABORT, 'a role may do what its newest row says'); END;
--> statement-breakpoint
CREATE TRIGGER role_permissions_kept BEFORE UPDATE ON role_permissions
BEGIN SELECT RAISE(ABORT, 'a role may do what its newest row says'); END;
--> statement-breakpoint
CREATE INDEX return_steps_decided ON return_steps (event_seq) WHERE step IN ('approve', 'value', 'waive', 'match', 'void');
--> statement-breakpoint
-- Once there are people, each event is by one of them, and there is always an owner. A file that is put in place of a damaged one may not
-- know who is there.
CREATE TRIGGER journal_of_events_by_staff BEFORE INSERT ON journal_of_events
WHEN EXISTS (SELECT 1 FROM staff WHERE id = 1)
BEGIN
  SELECT RAISE(ABORT, 'an event names its person') WHERE EXISTS (SELECT 1 FROM staff WHERE id = 1 AND event_seq < NEW.seq)
    AND NEW.kind NOT IN ('care.restore', 'care.importAll') AND NOT EXISTS (SELECT 1 FROM staff WHERE name = NEW.person);
  SELECT RAISE(ABORT, 'a shop has an owner') WHERE NOT EXISTS (SELECT 1 FROM staff WHERE active = 1 AND role = 'owner');
END;
--> statement-breakpoint
-- What was taken in by one person is decided on by another who may; by the same only from the next day on, and only when nobody else may.
-- Goods that are here and matched against what the policy says are decided on by their match. The policy agrees to what it accepts. What a
-- file says of its own returns was decided elsewhere.
CREATE TRIGGER journal_of_events_other_eyes BEFORE INSERT ON journal_of_events
WHEN EXISTS (SELECT 1 FROM staff WHERE id = 1)
BEGIN
  SELECT RAISE(ABORT, 'the policy agrees to what it accepts') FROM return_steps s JOIN returns r ON r.id = s.return_id
    WHERE s.event_seq = NEW.seq AND s.step IN ('approve', 'value', 'waive', 'match', 'void') AND s.person = 'policy'
      AND NOT (s.step = 'approve' AND coalesce((SELECT verdict_outcome FROM return_matches WHERE return_id = r.id), r.verdict_outcome) = 'accept');
  SELECT RAISE(ABORT, 'who decides may do so') FROM return_steps s
    WHERE s.event_seq = NEW.seq AND s.step IN ('approve', 'value', 'waive', 'match', 'void') AND s.person <> 'policy'
      AND NOT (NEW.kind LIKE 'imports.%' AND s.step = 'approve' AND (SELECT reference FROM returns WHERE id = s.return_id) IS NOT NULL)
      AND (s.step <> 'match' OR (s.from_stage <> 'requested' AND EXISTS (SELECT 1 FROM return_matches WHERE return_id = s.return_id AND event_seq = NEW.seq AND verdict_outcome <> 'accept')))
      AND NOT EXISTS (SELECT 1 FROM staff p JOIN role_permissions m ON m.role = p.role AND m.permission = iif(s.step = 'void', 'voids', 'approval') WHERE p.name = s.person AND p.active = 1);
  SELECT RAISE(ABORT, 'nobody decides on what they took in') FROM return_steps s JOIN return_steps o ON o.return_id = s.return_id AND o.step = 'request' AND o.person = s.person
    WHERE s.event_seq = NEW.seq AND s.step IN ('approve', 'value', 'waive', 'match', 'void') AND s.step <> 'void'
      AND NOT (NEW.kind LIKE 'imports.%' AND s.step = 'approve' AND (SELECT reference FROM returns WHERE id = s.return_id) IS NOT NULL)
      AND (s.step <> 'match' OR (s.from_stage <> 'requested' AND EXISTS (SELECT 1 FROM return_matches WHERE return_id = s.return_id AND event_seq = NEW.seq AND verdict_outcome <> 'accept')))
      AND (coalesce((SELECT day FROM journal_of_events WHERE seq = o.event_seq), NEW.day) >= NEW.day OR EXISTS (
        SELECT 1 FROM staff p JOIN role_permissions m ON m.role = p.role AND m.permission = 'approval' WHERE p.active = 1 AND p.name <> s.person));
  SELECT RAISE(ABORT, 'a refund is taken back by another person') FROM return_steps s JOIN credit_notes n ON n.return_id = s.return_id
    JOIN payouts c ON c.credit_note_id = n.id AND c.event_seq = NEW.seq
    JOIN payouts p ON p.id = c.voids_payout_id JOIN journal_of_events e ON e.seq = p.event_seq
    WHERE s.event_seq = NEW.seq AND s.step IN ('approve', 'value', 'waive', 'match', 'void') AND s.step = 'void' AND s.person = e.person AND EXISTS (
      SELECT 1 FROM staff p JOIN role_permissions m ON m.role = p.role AND m.permission = 'voids' WHERE p.active = 1 AND p.name <> s.person);
END;
--> statement-breakpoint
-- What every table of facts has.
CREATE TRIGGER staff_kept BEFORE UPDATE OF id, event_seq, name, name_key, at, person ON staff BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_stays BEFORE DELETE ON staff BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER staff_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON staff BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_in_order AFTER INSERT ON staff
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM staff WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM staff WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER staff_posted BEFORE INSERT ON staff
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER staff_once BEFORE INSERT ON staff
WHEN EXISTS (SELECT 1 FROM staff WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM staff WHERE name = NEW.name)
  OR EXISTS (SELECT 1 FROM staff WHERE name_key = NEW.name_key)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_kept BEFORE UPDATE ON staff_roles BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_stays BEFORE DELETE ON staff_roles BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON staff_roles BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_in_order AFTER INSERT ON staff_roles
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM staff_roles WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM staff_roles WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_posted BEFORE INSERT ON staff_roles
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER staff_roles_once BEFORE INSERT ON staff_roles
WHEN EXISTS (SELECT 1 FROM staff_roles WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_kept BEFORE UPDATE ON staff_changes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_stays BEFORE DELETE ON staff_changes BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON staff_changes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_in_order AFTER INSERT ON staff_changes
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM staff_changes WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM staff_changes WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_posted BEFORE INSERT ON staff_changes
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER staff_changes_once BEFORE INSERT ON staff_changes
WHEN EXISTS (SELECT 1 FROM staff_changes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER staff_secrets_kept BEFORE UPDATE ON staff_secrets BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_secrets_stays BEFORE DELETE ON staff_secrets BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER staff_secrets_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON staff_secrets BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER staff_secrets_in_order AFTER INSERT ON staff_secrets
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM staff_secrets WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM staff_secrets WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER staff_secrets_posted BEFORE INSERT ON staff_secrets
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER staff_secrets_once BEFORE INSERT ON staff_secrets
WHEN EXISTS (SELECT 1 FROM staff_secrets WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
