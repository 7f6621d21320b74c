-- Reading what shops have, and the stock book: goods received, opening stock, counts, money given back elsewhere, and files taken back
-- (docs/decisions/015-stock-book.md, 016-reading-files.md).
-- A number may stand twice once its first document was taken back: the unique keys of what files bring become plain indexes of the
-- same pages, renamed in the schema itself, and triggers refuse a second living one. No row is touched.
PRAGMA writable_schema = ON;
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, '''T'', ''L'', ''V'')', '''T'', ''L'', ''V'', ''G'', ''O'', ''K'')') WHERE type = 'table' AND name = 'documents';
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, '(kind IN (''sales''))', '(kind IN (''sales'', ''products'', ''customers'', ''suppliers'', ''opening-stock'', ''goods-received'', ''returns''))') WHERE type = 'table' AND name = 'imports';
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, 'number TEXT NOT NULL UNIQUE', 'number TEXT NOT NULL') WHERE type = 'table' AND name IN ('sales', 'returns');
--> statement-breakpoint
UPDATE sqlite_schema SET name = tbl_name || '_by_number', sql = 'CREATE INDEX ' || tbl_name || '_by_number ON ' || tbl_name || ' (number)' WHERE type = 'index' AND name IN ('sqlite_autoindex_sales_1', 'sqlite_autoindex_returns_1');
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, ',
  UNIQUE (number, line_no)', '') WHERE type = 'table' AND name = 'stock_adjustments';
