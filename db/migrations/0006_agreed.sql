-- Who agreed to an action beside the person signed in stands in its event (docs/decisions/027-people.md): with whose right or limit it was done.
ALTER TABLE journal_of_events ADD COLUMN approver TEXT CHECK (approver <> person);
--> statement-breakpoint
CREATE TRIGGER journal_of_events_agreed BEFORE INSERT ON journal_of_events
WHEN NEW.approver IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'who agrees is somebody of the shop') WHERE NOT EXISTS (
    SELECT 1 FROM staff p JOIN staff_changes c ON c.id = (SELECT max(id) FROM staff_changes WHERE staff_id = p.id AND event_seq < NEW.seq)
    WHERE p.name = NEW.approver AND c.active = 1);
END;
