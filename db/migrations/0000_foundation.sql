-- The foundation: one shop's books. Written by hand, because STRICT, CHECK, deferred keys and triggers are the point of it.
-- Facts carry event_seq, the event that posted them. The event row itself comes last in the transaction, so event_seq is no foreign key:
-- a deferred one would look through every fact table at each event. Triggers accept no number but the one of the event being written.
-- Cached columns and tables only sum up facts and are recomputed by care.verify.

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
--> statement-breakpoint
CREATE TABLE drafts (
  screen TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE journal_of_events (
  seq INTEGER PRIMARY KEY,
  action_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  person TEXT NOT NULL,
  input_sha256 TEXT NOT NULL CHECK (length(input_sha256) = 64),
  result TEXT NOT NULL CHECK (json_valid(result)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE documents (
  number TEXT PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  series TEXT NOT NULL CHECK (series IN ('S', 'R', 'C', 'P', 'J')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1970 AND 9999),
  seq INTEGER NOT NULL CHECK (seq > 0),
  day TEXT NOT NULL,
  UNIQUE (series, year, seq),
  CHECK (number = series || '-' || year || '-' || printf('%06d', seq)),
  CHECK (year = CAST(substr(day, 1, 4) AS INTEGER))
) STRICT;
--> statement-breakpoint
CREATE TABLE month_closings (
  month TEXT PRIMARY KEY CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
  event_seq INTEGER NOT NULL,
  closed_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL UNIQUE CHECK (sku <> ''),
  name TEXT NOT NULL,
  spec TEXT,
  cost_e4 INTEGER CHECK (cost_e4 >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  code TEXT UNIQUE,
  name TEXT,
  phone TEXT,
  CHECK (code IS NOT NULL OR name IS NOT NULL OR phone IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX customers_by_phone ON customers (phone) WHERE phone IS NOT NULL;
--> statement-breakpoint
CREATE INDEX customers_by_name ON customers (name) WHERE name IS NOT NULL;
--> statement-breakpoint
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sales')),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  profile TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  at TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_stored INTEGER NOT NULL,
  rows_refused INTEGER NOT NULL,
  CHECK (rows_read = rows_stored + rows_refused)
) STRICT;
--> statement-breakpoint
CREATE TABLE sales (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  sold_at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  customer_id INTEGER REFERENCES customers (id) ON DELETE RESTRICT,
  channel TEXT,
  total_cents INTEGER NOT NULL CHECK (total_cents >= 0),
  delivery_cents INTEGER NOT NULL CHECK (delivery_cents >= 0),
  status TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('desk', 'import')),
  booked INTEGER NOT NULL CHECK (booked IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX sales_by_day ON sales (day, id);
--> statement-breakpoint
CREATE INDEX sales_by_customer ON sales (customer_id, sold_at) WHERE customer_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE sale_lines (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  sale_id INTEGER NOT NULL REFERENCES sales (id) ON DELETE RESTRICT,
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  name TEXT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  unit_price_e4 INTEGER NOT NULL CHECK (unit_price_e4 >= 0),
  paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
  tax_cents INTEGER NOT NULL CHECK (tax_cents BETWEEN 0 AND paid_cents),
  cost_cents INTEGER CHECK (cost_cents >= 0),
  returned_milli INTEGER NOT NULL DEFAULT 0 CHECK (returned_milli BETWEEN 0 AND quantity_milli),
  credited_milli INTEGER NOT NULL DEFAULT 0 CHECK (credited_milli BETWEEN 0 AND returned_milli),
  credited_cents INTEGER NOT NULL DEFAULT 0 CHECK (credited_cents BETWEEN 0 AND paid_cents),
  credited_tax_cents INTEGER NOT NULL DEFAULT 0 CHECK (credited_tax_cents BETWEEN 0 AND tax_cents),
  UNIQUE (sale_id, line_no)
) STRICT;
--> statement-breakpoint
CREATE INDEX sale_lines_by_product ON sale_lines (product_id, sale_id);
--> statement-breakpoint
CREATE TABLE sale_tenders (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  sale_id INTEGER NOT NULL REFERENCES sales (id) ON DELETE RESTRICT,
  tender TEXT NOT NULL CHECK (tender IN ('cash', 'wechat', 'alipay', 'card', 'bank', 'store-credit', 'other')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  given_back_cents INTEGER NOT NULL DEFAULT 0 CHECK (given_back_cents BETWEEN 0 AND amount_cents),
  UNIQUE (sale_id, tender)
) STRICT;
--> statement-breakpoint
CREATE TABLE stock_adjustments (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL,
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  adjusted_at TEXT NOT NULL,
  day TEXT NOT NULL,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli <> 0),
  note TEXT,
  UNIQUE (number, line_no)
) STRICT;
--> statement-breakpoint
CREATE TABLE returns (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  origin TEXT NOT NULL CHECK (origin IN ('desk', 'import')),
  sale_id INTEGER REFERENCES sales (id) ON DELETE RESTRICT,
  customer_id INTEGER REFERENCES customers (id) ON DELETE RESTRICT,
  channel TEXT NOT NULL CHECK (channel IN ('counter', 'parcel', 'pickup', 'online', 'phone')),
  want TEXT NOT NULL CHECK (want IN ('refund', 'exchange', 'store-credit', 'repair')),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  opened_at TEXT NOT NULL,
  verdict_outcome TEXT NOT NULL CHECK (verdict_outcome IN ('accept', 'review', 'reject')),
  verdict_rules TEXT NOT NULL CHECK (json_valid(verdict_rules)),
  stage TEXT NOT NULL CHECK (stage IN ('draft', 'requested', 'approved', 'received', 'inspected', 'settled', 'closed', 'rejected', 'cancelled')),
  due_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX returns_open ON returns (due_at) WHERE stage IN ('requested', 'approved', 'received', 'inspected');
--> statement-breakpoint
CREATE INDEX returns_by_day ON returns (day, id);
--> statement-breakpoint
CREATE INDEX returns_by_sale ON returns (sale_id) WHERE sale_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX returns_by_customer ON returns (customer_id) WHERE customer_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE return_lines (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  note TEXT,
  requested_milli INTEGER NOT NULL CHECK (requested_milli > 0),
  file_amount_cents INTEGER CHECK (file_amount_cents >= 0),
  unlinked TEXT CHECK (unlinked IN ('no-customer', 'no-earlier-sale', 'already-returned', 'too-little-left')),
  received_milli INTEGER NOT NULL DEFAULT 0 CHECK (received_milli BETWEEN 0 AND requested_milli),
  received_value_cents INTEGER NOT NULL DEFAULT 0 CHECK (received_value_cents >= 0),
  inspected_milli INTEGER NOT NULL DEFAULT 0 CHECK (inspected_milli BETWEEN 0 AND received_milli),
  inspected_value_cents INTEGER NOT NULL DEFAULT 0 CHECK (inspected_value_cents BETWEEN 0 AND received_value_cents),
  unknown_milli INTEGER NOT NULL DEFAULT 0 CHECK (unknown_milli BETWEEN 0 AND received_milli - inspected_milli),
  sent_back_milli INTEGER NOT NULL DEFAULT 0 CHECK (sent_back_milli BETWEEN 0 AND inspected_milli),
  credited_milli INTEGER NOT NULL DEFAULT 0 CHECK (credited_milli BETWEEN 0 AND inspected_milli - sent_back_milli),
  credited_cents INTEGER NOT NULL DEFAULT 0 CHECK (credited_cents >= 0),
  UNIQUE (return_id, line_no)
) STRICT;
--> statement-breakpoint
CREATE INDEX return_lines_by_product ON return_lines (product_id);
--> statement-breakpoint
CREATE TABLE return_links (
  return_line_id INTEGER NOT NULL REFERENCES return_lines (id) ON DELETE RESTRICT,
  sale_line_id INTEGER NOT NULL REFERENCES sale_lines (id) ON DELETE RESTRICT,
  event_seq INTEGER NOT NULL,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  file_share_cents INTEGER CHECK (file_share_cents >= 0),
  released_milli INTEGER NOT NULL DEFAULT 0 CHECK (released_milli BETWEEN 0 AND quantity_milli),
  PRIMARY KEY (return_line_id, sale_line_id)
) STRICT;
--> statement-breakpoint
CREATE INDEX return_links_by_sale_line ON return_links (sale_line_id);
--> statement-breakpoint
CREATE TABLE return_steps (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  step TEXT NOT NULL,
  from_stage TEXT NOT NULL CHECK (from_stage IN ('draft', 'requested', 'approved', 'received', 'inspected', 'settled', 'closed', 'rejected', 'cancelled')),
  to_stage TEXT NOT NULL CHECK (to_stage IN ('draft', 'requested', 'approved', 'received', 'inspected', 'settled', 'closed', 'rejected', 'cancelled')),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  note TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX return_steps_by_return ON return_steps (return_id);
--> statement-breakpoint
CREATE TABLE receipts (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_line_id INTEGER NOT NULL REFERENCES return_lines (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  cost_source TEXT NOT NULL CHECK (cost_source IN ('recorded', 'average', 'set', 'unknown')),
  CHECK (cost_source <> 'unknown' OR value_cents = 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX receipts_by_line ON receipts (return_line_id);
--> statement-breakpoint
-- Units that came at an unknown cost and were valued before they were graded.
CREATE TABLE line_revaluations (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_line_id INTEGER NOT NULL REFERENCES return_lines (id) ON DELETE RESTRICT,
  known_milli INTEGER NOT NULL CHECK (known_milli > 0),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE inspections (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  return_line_id INTEGER NOT NULL REFERENCES return_lines (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C')),
  disposition TEXT NOT NULL CHECK (disposition IN ('resell', 'repair', 'scrap', 'supplier', 'send-back')),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  write_down_cents INTEGER NOT NULL CHECK (write_down_cents >= 0),
  posted_write_down_cents INTEGER NOT NULL CHECK (posted_write_down_cents BETWEEN 0 AND min(value_cents, write_down_cents)),
  unknown_milli INTEGER NOT NULL CHECK (unknown_milli BETWEEN 0 AND quantity_milli),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX inspections_by_line ON inspections (return_line_id);
--> statement-breakpoint
CREATE TABLE credit_notes (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  return_id INTEGER NOT NULL REFERENCES returns (id) ON DELETE RESTRICT,
  day TEXT NOT NULL,
  goods_cents INTEGER NOT NULL CHECK (goods_cents >= 0),
  tax_cents INTEGER NOT NULL CHECK (tax_cents >= 0),
  fee_cents INTEGER NOT NULL CHECK (fee_cents >= 0),
  delivery_cents INTEGER NOT NULL CHECK (delivery_cents >= 0),
  total_cents INTEGER NOT NULL CHECK (total_cents >= 0),
  paid_cents INTEGER NOT NULL DEFAULT 0 CHECK (paid_cents BETWEEN 0 AND total_cents),
  CHECK (total_cents = goods_cents + tax_cents + delivery_cents - fee_cents)
) STRICT;
--> statement-breakpoint
CREATE INDEX credit_notes_by_return ON credit_notes (return_id);
--> statement-breakpoint
CREATE INDEX credit_notes_by_day ON credit_notes (day);
--> statement-breakpoint
CREATE TABLE credit_note_lines (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  credit_note_id INTEGER NOT NULL REFERENCES credit_notes (id) ON DELETE RESTRICT,
  return_line_id INTEGER NOT NULL REFERENCES return_lines (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  goods_cents INTEGER NOT NULL CHECK (goods_cents >= 0),
  tax_cents INTEGER NOT NULL CHECK (tax_cents >= 0),
  fee_cents INTEGER NOT NULL CHECK (fee_cents >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX credit_note_lines_by_note ON credit_note_lines (credit_note_id);
--> statement-breakpoint
CREATE INDEX credit_note_lines_by_return_line ON credit_note_lines (return_line_id);
--> statement-breakpoint
CREATE TABLE payouts (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  credit_note_id INTEGER NOT NULL REFERENCES credit_notes (id) ON DELETE RESTRICT,
  tender TEXT NOT NULL CHECK (tender IN ('cash', 'wechat', 'alipay', 'card', 'bank', 'store-credit', 'other')),
  amount_cents INTEGER NOT NULL CHECK (amount_cents <> 0),
  original_cents INTEGER NOT NULL,
  reference TEXT,
  day TEXT NOT NULL,
  voids_payout_id INTEGER UNIQUE REFERENCES payouts (id) ON DELETE RESTRICT,
  CHECK ((amount_cents < 0) = (voids_payout_id IS NOT NULL)),
  CHECK (original_cents BETWEEN min(amount_cents, 0) AND max(amount_cents, 0))
) STRICT;
--> statement-breakpoint
CREATE INDEX payouts_by_note ON payouts (credit_note_id);
--> statement-breakpoint
CREATE INDEX payouts_by_day ON payouts (day);
--> statement-breakpoint
CREATE TABLE stock_moves (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  from_place TEXT NOT NULL CHECK (from_place IN ('shelf', 'returns', 'repair', 'supplier-shelf', 'customer', 'supplier', 'scrapped', 'difference')),
  to_place TEXT NOT NULL CHECK (to_place IN ('shelf', 'returns', 'repair', 'supplier-shelf', 'customer', 'supplier', 'scrapped', 'difference')),
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli >= 0),
  unknown_milli INTEGER NOT NULL CHECK (unknown_milli >= 0),
  from_value_cents INTEGER NOT NULL CHECK (from_value_cents >= 0),
  to_value_cents INTEGER NOT NULL CHECK (to_value_cents >= 0),
  document TEXT NOT NULL,
  CHECK ((from_place = to_place) = (quantity_milli = 0)),
  CHECK (quantity_milli = 0 OR unknown_milli <= quantity_milli),
  CHECK (from_place IN ('shelf', 'returns', 'repair', 'supplier-shelf') OR from_value_cents = 0),
  CHECK (to_place IN ('shelf', 'returns', 'repair', 'supplier-shelf') OR to_value_cents = 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX stock_moves_by_product ON stock_moves (product_id, day);
--> statement-breakpoint
CREATE INDEX stock_moves_by_day ON stock_moves (day);
--> statement-breakpoint
CREATE TABLE stock_balances (
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  place TEXT NOT NULL CHECK (place IN ('shelf', 'returns', 'repair', 'supplier-shelf', 'customer', 'supplier', 'scrapped', 'difference')),
  quantity_milli INTEGER NOT NULL,
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  unknown_milli INTEGER NOT NULL,
  PRIMARY KEY (product_id, place),
  CHECK (place NOT IN ('shelf', 'returns', 'repair', 'supplier-shelf') OR (quantity_milli >= 0 AND unknown_milli BETWEEN 0 AND quantity_milli)),
  CHECK (quantity_milli <> 0 OR value_cents = 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE journal_entries (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX journal_entries_by_day ON journal_entries (day, id);
--> statement-breakpoint
CREATE TABLE journal_lines (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES journal_entries (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  role TEXT NOT NULL,
  account_code TEXT NOT NULL CHECK (account_code <> ''),
  account_name TEXT NOT NULL,
  debit_cents INTEGER NOT NULL CHECK (debit_cents >= 0),
  credit_cents INTEGER NOT NULL CHECK (credit_cents >= 0),
  UNIQUE (entry_id, line_no),
  CHECK ((debit_cents = 0) <> (credit_cents = 0))
) STRICT;
--> statement-breakpoint
CREATE TABLE account_totals (
  month TEXT NOT NULL,
  role TEXT NOT NULL,
  debit_cents INTEGER NOT NULL,
  credit_cents INTEGER NOT NULL,
  PRIMARY KEY (month, role)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Names cut into bigrams by the shop; rowid is twice the id, plus one for customers.
CREATE VIRTUAL TABLE find_names USING fts5 (grams, tokenize = 'unicode61', content = '', contentless_delete = 1, detail = 'full');
--> statement-breakpoint
-- Events follow one another without a gap, each naming the hash of the one before.
CREATE TRIGGER journal_of_events_follow BEFORE INSERT ON journal_of_events
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
  OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM journal_of_events ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'an event must follow the last one'); END;
--> statement-breakpoint
CREATE TRIGGER journal_of_events_kept BEFORE UPDATE ON journal_of_events BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_of_events_stays BEFORE DELETE ON journal_of_events BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
-- Numbers are gapless per series and year.
CREATE TRIGGER documents_gapless BEFORE INSERT ON documents
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM documents WHERE series = NEW.series AND year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'numbers of documents have no gaps'); END;
--> statement-breakpoint
-- Lines come first, the entry seals them: it is refused unless they balance, and takes no line afterwards.
CREATE TRIGGER journal_entries_balance BEFORE INSERT ON journal_entries
WHEN (SELECT coalesce(sum(debit_cents) - sum(credit_cents), -1) FROM journal_lines WHERE entry_id = NEW.id) <> 0
BEGIN SELECT RAISE(ABORT, 'an entry must balance'); END;
--> statement-breakpoint
CREATE TRIGGER journal_lines_sealed BEFORE INSERT ON journal_lines
WHEN EXISTS (SELECT 1 FROM journal_entries WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'a posted entry takes no more lines'); END;
--> statement-breakpoint
CREATE TRIGGER documents_kept BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER documents_stays BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER documents_posted BEFORE INSERT ON documents
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER month_closings_kept BEFORE UPDATE ON month_closings BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER month_closings_stays BEFORE DELETE ON month_closings BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER month_closings_posted BEFORE INSERT ON month_closings
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER imports_kept BEFORE UPDATE ON imports BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER imports_stays BEFORE DELETE ON imports BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER imports_posted BEFORE INSERT ON imports
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER sales_kept BEFORE UPDATE ON sales BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sales_stays BEFORE DELETE ON sales BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sales_posted BEFORE INSERT ON sales
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER sale_lines_kept BEFORE UPDATE OF id, event_seq, sale_id, line_no, product_id, name, quantity_milli, unit_price_e4, paid_cents, tax_cents, cost_cents ON sale_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_lines_stays BEFORE DELETE ON sale_lines BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sale_lines_posted BEFORE INSERT ON sale_lines
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_kept BEFORE UPDATE OF id, event_seq, sale_id, tender, amount_cents ON sale_tenders BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_stays BEFORE DELETE ON sale_tenders BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_posted BEFORE INSERT ON sale_tenders
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_kept BEFORE UPDATE ON stock_adjustments BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_stays BEFORE DELETE ON stock_adjustments BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_posted BEFORE INSERT ON stock_adjustments
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER returns_kept BEFORE UPDATE OF id, event_seq, number, origin, sale_id, customer_id, channel, want, day, opened_at, verdict_outcome, verdict_rules ON returns BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER returns_stays BEFORE DELETE ON returns BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER returns_posted BEFORE INSERT ON returns
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
-- History read from files may be of any month.
CREATE TRIGGER returns_month_open BEFORE INSERT ON returns
WHEN NEW.origin = 'desk' AND EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER return_lines_kept BEFORE UPDATE OF id, event_seq, return_id, line_no, product_id, reason, note, requested_milli, file_amount_cents, unlinked ON return_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_lines_stays BEFORE DELETE ON return_lines BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER return_lines_posted BEFORE INSERT ON return_lines
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER return_links_kept BEFORE UPDATE OF return_line_id, sale_line_id, event_seq, quantity_milli, file_share_cents ON return_links BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_links_stays BEFORE DELETE ON return_links BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER return_links_posted BEFORE INSERT ON return_links
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER return_steps_kept BEFORE UPDATE ON return_steps BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_steps_stays BEFORE DELETE ON return_steps BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER return_steps_posted BEFORE INSERT ON return_steps
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_kept BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_stays BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_posted BEFORE INSERT ON receipts
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_kept BEFORE UPDATE ON line_revaluations BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_stays BEFORE DELETE ON line_revaluations BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_posted BEFORE INSERT ON line_revaluations
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER inspections_kept BEFORE UPDATE ON inspections BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER inspections_stays BEFORE DELETE ON inspections BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER inspections_posted BEFORE INSERT ON inspections
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_kept BEFORE UPDATE OF id, event_seq, number, return_id, day, goods_cents, tax_cents, fee_cents, delivery_cents, total_cents ON credit_notes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_stays BEFORE DELETE ON credit_notes BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_posted BEFORE INSERT ON credit_notes
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_month_open BEFORE INSERT ON credit_notes
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_kept BEFORE UPDATE ON credit_note_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_stays BEFORE DELETE ON credit_note_lines BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_posted BEFORE INSERT ON credit_note_lines
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER payouts_kept BEFORE UPDATE ON payouts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER payouts_stays BEFORE DELETE ON payouts BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER payouts_posted BEFORE INSERT ON payouts
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER payouts_month_open BEFORE INSERT ON payouts
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER stock_moves_kept BEFORE UPDATE ON stock_moves BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stock_moves_stays BEFORE DELETE ON stock_moves BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stock_moves_posted BEFORE INSERT ON stock_moves
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER stock_moves_month_open BEFORE INSERT ON stock_moves
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER journal_lines_kept BEFORE UPDATE ON journal_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_lines_stays BEFORE DELETE ON journal_lines BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER journal_lines_posted BEFORE INSERT ON journal_lines
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_kept BEFORE UPDATE ON journal_entries BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_stays BEFORE DELETE ON journal_entries BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_posted BEFORE INSERT ON journal_entries
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_month_open BEFORE INSERT ON journal_entries
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