--> statement-breakpoint
UPDATE sqlite_schema SET name = 'stock_adjustments_by_number', sql = 'CREATE INDEX stock_adjustments_by_number ON stock_adjustments (number, line_no)' WHERE type = 'index' AND name = 'sqlite_autoindex_stock_adjustments_1';
--> statement-breakpoint
PRAGMA writable_schema = RESET;
--> statement-breakpoint
ALTER TABLE products ADD COLUMN unit TEXT;
--> statement-breakpoint
ALTER TABLE products ADD COLUMN min_milli INTEGER CHECK (min_milli >= 0);
--> statement-breakpoint
ALTER TABLE products ADD COLUMN max_milli INTEGER CHECK (max_milli >= 0 AND max_milli >= coalesce(min_milli, 0));
--> statement-breakpoint
ALTER TABLE products ADD COLUMN expires INTEGER NOT NULL DEFAULT 0 CHECK (expires = 0 OR (expires = 1 AND tracking IS 'batch'));
--> statement-breakpoint
ALTER TABLE products ADD COLUMN location TEXT;
--> statement-breakpoint
ALTER TABLE products ADD COLUMN photo TEXT CHECK (length(photo) = 64);
--> statement-breakpoint
ALTER TABLE products ADD COLUMN photo_type TEXT CHECK ((photo_type IS NULL) = (photo IS NULL) AND photo_type IN ('image/jpeg', 'image/png', 'image/webp'));
--> statement-breakpoint
ALTER TABLE suppliers ADD COLUMN lead_days INTEGER CHECK (lead_days >= 0);
--> statement-breakpoint
ALTER TABLE sales ADD COLUMN refunded_cents INTEGER NOT NULL DEFAULT 0 CHECK (refunded_cents BETWEEN 0 AND total_cents);
--> statement-breakpoint
ALTER TABLE sales ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
--> statement-breakpoint
ALTER TABLE stock_adjustments ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
--> statement-breakpoint
ALTER TABLE return_links ADD COLUMN file_tax_cents INTEGER CHECK (file_tax_cents >= 0);
--> statement-breakpoint
-- What the platform that a sale or a return came from calls its line, and the return.
ALTER TABLE sale_lines ADD COLUMN reference TEXT CHECK (reference <> '');
--> statement-breakpoint
ALTER TABLE returns ADD COLUMN reference TEXT CHECK (reference <> '');
--> statement-breakpoint
-- The sale that a file names for a return, found or not.
ALTER TABLE returns ADD COLUMN sale_number TEXT CHECK (sale_number <> '');
--> statement-breakpoint
CREATE INDEX sale_lines_by_reference ON sale_lines (reference) WHERE reference IS NOT NULL;
--> statement-breakpoint
CREATE INDEX returns_by_reference ON returns (reference) WHERE reference IS NOT NULL;
--> statement-breakpoint
CREATE INDEX return_lines_unlinked ON return_lines (id) WHERE unlinked IS NOT NULL;
--> statement-breakpoint
CREATE INDEX return_steps_matched_later ON return_steps (return_id) WHERE step = 'match' AND from_stage = 'closed';
--> statement-breakpoint
CREATE INDEX returns_withdrawn ON returns (id) WHERE withdrawn = 1;
--> statement-breakpoint
-- What only a file that was taken back speaks of: nobody sees it any more, and its code is free.
ALTER TABLE products ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
--> statement-breakpoint
ALTER TABLE customers ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
--> statement-breakpoint
CREATE TABLE product_barcodes (
  code TEXT PRIMARY KEY CHECK (code <> ''),
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX product_barcodes_by_product ON product_barcodes (product_id);
--> statement-breakpoint
-- Mappings of files that a person made and named.
CREATE TABLE import_mappings (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  kind TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  saved_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- What reading a file made or changed of products, customers and suppliers, so that it can be taken back: NULL before where it was new.
CREATE TABLE import_traces (
  id INTEGER PRIMARY KEY,
  action_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('product', 'customer', 'supplier')),
  row_id INTEGER NOT NULL,
  before TEXT CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after))
) STRICT;
--> statement-breakpoint
CREATE INDEX import_traces_by_action ON import_traces (action_id);
--> statement-breakpoint
CREATE TABLE import_undos (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  import_id INTEGER NOT NULL UNIQUE REFERENCES imports (id) ON DELETE RESTRICT,
  why TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- Money that a sale's own platform or till has given back, as a file says.
CREATE TABLE sale_refunds (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  sale_id INTEGER NOT NULL REFERENCES sales (id) ON DELETE RESTRICT,
  cents INTEGER NOT NULL CHECK (cents > 0),
  day TEXT CHECK (date(day) IS day),
  reference TEXT,
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX sale_refunds_by_sale ON sale_refunds (sale_id);
--> statement-breakpoint
-- What a later file says of a sale: the newest row that says something counts.
CREATE TABLE sale_statuses (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  sale_id INTEGER NOT NULL REFERENCES sales (id) ON DELETE RESTRICT,
  status TEXT NOT NULL CHECK (status <> ''),
  signed_on TEXT CHECK (date(signed_on) IS signed_on),
  at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX sale_statuses_by_sale ON sale_statuses (sale_id);
--> statement-breakpoint
-- Goods that came into the shop: received from a supplier, or there when the stock book was opened. A void is a document of its own.
CREATE TABLE goods_receipts (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('received', 'opening')),
  supplier_id INTEGER REFERENCES suppliers (id) ON DELETE RESTRICT,
  paid_by TEXT CHECK (paid_by IN ('cash', 'wechat', 'alipay', 'card', 'bank', 'other', 'payable')),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  tax_cents INTEGER NOT NULL CHECK (tax_cents >= 0),
  reference TEXT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  voids_id INTEGER UNIQUE REFERENCES goods_receipts (id) ON DELETE RESTRICT,
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK ((kind = 'received') = (paid_by IS NOT NULL)),
  CHECK (kind = 'received' OR tax_cents = 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX goods_receipts_by_day ON goods_receipts (day, id);
--> statement-breakpoint
CREATE INDEX goods_receipts_by_supplier ON goods_receipts (supplier_id) WHERE supplier_id IS NOT NULL;
--> statement-breakpoint
CREATE TABLE goods_receipt_lines (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  goods_receipt_id INTEGER NOT NULL REFERENCES goods_receipts (id) ON DELETE RESTRICT,
  line_no INTEGER NOT NULL CHECK (line_no > 0),
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  unknown_milli INTEGER NOT NULL CHECK (unknown_milli IN (0, quantity_milli)),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  UNIQUE (goods_receipt_id, line_no),
  CHECK (unknown_milli = 0 OR value_cents = 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX goods_receipt_lines_by_product ON goods_receipt_lines (product_id);
--> statement-breakpoint
CREATE TABLE goods_receipt_units (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  goods_receipt_line_id INTEGER NOT NULL REFERENCES goods_receipt_lines (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('serial', 'batch')),
  code TEXT NOT NULL CHECK (code <> ''),
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  expires_on TEXT CHECK (date(expires_on) IS expires_on),
  UNIQUE (goods_receipt_line_id, code),
  CHECK (kind = 'batch' OR quantity_milli = 1000)
) STRICT;
--> statement-breakpoint
CREATE INDEX goods_receipt_units_by_code ON goods_receipt_units (code);
--> statement-breakpoint
CREATE INDEX goods_receipt_units_by_expiry ON goods_receipt_units (expires_on) WHERE expires_on IS NOT NULL;
--> statement-breakpoint
CREATE TABLE stocktakes (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  place TEXT NOT NULL CHECK (place IN ('shelf', 'returns', 'repair', 'supplier-shelf')),
  -- Those who count do not see what the book says.
  blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  note TEXT,
  open INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX stocktakes_open ON stocktakes (id) WHERE open = 1;
--> statement-breakpoint
-- One thing somebody counted: the first row of a product sets, later ones add or set again. The book is as it was at that moment.
CREATE TABLE stocktake_counts (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  stocktake_id INTEGER NOT NULL REFERENCES stocktakes (id) ON DELETE RESTRICT,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  mode TEXT NOT NULL CHECK (mode IN ('set', 'add')),
  quantity_milli INTEGER NOT NULL CHECK (mode = 'add' OR quantity_milli >= 0),
  book_milli INTEGER NOT NULL CHECK (book_milli >= 0),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX stocktake_counts_by_stocktake ON stocktake_counts (stocktake_id, product_id);
--> statement-breakpoint
CREATE TABLE stocktake_ends (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  stocktake_id INTEGER NOT NULL UNIQUE REFERENCES stocktakes (id) ON DELETE RESTRICT,
  outcome TEXT NOT NULL CHECK (outcome IN ('booked', 'cancelled')),
  items_counted INTEGER NOT NULL CHECK (items_counted >= 0),
  items_equal INTEGER NOT NULL CHECK (items_equal BETWEEN 0 AND items_counted),
  day TEXT NOT NULL CHECK (date(day) IS day),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE stocktake_differences (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  stocktake_id INTEGER NOT NULL REFERENCES stocktakes (id) ON DELETE RESTRICT,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  counted_milli INTEGER NOT NULL CHECK (counted_milli >= 0),
  book_milli INTEGER NOT NULL CHECK (book_milli >= 0),
  unknown_milli INTEGER NOT NULL CHECK (unknown_milli >= 0),
  value_cents INTEGER NOT NULL CHECK (value_cents >= 0),
  reason TEXT NOT NULL CHECK (reason IN ('lost', 'broken', 'stolen', 'own-use', 'expired', 'found', 'booking-mistake', 'other')),
  note TEXT,
  UNIQUE (stocktake_id, product_id),
  CHECK (counted_milli <> book_milli)
) STRICT;
--> statement-breakpoint
CREATE INDEX stocktake_differences_by_product ON stocktake_differences (product_id);
--> statement-breakpoint
-- Sums that files may change: who wrote the rest of the row is found out as before.
DROP TRIGGER sale_lines_kept;
--> statement-breakpoint
CREATE TRIGGER sale_lines_kept BEFORE UPDATE OF id, event_seq, sale_id, line_no, product_id, name, quantity_milli, unit_price_e4, paid_cents, tax_cents, cost_cents, bundle, reference ON sale_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
DROP TRIGGER returns_kept;
--> statement-breakpoint
CREATE TRIGGER returns_kept BEFORE UPDATE OF id, event_seq, number, origin, sale_id, customer_id, channel, want, day, opened_at, verdict_outcome, verdict_rules, verdict_terms, policy_id, signed_on, visit, parent_id, courier, waybill, freight_cents, reference, sale_number ON returns BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
DROP TRIGGER sales_kept;
--> statement-breakpoint
CREATE TRIGGER sales_kept BEFORE UPDATE OF id, event_seq, number, sold_at, day, customer_id, channel, total_cents, delivery_cents, status, origin, booked, signed_on, exchange_of ON sales BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
DROP TRIGGER stock_adjustments_kept;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_kept BEFORE UPDATE OF id, event_seq, number, line_no, adjusted_at, day, product_id, quantity_milli, note ON stock_adjustments BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sales_bare BEFORE INSERT ON sales
WHEN NEW.refunded_cents <> 0 OR NEW.withdrawn <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
DROP TRIGGER returns_bare;
--> statement-breakpoint
CREATE TRIGGER returns_bare BEFORE INSERT ON returns
WHEN NEW.matched_sale_id IS NOT NULL OR NEW.withdrawn <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_bare BEFORE INSERT ON stock_adjustments
WHEN NEW.withdrawn <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
DROP TRIGGER return_links_bare;
--> statement-breakpoint
CREATE TRIGGER return_links_bare BEFORE INSERT ON return_links
WHEN NEW.released_milli <> 0 OR NEW.file_tax_cents IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
DROP TRIGGER sales_once;
--> statement-breakpoint
CREATE TRIGGER sales_once BEFORE INSERT ON sales
WHEN EXISTS (SELECT 1 FROM sales WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM sales WHERE number = NEW.number AND withdrawn = 0)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER returns_once;
--> statement-breakpoint
CREATE TRIGGER returns_once BEFORE INSERT ON returns
WHEN EXISTS (SELECT 1 FROM returns WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM returns WHERE number = NEW.number AND withdrawn = 0)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
DROP TRIGGER stock_adjustments_once;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_once BEFORE INSERT ON stock_adjustments
WHEN EXISTS (SELECT 1 FROM stock_adjustments WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM stock_adjustments WHERE number = NEW.number AND line_no = NEW.line_no AND withdrawn = 0)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
-- A return that a file says was given up brought nothing back.
DROP TRIGGER return_lines_sum;
--> statement-breakpoint
CREATE TRIGGER return_lines_sum AFTER INSERT ON return_lines WHEN NEW.file_amount_cents IS NOT NULL AND (SELECT stage FROM returns WHERE id = NEW.return_id) <> 'cancelled' BEGIN
  UPDATE return_lines SET received_milli = NEW.requested_milli, inspected_milli = NEW.requested_milli, credited_milli = NEW.requested_milli,
    credited_cents = NEW.file_amount_cents WHERE id = NEW.id;
END;
--> statement-breakpoint
-- A return read from a file may find its sale later: by hand, or with a later file.
DROP TRIGGER return_links_fit;
--> statement-breakpoint
CREATE TRIGGER return_links_fit BEFORE INSERT ON return_links BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') FROM return_lines l JOIN returns r ON r.id = l.return_id
    WHERE l.id = NEW.return_line_id AND NEW.event_seq <> l.event_seq AND (r.origin = 'desk' OR l.unlinked IS NULL)
    AND NOT EXISTS (SELECT 1 FROM return_matches m WHERE m.return_id = l.return_id AND m.event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'what was taken back is not referred to') FROM return_lines l JOIN returns r ON r.id = l.return_id WHERE l.id = NEW.return_line_id AND r.withdrawn = 1;
  SELECT RAISE(ABORT, 'what was taken back is not referred to') FROM sale_lines l JOIN sales s ON s.id = l.sale_id WHERE l.id = NEW.sale_line_id AND s.withdrawn = 1;
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
-- The share of the tax is kept, so that it can be taken back to the cent.
DROP TRIGGER return_links_sum_of_file;
--> statement-breakpoint
CREATE TRIGGER return_links_sum_of_file AFTER INSERT ON return_links WHEN NEW.file_share_cents IS NOT NULL BEGIN
  UPDATE return_links SET file_tax_cents = (SELECT min(NEW.file_share_cents, (tax_cents - credited_tax_cents),
      (tax_cents - credited_tax_cents) / (quantity_milli - credited_milli) * NEW.quantity_milli + (tax_cents - credited_tax_cents) % (quantity_milli - credited_milli) * NEW.quantity_milli / (quantity_milli - credited_milli)
        + ((tax_cents - credited_tax_cents) % (quantity_milli - credited_milli) * NEW.quantity_milli % (quantity_milli - credited_milli) * 2 >= (quantity_milli - credited_milli))) FROM sale_lines WHERE id = NEW.sale_line_id)
    WHERE return_line_id = NEW.return_line_id AND sale_line_id = NEW.sale_line_id;
  UPDATE sale_lines SET returned_milli = returned_milli + NEW.quantity_milli, credited_milli = credited_milli + NEW.quantity_milli,
    credited_cents = credited_cents + NEW.file_share_cents,
    credited_tax_cents = credited_tax_cents + (SELECT file_tax_cents FROM return_links WHERE return_line_id = NEW.return_line_id AND sale_line_id = NEW.sale_line_id)
    WHERE id = NEW.sale_line_id;
END;
--> statement-breakpoint
-- Where nothing was taxed, nothing of the tax was given back; what earlier versions shared out of a tax is not known line by line.
UPDATE return_links SET file_tax_cents = 0 WHERE file_share_cents IS NOT NULL AND (SELECT tax_cents FROM sale_lines WHERE id = sale_line_id) = 0;
--> statement-breakpoint
-- A file is taken back as a whole, and only while nothing refers to what it brought. Its events are those of the parts of its reading.
CREATE TRIGGER import_undos_fit BEFORE INSERT ON import_undos BEGIN
  SELECT RAISE(ABORT, 'what others refer to is not taken back') FROM sales s WHERE s.event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id) AND (
    EXISTS (SELECT 1 FROM returns r WHERE r.sale_id = s.id OR r.matched_sale_id = s.id)
    OR EXISTS (SELECT 1 FROM store_credit_events v WHERE v.sale_id = s.id)
    OR EXISTS (SELECT 1 FROM sale_lines l JOIN return_links k ON k.sale_line_id = l.id JOIN return_lines b ON b.id = k.return_line_id JOIN returns r ON r.id = b.return_id
      WHERE l.sale_id = s.id AND r.withdrawn = 0 AND r.event_seq NOT IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id)));
  SELECT RAISE(ABORT, 'what others refer to is not taken back') FROM returns r WHERE r.event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id) AND r.origin = 'desk' AND r.stage <> 'cancelled';
  SELECT RAISE(ABORT, 'a share of tax that is not known is not taken back') FROM returns r JOIN return_lines l ON l.return_id = r.id JOIN return_links k ON k.return_line_id = l.id
    WHERE r.event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id) AND k.file_share_cents IS NOT NULL AND k.file_tax_cents IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER import_undos_sum AFTER INSERT ON import_undos BEGIN
  UPDATE sale_lines SET returned_milli = returned_milli - k.milli, credited_milli = credited_milli - k.milli,
    credited_cents = credited_cents - k.cents, credited_tax_cents = credited_tax_cents - k.tax
    FROM (SELECT k.sale_line_id, sum(k.quantity_milli) AS milli, sum(k.file_share_cents) AS cents, sum(k.file_tax_cents) AS tax
      FROM returns r JOIN return_lines l ON l.return_id = r.id JOIN return_links k ON k.return_line_id = l.id
      WHERE r.event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id) AND r.origin = 'import' GROUP BY k.sale_line_id) k
    WHERE sale_lines.id = k.sale_line_id;
  UPDATE returns SET withdrawn = 1 WHERE origin = 'import' AND event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id);
  UPDATE sales SET withdrawn = 1 WHERE origin = 'import' AND event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id);
  UPDATE sales SET refunded_cents = refunded_cents - f.cents
    FROM (SELECT sale_id, sum(cents) AS cents FROM sale_refunds WHERE event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id) GROUP BY sale_id) f WHERE sales.id = f.sale_id;
  UPDATE stock_adjustments SET withdrawn = 1 WHERE event_seq IN (SELECT c.seq FROM journal_of_events e JOIN imports i ON i.event_seq = e.seq JOIN journal_of_events c ON c.action_id > e.action_id || '#' AND c.action_id < e.action_id || '$' WHERE i.id = NEW.import_id);
END;
--> statement-breakpoint
-- Money given back elsewhere counts against what may be given back here.
CREATE TRIGGER sale_refunds_fit BEFORE INSERT ON sale_refunds
WHEN EXISTS (SELECT 1 FROM sales WHERE id = NEW.sale_id AND withdrawn = 1)
BEGIN SELECT RAISE(ABORT, 'what was taken back is not referred to'); END;
--> statement-breakpoint
CREATE TRIGGER sale_refunds_sum AFTER INSERT ON sale_refunds BEGIN
  UPDATE sales SET refunded_cents = refunded_cents + NEW.cents WHERE id = NEW.sale_id;
END;
--> statement-breakpoint
CREATE TRIGGER sale_lines_given_back_elsewhere AFTER UPDATE OF credited_cents ON sale_lines
WHEN NEW.credited_cents > OLD.credited_cents AND (SELECT refunded_cents FROM sales WHERE id = NEW.sale_id) > 0 BEGIN
  SELECT RAISE(ABORT, 'more is given back than was paid') FROM sales s WHERE s.id = NEW.sale_id
    AND s.total_cents < s.refunded_cents + (SELECT sum(credited_cents) FROM sale_lines WHERE sale_id = NEW.sale_id);
END;
--> statement-breakpoint
CREATE TRIGGER sale_statuses_fit BEFORE INSERT ON sale_statuses
WHEN EXISTS (SELECT 1 FROM sales WHERE id = NEW.sale_id AND withdrawn = 1)
BEGIN SELECT RAISE(ABORT, 'what was taken back is not referred to'); END;
--> statement-breakpoint
-- Goods received and opening stock. A void has the lines of what it voids, and the goods leave again.
CREATE TRIGGER goods_receipts_fit BEFORE INSERT ON goods_receipts BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents
    WHERE number = NEW.number AND series = iif(NEW.kind = 'opening', 'O', 'G') AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a void is of the whole document, and of no other void') WHERE NEW.voids_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM goods_receipts g
    WHERE g.id = NEW.voids_id AND g.voids_id IS NULL AND g.kind = NEW.kind AND g.value_cents = NEW.value_cents AND g.tax_cents = NEW.tax_cents
      AND g.supplier_id IS NEW.supplier_id AND g.paid_by IS NEW.paid_by AND g.day <= NEW.day);
