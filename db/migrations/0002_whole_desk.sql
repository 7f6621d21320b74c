-- The whole desk: policies, photos, arrivals without an order, repair, claims, fees, exchanges, store credit (docs/decisions/013-the-whole-desk.md).
-- Checks that name more words than before are widened in the schema itself, as SQLite documents for changes that touch no row:
-- rebuilding a table of a million moves for one more word would take the shop minutes.
PRAGMA writable_schema = ON;
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, '(''S'', ''R'', ''C'', ''P'', ''J'')', '(''S'', ''R'', ''C'', ''P'', ''J'', ''T'', ''L'', ''V'')') WHERE type = 'table' AND name = 'documents';
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, '''scrapped'', ''difference'')', '''scrapped'', ''difference'', ''regraded'')') WHERE type = 'table' AND name = 'stock_moves';
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, '''scrapped'', ''difference'')', '''scrapped'', ''difference'', ''regraded'')') WHERE type = 'table' AND name = 'stock_balances';
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, 'credited_milli BETWEEN 0 AND inspected_milli - sent_back_milli)', 'credited_milli BETWEEN 0 AND inspected_milli - sent_back_milli + waived_milli)') WHERE type = 'table' AND name = 'return_lines';
--> statement-breakpoint
UPDATE sqlite_schema SET sql = substr(sql, 1, instr(sql, ',
  UNIQUE (return_id, line_no)') - 1) || ',
  waived_milli INTEGER NOT NULL DEFAULT 0 CHECK (waived_milli BETWEEN 0 AND requested_milli - received_milli)' || substr(sql, instr(sql, ',
  UNIQUE (return_id, line_no)')) WHERE type = 'table' AND name = 'return_lines';
--> statement-breakpoint
PRAGMA writable_schema = RESET;
--> statement-breakpoint
CREATE TABLE suppliers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  phone TEXT,
  email TEXT,
  -- Days after the goods came within which the supplier takes a claim.
  claim_days INTEGER CHECK (claim_days > 0),
  note TEXT
) STRICT;
--> statement-breakpoint
ALTER TABLE products ADD COLUMN category TEXT;
--> statement-breakpoint
ALTER TABLE products ADD COLUMN supplier_id INTEGER REFERENCES suppliers (id) ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE products ADD COLUMN price_e4 INTEGER CHECK (price_e4 >= 0);
--> statement-breakpoint
ALTER TABLE products ADD COLUMN tracking TEXT CHECK (tracking IN ('serial', 'batch'));
--> statement-breakpoint
ALTER TABLE products ADD COLUMN accessories TEXT CHECK (json_valid(accessories));
--> statement-breakpoint
ALTER TABLE products ADD COLUMN twin_of INTEGER REFERENCES products (id) ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE products ADD COLUMN twin_grade TEXT CHECK ((twin_grade IS NULL) = (twin_of IS NULL));
--> statement-breakpoint
ALTER TABLE products ADD COLUMN flaw TEXT;
--> statement-breakpoint
ALTER TABLE customers ADD COLUMN email TEXT;
--> statement-breakpoint
ALTER TABLE customers ADD COLUMN locale TEXT CHECK (locale IN ('zh-CN', 'en'));
--> statement-breakpoint
ALTER TABLE customers ADD COLUMN vip TEXT;
--> statement-breakpoint
ALTER TABLE sales ADD COLUMN signed_on TEXT CHECK (date(signed_on) IS signed_on);
--> statement-breakpoint
ALTER TABLE sales ADD COLUMN exchange_of INTEGER REFERENCES returns (id) ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE sale_lines ADD COLUMN bundle TEXT;
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN verdict_terms TEXT CHECK (json_valid(verdict_terms));
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN policy_id INTEGER REFERENCES policies (id) ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN signed_on TEXT CHECK (date(signed_on) IS signed_on);
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN visit TEXT;
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN parent_id INTEGER REFERENCES returns (id) ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN courier TEXT;
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN waybill TEXT;
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN freight_cents INTEGER CHECK (freight_cents >= 0);
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN matched_sale_id INTEGER REFERENCES sales (id) ON DELETE RESTRICT;
--> statement-breakpoint
ALTER TABLE return_lines ADD COLUMN condition TEXT CHECK (condition IN ('sealed', 'opened', 'used', 'damaged'));
--> statement-breakpoint
ALTER TABLE return_lines ADD COLUMN missing TEXT CHECK (json_valid(missing));
--> statement-breakpoint
ALTER TABLE return_lines ADD COLUMN serial TEXT;
--> statement-breakpoint
ALTER TABLE return_lines ADD COLUMN batch TEXT;
--> statement-breakpoint
ALTER TABLE receipts ADD COLUMN condition TEXT CHECK (condition IN ('ok', 'damaged'));
--> statement-breakpoint
ALTER TABLE receipts ADD COLUMN serial TEXT;
--> statement-breakpoint
ALTER TABLE receipts ADD COLUMN note TEXT;
--> statement-breakpoint
ALTER TABLE inspections ADD COLUMN checklist TEXT CHECK (json_valid(checklist));
--> statement-breakpoint
ALTER TABLE inspections ADD COLUMN suggestion TEXT CHECK (json_valid(suggestion));
--> statement-breakpoint
ALTER TABLE inspections ADD COLUMN twin_id INTEGER REFERENCES products (id) ON DELETE RESTRICT CHECK (twin_id IS NULL OR disposition = 'resell');
--> statement-breakpoint
ALTER TABLE payouts ADD COLUMN exchange_sale_id INTEGER REFERENCES sales (id) ON DELETE RESTRICT;
--> statement-breakpoint
CREATE TABLE policies (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  valid_from TEXT NOT NULL CHECK (date(valid_from) IS valid_from),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX policies_by_day ON policies (valid_from, id);
--> statement-breakpoint
CREATE TABLE sale_units (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  sale_line_id INTEGER NOT NULL REFERENCES sale_lines (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('serial', 'batch')),
  code TEXT NOT NULL CHECK (code <> ''),
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  UNIQUE (sale_line_id, code),
  CHECK (kind = 'batch' OR quantity_milli = 1000)
) STRICT;
--> statement-breakpoint
CREATE INDEX sale_units_by_code ON sale_units (code);
--> statement-breakpoint
CREATE TABLE return_matches (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL UNIQUE REFERENCES returns (id) ON DELETE RESTRICT,
  sale_id INTEGER NOT NULL REFERENCES sales (id) ON DELETE RESTRICT,
  verdict_outcome TEXT NOT NULL CHECK (verdict_outcome IN ('accept', 'review', 'reject')),
  verdict_rules TEXT NOT NULL CHECK (json_valid(verdict_rules)),
  verdict_terms TEXT NOT NULL CHECK (json_valid(verdict_terms)),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE photos (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  return_line_id INTEGER REFERENCES return_lines (id) ON DELETE RESTRICT,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX photos_by_return ON photos (return_id);
--> statement-breakpoint
CREATE TABLE line_valuations (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_line_id INTEGER NOT NULL UNIQUE REFERENCES return_lines (id) ON DELETE RESTRICT,
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  tax_cents INTEGER NOT NULL CHECK (tax_cents BETWEEN 0 AND value_cents),
  why TEXT NOT NULL CHECK (why <> ''),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE waivers (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_line_id INTEGER NOT NULL REFERENCES return_lines (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  why TEXT NOT NULL CHECK (why <> ''),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX waivers_by_line ON waivers (return_line_id);
--> statement-breakpoint
CREATE TABLE credit_note_extras (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  credit_note_id INTEGER NOT NULL REFERENCES credit_notes (id) ON DELETE RESTRICT,
  return_line_id INTEGER REFERENCES return_lines (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('delivery', 'freight-paid', 'restocking', 'freight-kept', 'bundle-kept', 'missing-parts', 'delivery-lost', 'other-fee')),
  cents INTEGER NOT NULL CHECK (cents > 0),
  tax_cents INTEGER NOT NULL CHECK (tax_cents BETWEEN 0 AND cents),
  note TEXT,
  CHECK (kind NOT IN ('delivery', 'freight-paid') OR (tax_cents = 0 AND return_line_id IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX credit_note_extras_by_note ON credit_note_extras (credit_note_id);
--> statement-breakpoint
CREATE TABLE store_credits (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  customer_id INTEGER REFERENCES customers (id) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  expires_on TEXT CHECK (date(expires_on) IS expires_on AND expires_on >= day),
  balance_cents INTEGER NOT NULL DEFAULT 0 CHECK (balance_cents >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX store_credits_by_customer ON store_credits (customer_id) WHERE customer_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX store_credits_standing ON store_credits (expires_on) WHERE balance_cents > 0;
--> statement-breakpoint
CREATE TABLE store_credit_events (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  store_credit_id INTEGER NOT NULL REFERENCES store_credits (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('issued', 'used', 'expired', 'voided')),
  cents INTEGER NOT NULL CHECK ((cents > 0) = (kind = 'issued') AND cents <> 0),
  document TEXT NOT NULL REFERENCES documents (number) ON DELETE RESTRICT,
  payout_id INTEGER UNIQUE REFERENCES payouts (id) ON DELETE RESTRICT,
  sale_id INTEGER REFERENCES sales (id) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK (kind IN ('issued', 'voided') OR payout_id IS NULL),
  CHECK (kind = 'used' OR sale_id IS NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX store_credit_events_by_credit ON store_credit_events (store_credit_id);
--> statement-breakpoint
CREATE INDEX store_credit_events_by_sale ON store_credit_events (sale_id) WHERE sale_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE repair_tickets (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  inspection_id INTEGER NOT NULL UNIQUE REFERENCES inspections (id) ON DELETE RESTRICT,
  return_line_id INTEGER NOT NULL REFERENCES return_lines (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  day TEXT NOT NULL CHECK (date(day) IS day),
  fault TEXT,
  due_at TEXT,
  open INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX repair_tickets_by_line ON repair_tickets (return_line_id);
--> statement-breakpoint
CREATE INDEX repair_tickets_open ON repair_tickets (due_at) WHERE open = 1;
--> statement-breakpoint
CREATE TABLE repair_works (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL REFERENCES repair_tickets (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('part', 'labour', 'outside', 'note')),
  what TEXT NOT NULL CHECK (what <> ''),
  minutes INTEGER NOT NULL CHECK (minutes >= 0),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  paid_by TEXT CHECK (paid_by IN ('cash', 'wechat', 'alipay', 'card', 'bank', 'other', 'payable')),
  document TEXT UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK ((cents = 0) = (paid_by IS NULL)),
  CHECK ((cents = 0) = (document IS NULL)),
  CHECK (kind <> 'note' OR cents = 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX repair_works_by_ticket ON repair_works (ticket_id);
--> statement-breakpoint
CREATE TABLE repair_outcomes (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  ticket_id INTEGER NOT NULL UNIQUE REFERENCES repair_tickets (id) ON DELETE RESTRICT,
  mended INTEGER NOT NULL CHECK (mended IN (0, 1)),
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C')),
  disposition TEXT NOT NULL CHECK (disposition IN ('resell', 'scrap', 'supplier', 'send-back')),
  unknown_milli INTEGER NOT NULL CHECK (unknown_milli >= 0),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  write_down_cents INTEGER NOT NULL CHECK (write_down_cents BETWEEN 0 AND value_cents),
  twin_id INTEGER REFERENCES products (id) ON DELETE RESTRICT,
  note TEXT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK (twin_id IS NULL OR disposition = 'resell')
) STRICT;
--> statement-breakpoint
CREATE TABLE supplier_claims (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  supplier_id INTEGER NOT NULL REFERENCES suppliers (id) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  due_on TEXT CHECK (date(due_on) IS due_on),
  note TEXT,
  claimed_cents INTEGER NOT NULL DEFAULT 0 CHECK (claimed_cents >= 0),
  value_cents INTEGER NOT NULL DEFAULT 0 CHECK (value_cents >= 0),
  paid_cents INTEGER NOT NULL DEFAULT 0 CHECK (paid_cents >= 0),
  open INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX supplier_claims_by_supplier ON supplier_claims (supplier_id);
--> statement-breakpoint
CREATE INDEX supplier_claims_open ON supplier_claims (due_on) WHERE open = 1;
--> statement-breakpoint
CREATE TABLE supplier_claim_lines (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES supplier_claims (id) ON DELETE RESTRICT,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  unknown_milli INTEGER NOT NULL CHECK (unknown_milli BETWEEN 0 AND quantity_milli),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  claimed_cents INTEGER NOT NULL CHECK (claimed_cents >= 0),
  note TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX supplier_claim_lines_by_claim ON supplier_claim_lines (claim_id);
--> statement-breakpoint
CREATE INDEX supplier_claim_lines_by_product ON supplier_claim_lines (product_id);
--> statement-breakpoint
CREATE TABLE supplier_claim_events (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES supplier_claims (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('paid', 'refused', 'note', 'closed')),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  paid_by TEXT CHECK (paid_by IN ('cash', 'wechat', 'alipay', 'card', 'bank', 'other', 'payable')),
  document TEXT UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  reference TEXT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK ((document IS NOT NULL) = (kind = 'paid' OR (kind = 'closed' AND cents > 0))),
  CHECK ((kind = 'paid') = (paid_by IS NOT NULL) AND (kind <> 'paid' OR cents > 0) AND (kind <> 'note' OR cents = 0))
) STRICT;
--> statement-breakpoint
CREATE INDEX supplier_claim_events_by_claim ON supplier_claim_events (claim_id);
--> statement-breakpoint
CREATE TABLE red_invoices (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  status TEXT NOT NULL CHECK (status IN ('needed', 'requested', 'confirmed', 'issued', 'lapsed', 'not-needed')),
  blue_number TEXT,
  number TEXT,
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK (status <> 'issued' OR number <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX red_invoices_by_return ON red_invoices (return_id);
--> statement-breakpoint
CREATE TABLE assignments (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  assignee TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX assignments_by_return ON assignments (return_id);
--> statement-breakpoint
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  stage TEXT NOT NULL,
  locale TEXT NOT NULL CHECK (locale IN ('zh-CN', 'en')),
  way TEXT NOT NULL CHECK (way IN ('copy', 'mail', 'print')),
  text TEXT NOT NULL CHECK (text <> ''),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX messages_by_return ON messages (return_id);
--> statement-breakpoint
CREATE TABLE ratings (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  score INTEGER CHECK (score BETWEEN 0 AND 10),
  note TEXT,
  call_back_on TEXT CHECK (date(call_back_on) IS call_back_on),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK (score IS NOT NULL OR note IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX ratings_by_return ON ratings (return_id);
--> statement-breakpoint
-- What waits is counted from the index alone.
DROP INDEX returns_open;
--> statement-breakpoint
CREATE INDEX returns_open ON returns (due_at, stage) WHERE stage IN ('requested', 'approved', 'received', 'inspected');
--> statement-breakpoint
CREATE INDEX red_invoices_requested ON red_invoices (at) WHERE status = 'requested';
--> statement-breakpoint
CREATE INDEX ratings_call_back ON ratings (call_back_on) WHERE call_back_on IS NOT NULL;
--> statement-breakpoint
CREATE INDEX returns_by_matched_sale ON returns (matched_sale_id) WHERE matched_sale_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX returns_by_waybill ON returns (waybill) WHERE waybill IS NOT NULL;
--> statement-breakpoint
CREATE INDEX returns_by_parent ON returns (parent_id) WHERE parent_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX returns_by_visit ON returns (visit) WHERE visit IS NOT NULL;
--> statement-breakpoint
CREATE INDEX sales_by_exchange ON sales (exchange_of) WHERE exchange_of IS NOT NULL;
--> statement-breakpoint
CREATE INDEX payouts_by_exchange ON payouts (exchange_sale_id) WHERE exchange_sale_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX products_by_category ON products (category) WHERE category IS NOT NULL;
--> statement-breakpoint
CREATE INDEX products_by_twin ON products (twin_of) WHERE twin_of IS NOT NULL;
--> statement-breakpoint
CREATE INDEX products_by_supplier ON products (supplier_id) WHERE supplier_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX receipts_by_serial ON receipts (serial) WHERE serial IS NOT NULL;
--> statement-breakpoint
-- Columns that came later are facts too, and new sums begin at nothing.
DROP TRIGGER sale_lines_kept;
--> statement-breakpoint
CREATE TRIGGER sale_lines_kept BEFORE UPDATE OF id, event_seq, sale_id, line_no, product_id, name, quantity_milli, unit_price_e4, paid_cents, tax_cents, cost_cents, bundle ON sale_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
DROP TRIGGER returns_kept;
--> statement-breakpoint
CREATE TRIGGER returns_kept BEFORE UPDATE OF id, event_seq, number, origin, sale_id, customer_id, channel, want, day, opened_at, verdict_outcome, verdict_rules, verdict_terms, policy_id, signed_on, visit, parent_id, courier, waybill, freight_cents ON returns BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
DROP TRIGGER return_lines_kept;
--> statement-breakpoint
CREATE TRIGGER return_lines_kept BEFORE UPDATE OF id, event_seq, return_id, line_no, product_id, reason, note, requested_milli, file_amount_cents, unlinked, condition, missing, serial, batch ON return_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER returns_bare BEFORE INSERT ON returns
WHEN NEW.matched_sale_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
DROP TRIGGER return_lines_bare;
--> statement-breakpoint
CREATE TRIGGER return_lines_bare BEFORE INSERT ON return_lines
WHEN NEW.received_milli <> 0 OR NEW.received_value_cents <> 0 OR NEW.inspected_milli <> 0 OR NEW.inspected_value_cents <> 0 OR NEW.unknown_milli <> 0 OR NEW.sent_back_milli <> 0 OR NEW.credited_milli <> 0 OR NEW.credited_cents <> 0 OR NEW.waived_milli <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
-- Returns and their lines: one unit to a serial number, and what was matched later counts like what was known at once.
CREATE TRIGGER return_lines_serial BEFORE INSERT ON return_lines
WHEN NEW.serial IS NOT NULL AND NEW.requested_milli <> 1000
BEGIN SELECT RAISE(ABORT, 'a serial number is one unit'); END;
--> statement-breakpoint
CREATE TRIGGER sale_units_fit BEFORE INSERT ON sale_units BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM sale_lines WHERE id = NEW.sale_line_id);
  SELECT RAISE(ABORT, 'no more numbers than units were sold') FROM sale_lines WHERE id = NEW.sale_line_id
    AND quantity_milli < NEW.quantity_milli + (SELECT coalesce(sum(quantity_milli), 0) FROM sale_units WHERE sale_line_id = NEW.sale_line_id);
END;
--> statement-breakpoint
CREATE TRIGGER return_matches_fit BEFORE INSERT ON return_matches BEGIN
  SELECT RAISE(ABORT, 'only a return without a sale is matched') FROM returns WHERE id = NEW.return_id AND (sale_id IS NOT NULL OR matched_sale_id IS NOT NULL OR origin <> 'desk');
  SELECT RAISE(ABORT, 'a return is not earlier than its sale') FROM returns r JOIN sales s ON s.id = NEW.sale_id WHERE r.id = NEW.return_id AND s.day > r.day;
  SELECT RAISE(ABORT, 'only an open return takes more') FROM returns WHERE id = NEW.return_id AND stage NOT IN ('requested', 'approved', 'received', 'inspected');
  SELECT RAISE(ABORT, 'what was valued without a receipt is not matched') FROM line_valuations v JOIN return_lines l ON l.id = v.return_line_id WHERE l.return_id = NEW.return_id;
END;
--> statement-breakpoint
CREATE TRIGGER return_matches_sum AFTER INSERT ON return_matches BEGIN
  UPDATE returns SET matched_sale_id = NEW.sale_id WHERE id = NEW.return_id;
END;
--> statement-breakpoint
DROP TRIGGER return_links_fit;
--> statement-breakpoint
CREATE TRIGGER return_links_fit BEFORE INSERT ON return_links BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') FROM return_lines l WHERE l.id = NEW.return_line_id AND NEW.event_seq <> l.event_seq
    AND NOT EXISTS (SELECT 1 FROM return_matches m WHERE m.return_id = l.return_id AND m.event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a line comes back as the product that was sold') FROM return_lines l JOIN sale_lines s ON s.id = NEW.sale_line_id
    WHERE l.id = NEW.return_line_id AND l.product_id <> s.product_id;
  SELECT RAISE(ABORT, 'a return is not earlier than its sale') FROM return_lines l JOIN returns r ON r.id = l.return_id
    JOIN sale_lines s ON s.id = NEW.sale_line_id JOIN sales d ON d.id = s.sale_id WHERE l.id = NEW.return_line_id AND d.day > r.day;
  SELECT RAISE(ABORT, 'a line of this desk comes back from the sale of its return, whole') FROM return_lines l JOIN returns r ON r.id = l.return_id
    JOIN sale_lines s ON s.id = NEW.sale_line_id
    WHERE l.id = NEW.return_line_id AND r.origin = 'desk' AND (coalesce(r.matched_sale_id, r.sale_id) IS NOT s.sale_id OR NEW.quantity_milli <> l.requested_milli);
  SELECT RAISE(ABORT, 'only a file says what was given back elsewhere') FROM return_lines l JOIN returns r ON r.id = l.return_id
    WHERE l.id = NEW.return_line_id AND (r.origin = 'import') <> (NEW.file_share_cents IS NOT NULL);
  SELECT RAISE(ABORT, 'a line comes back once') FROM return_lines WHERE id = NEW.return_line_id AND requested_milli < NEW.quantity_milli
    + (SELECT coalesce(sum(quantity_milli), 0) FROM return_links WHERE return_line_id = NEW.return_line_id);
  SELECT RAISE(ABORT, 'more units come back than were sold') FROM sale_lines WHERE id = NEW.sale_line_id AND returned_milli + NEW.quantity_milli > quantity_milli;
  SELECT RAISE(ABORT, 'more is given back than was paid') FROM sale_lines WHERE id = NEW.sale_line_id
    AND credited_cents + coalesce(NEW.file_share_cents, 0) > paid_cents;
  SELECT RAISE(ABORT, 'a serial number comes back once') FROM return_lines l JOIN return_links k ON k.sale_line_id = NEW.sale_line_id
    JOIN return_lines o ON o.id = k.return_line_id AND o.serial = l.serial
    WHERE l.id = NEW.return_line_id AND l.serial IS NOT NULL AND k.released_milli < k.quantity_milli;
END;
--> statement-breakpoint
-- Units of a line that is matched later may have gone home before: those are free at once.
DROP TRIGGER return_links_sum;
--> statement-breakpoint
CREATE TRIGGER return_links_sum AFTER INSERT ON return_links WHEN NEW.file_share_cents IS NULL BEGIN
  UPDATE sale_lines SET returned_milli = returned_milli + NEW.quantity_milli WHERE id = NEW.sale_line_id;
  UPDATE return_links SET released_milli = (SELECT sent_back_milli FROM return_lines WHERE id = NEW.return_line_id)
    WHERE return_line_id = NEW.return_line_id AND sale_line_id = NEW.sale_line_id
      AND EXISTS (SELECT 1 FROM return_lines WHERE id = NEW.return_line_id AND sent_back_milli > 0);
END;
--> statement-breakpoint
-- A serial number comes back once for the sale it was sold by, unless it went back to the customer.
CREATE TRIGGER receipts_serial BEFORE INSERT ON receipts WHEN NEW.serial IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'a serial number is one unit') WHERE NEW.quantity_milli <> 1000;
  SELECT RAISE(ABORT, 'a serial number comes back once') FROM receipts a JOIN return_lines l ON l.id = a.return_line_id
    WHERE a.serial = NEW.serial AND l.sent_back_milli < l.received_milli AND l.product_id = (SELECT product_id FROM return_lines WHERE id = NEW.return_line_id)
      AND (SELECT sale_line_id FROM return_links WHERE return_line_id = l.id) IS (SELECT sale_line_id FROM return_links WHERE return_line_id = NEW.return_line_id);
END;
--> statement-breakpoint
CREATE TRIGGER receipts_waived BEFORE INSERT ON receipts BEGIN
  SELECT RAISE(ABORT, 'goods the customer keeps do not come') FROM return_lines WHERE id = NEW.return_line_id AND waived_milli > 0
    AND received_milli + waived_milli + NEW.quantity_milli > requested_milli;
END;
--> statement-breakpoint
CREATE TRIGGER photos_fit BEFORE INSERT ON photos BEGIN
  SELECT RAISE(ABORT, 'a photo shows a line of its return') FROM return_lines WHERE id = NEW.return_line_id AND return_id <> NEW.return_id;
END;
--> statement-breakpoint
-- Goods without a receipt have no price that was paid: a person says what is given for them, once.
CREATE TRIGGER line_valuations_fit BEFORE INSERT ON line_valuations BEGIN
  SELECT RAISE(ABORT, 'what was sold has a price that was paid') FROM return_links WHERE return_line_id = NEW.return_line_id;
  SELECT RAISE(ABORT, 'only an open return takes more') FROM return_lines l JOIN returns r ON r.id = l.return_id
    WHERE l.id = NEW.return_line_id AND (r.origin <> 'desk' OR r.stage NOT IN ('requested', 'approved', 'received', 'inspected'));
END;
--> statement-breakpoint
-- Units the customer keeps are credited without coming back.
CREATE TRIGGER waivers_fit BEFORE INSERT ON waivers BEGIN
  SELECT RAISE(ABORT, 'only an open return takes more') FROM return_lines l JOIN returns r ON r.id = l.return_id WHERE l.id = NEW.return_line_id AND r.stage NOT IN ('approved', 'received', 'inspected', 'settled');
  SELECT RAISE(ABORT, 'more units come than were asked for') FROM return_lines l LEFT JOIN return_links k ON k.return_line_id = l.id
    WHERE l.id = NEW.return_line_id AND l.received_milli + l.waived_milli + NEW.quantity_milli > l.requested_milli - coalesce(k.released_milli - l.sent_back_milli, 0);
END;
--> statement-breakpoint
CREATE TRIGGER waivers_sum AFTER INSERT ON waivers BEGIN
  UPDATE return_lines SET waived_milli = waived_milli + NEW.quantity_milli WHERE id = NEW.return_line_id;
END;
--> statement-breakpoint
-- Units that will not come any more are given free, and those sent back stay free; those the customer keeps are not.
DROP TRIGGER return_steps_release;
--> statement-breakpoint
CREATE TRIGGER return_steps_release AFTER INSERT ON return_steps WHEN NEW.to_stage IN ('rejected', 'cancelled', 'closed') AND NEW.from_stage <> 'draft' BEGIN
  UPDATE return_links
    SET released_milli = (SELECT requested_milli - received_milli - waived_milli + sent_back_milli FROM return_lines WHERE id = return_links.return_line_id)
    WHERE return_line_id IN (SELECT id FROM return_lines WHERE return_id = NEW.return_id);
END;
--> statement-breakpoint
-- Money.
DROP TRIGGER credit_note_lines_fit;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_fit BEFORE INSERT ON credit_note_lines BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM credit_notes WHERE id = NEW.credit_note_id);
  SELECT RAISE(ABORT, 'a credit note is for its own return') FROM credit_notes n JOIN return_lines l ON l.id = NEW.return_line_id
    WHERE n.id = NEW.credit_note_id AND n.return_id <> l.return_id;
  SELECT RAISE(ABORT, 'lines never pass the figures of their credit note') FROM credit_notes n,
    (SELECT coalesce(sum(goods_cents), 0) AS goods, coalesce(sum(tax_cents), 0) AS tax, coalesce(sum(fee_cents), 0) AS fee
      FROM credit_note_lines WHERE credit_note_id = NEW.credit_note_id) so_far
    WHERE n.id = NEW.credit_note_id
      AND (so_far.goods + NEW.goods_cents > n.goods_cents OR so_far.tax + NEW.tax_cents > n.tax_cents
        OR so_far.fee + NEW.fee_cents > n.fee_cents);
  SELECT RAISE(ABORT, 'more units are credited than were graded') FROM return_lines WHERE id = NEW.return_line_id
    AND credited_milli + NEW.quantity_milli > inspected_milli - sent_back_milli + waived_milli;
  SELECT RAISE(ABORT, 'more units are credited than came back') FROM return_links k JOIN sale_lines s ON s.id = k.sale_line_id WHERE k.return_line_id = NEW.return_line_id AND s.credited_milli + NEW.quantity_milli > s.returned_milli;
  SELECT RAISE(ABORT, 'more is given back than was paid') FROM return_links k JOIN sale_lines s ON s.id = k.sale_line_id WHERE k.return_line_id = NEW.return_line_id
    AND (s.credited_cents + NEW.goods_cents + NEW.tax_cents > s.paid_cents OR s.credited_tax_cents + NEW.tax_cents > s.tax_cents);
  SELECT RAISE(ABORT, 'more is given back than was agreed') FROM return_lines l LEFT JOIN line_valuations v ON v.return_line_id = l.id
    WHERE l.id = NEW.return_line_id AND NOT EXISTS (SELECT 1 FROM return_links WHERE return_line_id = l.id)
      AND (l.credited_cents + NEW.goods_cents + NEW.tax_cents > coalesce(v.value_cents, -1)
        OR (SELECT coalesce(sum(tax_cents), 0) FROM credit_note_lines WHERE return_line_id = l.id) + NEW.tax_cents > v.tax_cents);
END;
--> statement-breakpoint
-- Fees, freight and delivery are lines of their own; the delivery charge of a sale goes back once.
CREATE TRIGGER credit_note_extras_fit BEFORE INSERT ON credit_note_extras BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM credit_notes WHERE id = NEW.credit_note_id);
  SELECT RAISE(ABORT, 'a credit note is for its own return') FROM credit_notes n JOIN return_lines l ON l.id = NEW.return_line_id
    WHERE n.id = NEW.credit_note_id AND n.return_id <> l.return_id;
  SELECT RAISE(ABORT, 'lines never pass the figures of their credit note') FROM credit_notes n,
    (SELECT coalesce(sum(iif(kind IN ('delivery', 'freight-paid'), cents, 0)), 0) AS given, coalesce(sum(iif(kind IN ('delivery', 'freight-paid'), 0, cents)), 0) AS kept
      FROM credit_note_extras WHERE credit_note_id = NEW.credit_note_id) so_far
    WHERE n.id = NEW.credit_note_id AND iif(NEW.kind IN ('delivery', 'freight-paid'), so_far.given + NEW.cents > n.delivery_cents, so_far.kept + NEW.cents > n.fee_cents);
  SELECT RAISE(ABORT, 'the delivery charge goes back once') WHERE NEW.kind = 'delivery' AND NEW.cents > (
    SELECT coalesce(s.delivery_cents - (SELECT coalesce(sum(x.cents), 0) FROM returns q JOIN credit_notes m ON m.return_id = q.id JOIN credit_note_extras x ON x.credit_note_id = m.id
        WHERE (q.sale_id = s.id OR q.matched_sale_id = s.id) AND x.kind = 'delivery'), 0)
      FROM credit_notes n JOIN returns r ON r.id = n.return_id JOIN sales s ON s.id = coalesce(r.matched_sale_id, r.sale_id) WHERE n.id = NEW.credit_note_id
    UNION ALL SELECT 0 LIMIT 1);
END;
--> statement-breakpoint
-- What a payout takes back, it takes back whole: a counter-document is of the same note, tender and amounts, and none is taken back itself.
-- A payout in goods goes to a sale of its own return, never past what that sale costs.
DROP TRIGGER payouts_fit;
--> statement-breakpoint
CREATE TRIGGER payouts_fit BEFORE INSERT ON payouts BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'P' AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a counter-document takes back exactly one payout') WHERE NEW.voids_payout_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payouts
    WHERE id = NEW.voids_payout_id AND voids_payout_id IS NULL AND credit_note_id = NEW.credit_note_id AND tender = NEW.tender
      AND amount_cents = -NEW.amount_cents AND original_cents = -NEW.original_cents AND day <= NEW.day AND exchange_sale_id IS NULL);
  SELECT RAISE(ABORT, 'only an open return takes more') FROM credit_notes n JOIN returns r ON r.id = n.return_id
    WHERE n.id = NEW.credit_note_id AND NEW.amount_cents > 0 AND r.stage NOT IN ('approved', 'received', 'inspected', 'settled');
  SELECT RAISE(ABORT, 'a payout is not earlier than its credit note') FROM credit_notes WHERE id = NEW.credit_note_id AND day > NEW.day;
  SELECT RAISE(ABORT, 'more is paid than is owed') FROM credit_notes WHERE id = NEW.credit_note_id AND paid_cents + NEW.amount_cents > total_cents;
  SELECT RAISE(ABORT, 'a tender gives back no more than it took') WHERE NEW.original_cents <> 0 AND NOT EXISTS (
    SELECT 1 FROM credit_notes n JOIN returns r ON r.id = n.return_id JOIN sale_tenders t ON t.sale_id = coalesce(r.matched_sale_id, r.sale_id) AND t.tender = NEW.tender
      WHERE n.id = NEW.credit_note_id AND t.given_back_cents + NEW.original_cents BETWEEN 0 AND t.amount_cents);
  SELECT RAISE(ABORT, 'goods are exchanged on the ticket of their return') WHERE NEW.exchange_sale_id IS NOT NULL AND (NEW.amount_cents < 0 OR NOT EXISTS (
    SELECT 1 FROM sales s JOIN credit_notes n ON n.id = NEW.credit_note_id AND s.exchange_of = n.return_id
      WHERE s.id = NEW.exchange_sale_id AND s.event_seq = NEW.event_seq AND s.day = NEW.day AND s.booked = 1 AND NEW.amount_cents + (SELECT coalesce(sum(amount_cents), 0) FROM payouts WHERE exchange_sale_id = s.id) <= s.total_cents));
END;
--> statement-breakpoint
DROP TRIGGER payouts_sum;
--> statement-breakpoint
CREATE TRIGGER payouts_sum AFTER INSERT ON payouts BEGIN
  UPDATE credit_notes SET paid_cents = paid_cents + NEW.amount_cents WHERE id = NEW.credit_note_id;
  UPDATE sale_tenders SET given_back_cents = given_back_cents + NEW.original_cents
    WHERE sale_id = (SELECT coalesce(r.matched_sale_id, r.sale_id) FROM credit_notes n JOIN returns r ON r.id = n.return_id WHERE n.id = NEW.credit_note_id) AND tender = NEW.tender;
END;
--> statement-breakpoint
-- A return whose goods the customer keeps is credited before anything came.
DROP TRIGGER credit_notes_fit;
--> statement-breakpoint
CREATE TRIGGER credit_notes_fit BEFORE INSERT ON credit_notes BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'C' AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'only an open return takes more') FROM returns r WHERE r.id = NEW.return_id AND r.stage NOT IN ('received', 'inspected', 'settled')
    AND (r.stage <> 'approved' OR NOT EXISTS (SELECT 1 FROM return_lines WHERE return_id = r.id AND waived_milli > 0));
  SELECT RAISE(ABORT, 'a credit note is not earlier than its return') FROM returns WHERE id = NEW.return_id AND day > NEW.day;
END;
--> statement-breakpoint
-- Store credit: the balance is the sum of its events, and nothing is taken after its last day but by expiry.
CREATE TRIGGER store_credit_events_fit BEFORE INSERT ON store_credit_events BEGIN
  SELECT RAISE(ABORT, 'a store credit is used up to its balance') FROM store_credits WHERE id = NEW.store_credit_id AND balance_cents + NEW.cents < 0;
  SELECT RAISE(ABORT, 'an expired store credit is not used') FROM store_credits WHERE id = NEW.store_credit_id AND NEW.kind IN ('issued', 'used') AND expires_on < NEW.day;
  SELECT RAISE(ABORT, 'a store credit expires after its last day') FROM store_credits WHERE id = NEW.store_credit_id AND NEW.kind = 'expired' AND (expires_on IS NULL OR expires_on >= NEW.day);
  SELECT RAISE(ABORT, 'a store credit is issued by a payout') WHERE NEW.kind = 'issued' AND NOT EXISTS (SELECT 1 FROM payouts
    WHERE id = NEW.payout_id AND tender = 'store-credit' AND amount_cents = NEW.cents AND exchange_sale_id IS NULL AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a store credit is taken back by the counter-document of its payout') WHERE NEW.kind = 'voided' AND NEW.payout_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payouts
    WHERE id = NEW.payout_id AND tender = 'store-credit' AND amount_cents = NEW.cents AND event_seq = NEW.event_seq
      AND EXISTS (SELECT 1 FROM store_credit_events e WHERE e.payout_id = voids_payout_id AND e.store_credit_id = NEW.store_credit_id));
  SELECT RAISE(ABORT, 'a store credit ends with all that is left') FROM store_credits WHERE id = NEW.store_credit_id AND NEW.kind IN ('expired', 'voided')
    AND NEW.payout_id IS NULL AND balance_cents + NEW.cents <> 0;
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NEW.payout_id IS NOT NULL AND NEW.document IS NOT (SELECT number FROM payouts WHERE id = NEW.payout_id);
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NEW.payout_id IS NULL AND NOT EXISTS (SELECT 1 FROM documents
    WHERE number = NEW.document AND event_seq = NEW.event_seq AND (series = 'V' AND day = NEW.day OR series = 'S' AND NEW.kind = 'used'));
END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_sum AFTER INSERT ON store_credit_events BEGIN
  UPDATE store_credits SET balance_cents = balance_cents + NEW.cents WHERE id = NEW.store_credit_id;
END;
--> statement-breakpoint
-- Repair: a ticket for what was graded so, ended once; what goes home to the customer is the customer's, not to be paid for.
CREATE TRIGGER repair_tickets_fit BEFORE INSERT ON repair_tickets BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'T' AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a ticket is for units that were graded so') WHERE NOT EXISTS (SELECT 1 FROM inspections
    WHERE id = NEW.inspection_id AND return_line_id = NEW.return_line_id AND disposition = 'repair' AND quantity_milli = NEW.quantity_milli);
END;
--> statement-breakpoint
CREATE TRIGGER repair_works_fit BEFORE INSERT ON repair_works BEGIN
  SELECT RAISE(ABORT, 'an ended ticket takes no more work') FROM repair_tickets WHERE id = NEW.ticket_id AND open = 0;
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NEW.document IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.document AND series = 'T' AND day = NEW.day AND event_seq = NEW.event_seq);
END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_fit BEFORE INSERT ON repair_outcomes BEGIN
  SELECT RAISE(ABORT, 'what was paid for does not go home to the customer') FROM repair_tickets t JOIN return_lines l ON l.id = t.return_line_id
    WHERE t.id = NEW.ticket_id AND NEW.disposition = 'send-back' AND l.credited_milli > l.inspected_milli - l.sent_back_milli - t.quantity_milli + l.waived_milli;
  SELECT RAISE(ABORT, 'a ticket ends with the units it has') FROM repair_tickets WHERE id = NEW.ticket_id AND NEW.unknown_milli > quantity_milli;
END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_sum AFTER INSERT ON repair_outcomes BEGIN
  UPDATE repair_tickets SET open = 0 WHERE id = NEW.ticket_id;
END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_home AFTER INSERT ON repair_outcomes WHEN NEW.disposition = 'send-back' BEGIN
  UPDATE return_lines SET sent_back_milli = sent_back_milli + (SELECT quantity_milli FROM repair_tickets WHERE id = NEW.ticket_id)
    WHERE id = (SELECT return_line_id FROM repair_tickets WHERE id = NEW.ticket_id);
  UPDATE return_links SET released_milli = released_milli + (SELECT quantity_milli FROM repair_tickets WHERE id = NEW.ticket_id)
    WHERE return_line_id = (SELECT return_line_id FROM repair_tickets WHERE id = NEW.ticket_id);
END;
--> statement-breakpoint
-- Claims: one batch list to one supplier, at cost; money comes until it is closed.
CREATE TRIGGER supplier_claims_fit BEFORE INSERT ON supplier_claims BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'L' AND day = NEW.day AND event_seq = NEW.event_seq);
END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_fit BEFORE INSERT ON supplier_claim_lines BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM supplier_claims WHERE id = NEW.claim_id);
END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_sum AFTER INSERT ON supplier_claim_lines BEGIN
  UPDATE supplier_claims SET claimed_cents = claimed_cents + NEW.claimed_cents, value_cents = value_cents + NEW.value_cents WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_fit BEFORE INSERT ON supplier_claim_events BEGIN
  SELECT RAISE(ABORT, 'a closed claim takes no more') FROM supplier_claims WHERE id = NEW.claim_id AND open = 0;
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NEW.document IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.document AND series = 'L' AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a claim is closed for what nobody pays') FROM supplier_claims WHERE id = NEW.claim_id AND NEW.kind = 'closed' AND NEW.cents <> max(0, value_cents - paid_cents);
END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_sum AFTER INSERT ON supplier_claim_events BEGIN
  UPDATE supplier_claims SET paid_cents = paid_cents + iif(NEW.kind = 'paid', NEW.cents, 0), open = iif(NEW.kind = 'closed', 0, open) WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
-- What every table of facts has.
CREATE TRIGGER policies_kept BEFORE UPDATE ON policies BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER policies_stays BEFORE DELETE ON policies BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER policies_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON policies BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER policies_in_order AFTER INSERT ON policies
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM policies WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM policies WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER policies_posted BEFORE INSERT ON policies
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER sale_units_kept BEFORE UPDATE ON sale_units BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_units_stays BEFORE DELETE ON sale_units BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sale_units_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON sale_units BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_units_in_order AFTER INSERT ON sale_units
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM sale_units WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM sale_units WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER sale_units_posted BEFORE INSERT ON sale_units
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER return_matches_kept BEFORE UPDATE ON return_matches BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_matches_stays BEFORE DELETE ON return_matches BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER return_matches_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON return_matches BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_matches_in_order AFTER INSERT ON return_matches
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM return_matches WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM return_matches WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER return_matches_posted BEFORE INSERT ON return_matches
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER photos_kept BEFORE UPDATE ON photos BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER photos_stays BEFORE DELETE ON photos BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER photos_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON photos BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER photos_in_order AFTER INSERT ON photos
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM photos WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM photos WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER photos_posted BEFORE INSERT ON photos
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER line_valuations_kept BEFORE UPDATE ON line_valuations BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER line_valuations_stays BEFORE DELETE ON line_valuations BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER line_valuations_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON line_valuations BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER line_valuations_in_order AFTER INSERT ON line_valuations
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM line_valuations WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM line_valuations WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER line_valuations_posted BEFORE INSERT ON line_valuations
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_kept BEFORE UPDATE ON waivers BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_stays BEFORE DELETE ON waivers BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON waivers BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_in_order AFTER INSERT ON waivers
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM waivers WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM waivers WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_posted BEFORE INSERT ON waivers
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_extras_kept BEFORE UPDATE ON credit_note_extras BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_extras_stays BEFORE DELETE ON credit_note_extras BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_extras_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON credit_note_extras BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_extras_in_order AFTER INSERT ON credit_note_extras
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM credit_note_extras WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM credit_note_extras WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_extras_posted BEFORE INSERT ON credit_note_extras
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_kept BEFORE UPDATE OF id, event_seq, code, customer_id, day, expires_on ON store_credits BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_stays BEFORE DELETE ON store_credits BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON store_credits BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_in_order AFTER INSERT ON store_credits
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM store_credits WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM store_credits WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_bare BEFORE INSERT ON store_credits
WHEN NEW.balance_cents <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_posted BEFORE INSERT ON store_credits
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_month_open BEFORE INSERT ON store_credits
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_kept BEFORE UPDATE ON store_credit_events BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_stays BEFORE DELETE ON store_credit_events BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON store_credit_events BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_in_order AFTER INSERT ON store_credit_events
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM store_credit_events WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM store_credit_events WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_posted BEFORE INSERT ON store_credit_events
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_month_open BEFORE INSERT ON store_credit_events
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_kept BEFORE UPDATE OF id, event_seq, number, inspection_id, return_line_id, quantity_milli, day, fault, at, person ON repair_tickets BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_stays BEFORE DELETE ON repair_tickets BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON repair_tickets BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_in_order AFTER INSERT ON repair_tickets
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM repair_tickets WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM repair_tickets WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_bare BEFORE INSERT ON repair_tickets
WHEN NEW.open <> 1
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_posted BEFORE INSERT ON repair_tickets
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_month_open BEFORE INSERT ON repair_tickets
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_kept BEFORE UPDATE ON repair_works BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_stays BEFORE DELETE ON repair_works BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON repair_works BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_in_order AFTER INSERT ON repair_works
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM repair_works WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM repair_works WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_posted BEFORE INSERT ON repair_works
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_month_open BEFORE INSERT ON repair_works
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_kept BEFORE UPDATE ON repair_outcomes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_stays BEFORE DELETE ON repair_outcomes BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON repair_outcomes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_in_order AFTER INSERT ON repair_outcomes
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM repair_outcomes WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM repair_outcomes WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_posted BEFORE INSERT ON repair_outcomes
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_month_open BEFORE INSERT ON repair_outcomes
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_kept BEFORE UPDATE OF id, event_seq, number, supplier_id, day, due_on, note, at, person ON supplier_claims BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_stays BEFORE DELETE ON supplier_claims BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON supplier_claims BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_in_order AFTER INSERT ON supplier_claims
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM supplier_claims WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM supplier_claims WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_bare BEFORE INSERT ON supplier_claims
WHEN NEW.claimed_cents <> 0 OR NEW.value_cents <> 0 OR NEW.paid_cents <> 0 OR NEW.open <> 1
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_posted BEFORE INSERT ON supplier_claims
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_month_open BEFORE INSERT ON supplier_claims
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_kept BEFORE UPDATE ON supplier_claim_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_stays BEFORE DELETE ON supplier_claim_lines BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON supplier_claim_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_in_order AFTER INSERT ON supplier_claim_lines
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM supplier_claim_lines WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM supplier_claim_lines WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_posted BEFORE INSERT ON supplier_claim_lines
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_kept BEFORE UPDATE ON supplier_claim_events BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_stays BEFORE DELETE ON supplier_claim_events BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON supplier_claim_events BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_in_order AFTER INSERT ON supplier_claim_events
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM supplier_claim_events WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM supplier_claim_events WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_posted BEFORE INSERT ON supplier_claim_events
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_month_open BEFORE INSERT ON supplier_claim_events
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER red_invoices_kept BEFORE UPDATE ON red_invoices BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER red_invoices_stays BEFORE DELETE ON red_invoices BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER red_invoices_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON red_invoices BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER red_invoices_in_order AFTER INSERT ON red_invoices
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM red_invoices WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM red_invoices WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER red_invoices_posted BEFORE INSERT ON red_invoices
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_kept BEFORE UPDATE ON assignments BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_stays BEFORE DELETE ON assignments BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON assignments BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_in_order AFTER INSERT ON assignments
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM assignments WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM assignments WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_posted BEFORE INSERT ON assignments
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER messages_kept BEFORE UPDATE ON messages BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER messages_stays BEFORE DELETE ON messages BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER messages_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON messages BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER messages_in_order AFTER INSERT ON messages
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM messages WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM messages WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER messages_posted BEFORE INSERT ON messages
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_kept BEFORE UPDATE ON ratings BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_stays BEFORE DELETE ON ratings BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON ratings BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_in_order AFTER INSERT ON ratings
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM ratings WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM ratings WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_posted BEFORE INSERT ON ratings
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
DROP TRIGGER returns_month_open;
--> statement-breakpoint
CREATE TRIGGER returns_month_open BEFORE INSERT ON returns
WHEN NEW.origin = 'desk' AND EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
DROP TRIGGER returns_once;
--> statement-breakpoint
CREATE TRIGGER returns_once BEFORE INSERT ON returns
WHEN EXISTS (SELECT 1 FROM returns WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM returns WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER return_lines_once;
--> statement-breakpoint
CREATE TRIGGER return_lines_once BEFORE INSERT ON return_lines
WHEN EXISTS (SELECT 1 FROM return_lines WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM return_lines WHERE return_id = NEW.return_id AND line_no = NEW.line_no)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER return_links_once;
--> statement-breakpoint
CREATE TRIGGER return_links_once BEFORE INSERT ON return_links
WHEN EXISTS (SELECT 1 FROM return_links WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM return_links WHERE return_line_id = NEW.return_line_id AND sale_line_id = NEW.sale_line_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER receipts_once;
--> statement-breakpoint
CREATE TRIGGER receipts_once BEFORE INSERT ON receipts
WHEN EXISTS (SELECT 1 FROM receipts WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER credit_notes_month_open;
--> statement-breakpoint
CREATE TRIGGER credit_notes_month_open BEFORE INSERT ON credit_notes
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
DROP TRIGGER credit_notes_once;
--> statement-breakpoint
CREATE TRIGGER credit_notes_once BEFORE INSERT ON credit_notes
WHEN EXISTS (SELECT 1 FROM credit_notes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM credit_notes WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER credit_note_lines_once;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_once BEFORE INSERT ON credit_note_lines
WHEN EXISTS (SELECT 1 FROM credit_note_lines WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER payouts_month_open;
--> statement-breakpoint
CREATE TRIGGER payouts_month_open BEFORE INSERT ON payouts
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
DROP TRIGGER payouts_once;
--> statement-breakpoint
CREATE TRIGGER payouts_once BEFORE INSERT ON payouts
WHEN EXISTS (SELECT 1 FROM payouts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM payouts WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM payouts WHERE voids_payout_id = NEW.voids_payout_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER policies_once BEFORE INSERT ON policies
WHEN EXISTS (SELECT 1 FROM policies WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER sale_units_once BEFORE INSERT ON sale_units
WHEN EXISTS (SELECT 1 FROM sale_units WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM sale_units WHERE sale_line_id = NEW.sale_line_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER return_matches_once BEFORE INSERT ON return_matches
WHEN EXISTS (SELECT 1 FROM return_matches WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM return_matches WHERE return_id = NEW.return_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER photos_once BEFORE INSERT ON photos
WHEN EXISTS (SELECT 1 FROM photos WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER line_valuations_once BEFORE INSERT ON line_valuations
WHEN EXISTS (SELECT 1 FROM line_valuations WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM line_valuations WHERE return_line_id = NEW.return_line_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_once BEFORE INSERT ON waivers
WHEN EXISTS (SELECT 1 FROM waivers WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_extras_once BEFORE INSERT ON credit_note_extras
WHEN EXISTS (SELECT 1 FROM credit_note_extras WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER store_credits_once BEFORE INSERT ON store_credits
WHEN EXISTS (SELECT 1 FROM store_credits WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM store_credits WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER store_credit_events_once BEFORE INSERT ON store_credit_events
WHEN EXISTS (SELECT 1 FROM store_credit_events WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM store_credit_events WHERE payout_id = NEW.payout_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER repair_tickets_once BEFORE INSERT ON repair_tickets
WHEN EXISTS (SELECT 1 FROM repair_tickets WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM repair_tickets WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM repair_tickets WHERE inspection_id = NEW.inspection_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER repair_works_once BEFORE INSERT ON repair_works
WHEN EXISTS (SELECT 1 FROM repair_works WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM repair_works WHERE document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER repair_outcomes_once BEFORE INSERT ON repair_outcomes
WHEN EXISTS (SELECT 1 FROM repair_outcomes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM repair_outcomes WHERE ticket_id = NEW.ticket_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claims_once BEFORE INSERT ON supplier_claims
WHEN EXISTS (SELECT 1 FROM supplier_claims WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM supplier_claims WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_lines_once BEFORE INSERT ON supplier_claim_lines
WHEN EXISTS (SELECT 1 FROM supplier_claim_lines WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER supplier_claim_events_once BEFORE INSERT ON supplier_claim_events
WHEN EXISTS (SELECT 1 FROM supplier_claim_events WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM supplier_claim_events WHERE document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER red_invoices_once BEFORE INSERT ON red_invoices
WHEN EXISTS (SELECT 1 FROM red_invoices WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_once BEFORE INSERT ON assignments
WHEN EXISTS (SELECT 1 FROM assignments WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER messages_once BEFORE INSERT ON messages
WHEN EXISTS (SELECT 1 FROM messages WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER ratings_once BEFORE INSERT ON ratings
WHEN EXISTS (SELECT 1 FROM ratings WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