END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_lines_fit BEFORE INSERT ON goods_receipt_lines BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM goods_receipts WHERE id = NEW.goods_receipt_id);
  SELECT RAISE(ABORT, 'the lines never pass the value of their document') FROM goods_receipts WHERE id = NEW.goods_receipt_id
    AND value_cents < NEW.value_cents + (SELECT coalesce(sum(value_cents), 0) FROM goods_receipt_lines WHERE goods_receipt_id = NEW.goods_receipt_id);
  SELECT RAISE(ABORT, 'a void has the lines of what it voids') FROM goods_receipts g WHERE g.id = NEW.goods_receipt_id AND g.voids_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM goods_receipt_lines l WHERE l.goods_receipt_id = g.voids_id AND l.line_no = NEW.line_no AND l.product_id = NEW.product_id
      AND l.quantity_milli = NEW.quantity_milli AND l.value_cents = NEW.value_cents AND l.unknown_milli = NEW.unknown_milli);
  SELECT RAISE(ABORT, 'the stock of an item is opened once') FROM goods_receipts g WHERE g.id = NEW.goods_receipt_id AND g.kind = 'opening' AND g.voids_id IS NULL
    AND EXISTS (SELECT 1 FROM goods_receipt_lines l JOIN goods_receipts o ON o.id = l.goods_receipt_id
      WHERE l.product_id = NEW.product_id AND o.kind = 'opening' AND o.voids_id IS NULL AND NOT EXISTS (SELECT 1 FROM goods_receipts v WHERE v.voids_id = o.id));
END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_units_fit BEFORE INSERT ON goods_receipt_units BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM goods_receipt_lines WHERE id = NEW.goods_receipt_line_id);
  SELECT RAISE(ABORT, 'no more numbers than units came') FROM goods_receipt_lines WHERE id = NEW.goods_receipt_line_id
    AND quantity_milli < NEW.quantity_milli + (SELECT coalesce(sum(quantity_milli), 0) FROM goods_receipt_units WHERE goods_receipt_line_id = NEW.goods_receipt_line_id);
END;
--> statement-breakpoint
-- Counts: only an open one takes more; its end books every difference at once.
CREATE TRIGGER stocktakes_fit BEFORE INSERT ON stocktakes
WHEN NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'K' AND day = NEW.day AND event_seq = NEW.event_seq)
BEGIN SELECT RAISE(ABORT, 'a document has a number of its own kind and day'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_bare BEFORE INSERT ON stocktakes
WHEN NEW.open <> 1
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_counts_fit BEFORE INSERT ON stocktake_counts BEGIN
  SELECT RAISE(ABORT, 'an ended count takes no more') FROM stocktakes WHERE id = NEW.stocktake_id AND open = 0;
  SELECT RAISE(ABORT, 'the book is as it stands') FROM stocktakes t WHERE t.id = NEW.stocktake_id AND NEW.book_milli IS NOT
    coalesce((SELECT quantity_milli FROM stock_balances b WHERE b.product_id = NEW.product_id AND b.place = t.place), 0);
END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_fit BEFORE INSERT ON stocktake_ends
WHEN EXISTS (SELECT 1 FROM stocktakes WHERE id = NEW.stocktake_id AND (open = 0 OR day > NEW.day))
BEGIN SELECT RAISE(ABORT, 'an ended count takes no more'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_sum AFTER INSERT ON stocktake_ends BEGIN
  UPDATE stocktakes SET open = 0 WHERE id = NEW.stocktake_id;
END;
--> statement-breakpoint
CREATE TRIGGER stocktake_differences_fit BEFORE INSERT ON stocktake_differences
WHEN NOT EXISTS (SELECT 1 FROM stocktake_ends WHERE stocktake_id = NEW.stocktake_id AND outcome = 'booked' AND event_seq = NEW.event_seq)
BEGIN SELECT RAISE(ABORT, 'a document is whole when its event is written'); END;
--> statement-breakpoint
-- What every table of facts has.
CREATE TRIGGER import_undos_kept BEFORE UPDATE ON import_undos BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER import_undos_stays BEFORE DELETE ON import_undos BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER import_undos_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON import_undos BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER import_undos_in_order AFTER INSERT ON import_undos
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM import_undos WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM import_undos WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER import_undos_posted BEFORE INSERT ON import_undos
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER import_undos_once BEFORE INSERT ON import_undos
WHEN EXISTS (SELECT 1 FROM import_undos WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM import_undos WHERE import_id = NEW.import_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER sale_refunds_kept BEFORE UPDATE ON sale_refunds BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_refunds_stays BEFORE DELETE ON sale_refunds BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sale_refunds_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON sale_refunds BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_refunds_in_order AFTER INSERT ON sale_refunds
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM sale_refunds WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM sale_refunds WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER sale_refunds_posted BEFORE INSERT ON sale_refunds
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER sale_refunds_once BEFORE INSERT ON sale_refunds
WHEN EXISTS (SELECT 1 FROM sale_refunds WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER sale_statuses_kept BEFORE UPDATE ON sale_statuses BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_statuses_stays BEFORE DELETE ON sale_statuses BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sale_statuses_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON sale_statuses BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_statuses_in_order AFTER INSERT ON sale_statuses
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM sale_statuses WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM sale_statuses WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER sale_statuses_posted BEFORE INSERT ON sale_statuses
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER sale_statuses_once BEFORE INSERT ON sale_statuses
WHEN EXISTS (SELECT 1 FROM sale_statuses WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipts_kept BEFORE UPDATE ON goods_receipts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipts_stays BEFORE DELETE ON goods_receipts BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipts_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON goods_receipts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipts_in_order AFTER INSERT ON goods_receipts
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM goods_receipts WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM goods_receipts WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipts_posted BEFORE INSERT ON goods_receipts
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipts_month_open BEFORE INSERT ON goods_receipts
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipts_once BEFORE INSERT ON goods_receipts
WHEN EXISTS (SELECT 1 FROM goods_receipts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM goods_receipts WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM goods_receipts WHERE voids_id = NEW.voids_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_lines_kept BEFORE UPDATE ON goods_receipt_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_lines_stays BEFORE DELETE ON goods_receipt_lines BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_lines_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON goods_receipt_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_lines_in_order AFTER INSERT ON goods_receipt_lines
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM goods_receipt_lines WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM goods_receipt_lines WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_lines_posted BEFORE INSERT ON goods_receipt_lines
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_lines_once BEFORE INSERT ON goods_receipt_lines
WHEN EXISTS (SELECT 1 FROM goods_receipt_lines WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM goods_receipt_lines WHERE goods_receipt_id = NEW.goods_receipt_id AND line_no = NEW.line_no)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_units_kept BEFORE UPDATE ON goods_receipt_units BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_units_stays BEFORE DELETE ON goods_receipt_units BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_units_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON goods_receipt_units BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_units_in_order AFTER INSERT ON goods_receipt_units
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM goods_receipt_units WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM goods_receipt_units WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_units_posted BEFORE INSERT ON goods_receipt_units
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER goods_receipt_units_once BEFORE INSERT ON goods_receipt_units
WHEN EXISTS (SELECT 1 FROM goods_receipt_units WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM goods_receipt_units WHERE goods_receipt_line_id = NEW.goods_receipt_line_id AND code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_kept BEFORE UPDATE OF id, event_seq, number, day, place, blind, scope, note, at, person ON stocktakes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_stays BEFORE DELETE ON stocktakes BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON stocktakes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_in_order AFTER INSERT ON stocktakes
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM stocktakes WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM stocktakes WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_posted BEFORE INSERT ON stocktakes
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_month_open BEFORE INSERT ON stocktakes
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER stocktakes_once BEFORE INSERT ON stocktakes
WHEN EXISTS (SELECT 1 FROM stocktakes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM stocktakes WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_counts_kept BEFORE UPDATE ON stocktake_counts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_counts_stays BEFORE DELETE ON stocktake_counts BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_counts_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON stocktake_counts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_counts_in_order AFTER INSERT ON stocktake_counts
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM stocktake_counts WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM stocktake_counts WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_counts_posted BEFORE INSERT ON stocktake_counts
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_counts_once BEFORE INSERT ON stocktake_counts
WHEN EXISTS (SELECT 1 FROM stocktake_counts WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_kept BEFORE UPDATE ON stocktake_ends BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_stays BEFORE DELETE ON stocktake_ends BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON stocktake_ends BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_in_order AFTER INSERT ON stocktake_ends
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM stocktake_ends WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM stocktake_ends WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_posted BEFORE INSERT ON stocktake_ends
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_month_open BEFORE INSERT ON stocktake_ends
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_ends_once BEFORE INSERT ON stocktake_ends
WHEN EXISTS (SELECT 1 FROM stocktake_ends WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM stocktake_ends WHERE stocktake_id = NEW.stocktake_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_differences_kept BEFORE UPDATE ON stocktake_differences BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_differences_stays BEFORE DELETE ON stocktake_differences BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_differences_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON stocktake_differences BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_differences_in_order AFTER INSERT ON stocktake_differences
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM stocktake_differences WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM stocktake_differences WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_differences_posted BEFORE INSERT ON stocktake_differences
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER stocktake_differences_once BEFORE INSERT ON stocktake_differences
WHEN EXISTS (SELECT 1 FROM stocktake_differences WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM stocktake_differences WHERE stocktake_id = NEW.stocktake_id AND product_id = NEW.product_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
-- After the guards above, so that it is asked first.
DROP TRIGGER return_links_once;
--> statement-breakpoint
CREATE TRIGGER return_links_once BEFORE INSERT ON return_links
WHEN EXISTS (SELECT 1 FROM return_links WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM return_links WHERE return_line_id = NEW.return_line_id AND sale_line_id = NEW.sale_line_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
