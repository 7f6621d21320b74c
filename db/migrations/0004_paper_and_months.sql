-- Paper, and a month the accountant believes: prints counted, the drawer, the wallets' own bills, packs handed out, the accountant's chart
-- (docs/decisions/021-paper.md, 023-drawer-and-wallets.md).
PRAGMA writable_schema = ON;
--> statement-breakpoint
UPDATE sqlite_schema SET sql = replace(sql, '''O'', ''K'')', '''O'', ''K'', ''D'')') WHERE type = 'table' AND name = 'documents';
--> statement-breakpoint
-- Another count of the place may have put right more than the book had when an item was counted: what came since makes up for it.
UPDATE sqlite_schema SET sql = replace(sql, 'book_milli INTEGER NOT NULL CHECK (book_milli >= 0)', 'book_milli INTEGER NOT NULL') WHERE type = 'table' AND name = 'stocktake_differences';
--> statement-breakpoint
PRAGMA writable_schema = RESET;
--> statement-breakpoint
-- A document that was handed to a printer or into a PDF: copy 0 is the original, the others are marked.
CREATE TABLE prints (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (document <> ''),
  number TEXT NOT NULL CHECK (number <> ''),
  copy INTEGER NOT NULL CHECK (copy >= 0),
  paper TEXT NOT NULL,
  locale TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('print', 'pdf')),
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  UNIQUE (document, number, copy)
) STRICT;
--> statement-breakpoint
-- Cash put into the drawer or taken out beside sales and refunds. What is not booked is booked elsewhere, as sales may be.
CREATE TABLE drawer_moves (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  kind TEXT NOT NULL CHECK (kind IN ('put-in', 'taken-out', 'to-bank', 'from-bank', 'takings')),
  cents INTEGER NOT NULL CHECK (cents > 0),
  booked INTEGER NOT NULL CHECK (booked IN (0, 1)),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK (booked = 0 OR kind <> 'takings')
) STRICT;
--> statement-breakpoint
CREATE INDEX drawer_moves_by_day ON drawer_moves (day, id);
--> statement-breakpoint
CREATE INDEX drawer_moves_by_event ON drawer_moves (event_seq);
--> statement-breakpoint
-- The drawer counted by coin and note. The first count opens the drawer: there is nothing to expect.
CREATE TABLE drawer_counts (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  number TEXT NOT NULL UNIQUE REFERENCES documents (number) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  coins TEXT NOT NULL CHECK (json_valid(coins)),
  counted_cents INTEGER NOT NULL CHECK (counted_cents >= 0),
  expected_cents INTEGER,
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK ((expected_cents IS NULL) = (id = 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX drawer_counts_by_day ON drawer_counts (day, id);
--> statement-breakpoint
CREATE INDEX drawer_counts_by_event ON drawer_counts (event_seq);
--> statement-breakpoint
-- A bill that a wallet gave out, and the refunds on it.
CREATE TABLE wallet_bills (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  wallet TEXT NOT NULL CHECK (wallet IN ('wechat', 'alipay')),
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  from_day TEXT NOT NULL CHECK (date(from_day) IS from_day),
  to_day TEXT NOT NULL CHECK (date(to_day) IS to_day AND to_day >= from_day),
  rows_read INTEGER NOT NULL CHECK (rows_read >= 0),
  rows_refused INTEGER NOT NULL CHECK (rows_refused BETWEEN 0 AND rows_read),
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX wallet_bills_by_day ON wallet_bills (wallet, from_day);
--> statement-breakpoint
CREATE TABLE wallet_lines (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  wallet_bill_id INTEGER NOT NULL REFERENCES wallet_bills (id) ON DELETE RESTRICT,
  wallet TEXT NOT NULL CHECK (wallet IN ('wechat', 'alipay')),
  -- The wallet's own number of the refund, or what stands for it where the bill names none.
  reference TEXT NOT NULL CHECK (reference <> ''),
  order_reference TEXT,
  shop_reference TEXT,
  shop_refund_reference TEXT,
  day TEXT NOT NULL CHECK (date(day) IS day),
  refunded_at TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  counterpart TEXT,
  note TEXT,
  -- The payout it is tied to, after the newest tie.
  payout_id INTEGER REFERENCES payouts (id) ON DELETE RESTRICT
) STRICT;
--> statement-breakpoint
CREATE INDEX wallet_lines_by_day ON wallet_lines (wallet, day);
--> statement-breakpoint
CREATE INDEX wallet_lines_by_reference ON wallet_lines (wallet, reference);
--> statement-breakpoint
CREATE UNIQUE INDEX wallet_lines_by_payout ON wallet_lines (payout_id) WHERE payout_id IS NOT NULL;
--> statement-breakpoint
-- A line of a bill is the payout named, or none any more.
CREATE TABLE wallet_ties (
  id INTEGER PRIMARY KEY,
  event_seq INTEGER NOT NULL,
  wallet_line_id INTEGER NOT NULL REFERENCES wallet_lines (id) ON DELETE RESTRICT,
  payout_id INTEGER REFERENCES payouts (id) ON DELETE RESTRICT,
  how TEXT NOT NULL CHECK (how IN ('reference', 'amount', 'hand', 'undone')),
  note TEXT,
  at TEXT NOT NULL,
  person TEXT NOT NULL,
  CHECK ((how = 'undone') = (payout_id IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX wallet_ties_by_line ON wallet_ties (wallet_line_id);
--> statement-breakpoint
-- Packs that were written for the accountant. They are no part of the books: writing one changes nothing in them.
CREATE TABLE month_packs (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL CHECK (length(month) = 7),
  format TEXT NOT NULL,
  folder TEXT NOT NULL,
  files TEXT NOT NULL CHECK (json_valid(files)),
  manifest_sha256 TEXT NOT NULL CHECK (length(manifest_sha256) = 64),
  head TEXT NOT NULL,
  at TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX month_packs_by_month ON month_packs (month, id);
--> statement-breakpoint
-- The accountant's own accounts, as their file names them.
CREATE TABLE chart_accounts (
  code TEXT PRIMARY KEY CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER prints_fit BEFORE INSERT ON prints
WHEN NEW.copy <> (SELECT count(*) FROM prints WHERE document = NEW.document AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'copies of a document are counted one by one'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_fit BEFORE INSERT ON drawer_moves
WHEN NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'D' AND day = NEW.day AND event_seq = NEW.event_seq)
BEGIN SELECT RAISE(ABORT, 'a document has a number of its own kind and day'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_fit BEFORE INSERT ON drawer_counts
WHEN NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'D' AND day = NEW.day AND event_seq = NEW.event_seq)
BEGIN SELECT RAISE(ABORT, 'a document has a number of its own kind and day'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_add_up BEFORE INSERT ON drawer_counts
WHEN NEW.counted_cents <> (SELECT coalesce(sum(json_extract(value, '$[0]') * json_extract(value, '$[1]')), 0) FROM json_each(NEW.coins))
BEGIN SELECT RAISE(ABORT, 'a count is the sum of its coins and notes'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_fit BEFORE INSERT ON wallet_lines BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NOT EXISTS (SELECT 1 FROM wallet_bills
    WHERE id = NEW.wallet_bill_id AND event_seq = NEW.event_seq AND wallet = NEW.wallet);
  SELECT RAISE(ABORT, 'a refund of a wallet stands once') FROM wallet_lines WHERE wallet = NEW.wallet AND reference = NEW.reference;
END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_bare BEFORE INSERT ON wallet_lines
WHEN NEW.payout_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_fit BEFORE INSERT ON wallet_ties BEGIN
  SELECT RAISE(ABORT, 'a line is tied once') FROM wallet_lines WHERE id = NEW.wallet_line_id AND (payout_id IS NOT NULL) = (NEW.payout_id IS NOT NULL);
  SELECT RAISE(ABORT, 'a payout is tied once') FROM wallet_lines WHERE payout_id = NEW.payout_id;
  SELECT RAISE(ABORT, 'a line is tied to a payout of its own wallet and amount') FROM wallet_lines l, payouts p
    WHERE l.id = NEW.wallet_line_id AND p.id = NEW.payout_id AND (p.tender <> l.wallet OR p.amount_cents <> l.cents);
END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_sum AFTER INSERT ON wallet_ties BEGIN
  UPDATE wallet_lines SET payout_id = NEW.payout_id WHERE id = NEW.wallet_line_id;
END;
--> statement-breakpoint
-- What every table of facts has.
CREATE TRIGGER prints_kept BEFORE UPDATE ON prints BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER prints_stays BEFORE DELETE ON prints BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER prints_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON prints BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER prints_in_order AFTER INSERT ON prints
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM prints WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM prints WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER prints_posted BEFORE INSERT ON prints
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER prints_once BEFORE INSERT ON prints
WHEN EXISTS (SELECT 1 FROM prints WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM prints WHERE document = NEW.document AND number = NEW.number AND copy = NEW.copy)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_kept BEFORE UPDATE ON drawer_moves BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_stays BEFORE DELETE ON drawer_moves BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON drawer_moves BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_in_order AFTER INSERT ON drawer_moves
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM drawer_moves WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM drawer_moves WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_posted BEFORE INSERT ON drawer_moves
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_month_open BEFORE INSERT ON drawer_moves
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_moves_once BEFORE INSERT ON drawer_moves
WHEN EXISTS (SELECT 1 FROM drawer_moves WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM drawer_moves WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_kept BEFORE UPDATE ON drawer_counts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_stays BEFORE DELETE ON drawer_counts BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON drawer_counts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_in_order AFTER INSERT ON drawer_counts
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM drawer_counts WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM drawer_counts WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_posted BEFORE INSERT ON drawer_counts
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_month_open BEFORE INSERT ON drawer_counts
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER drawer_counts_once BEFORE INSERT ON drawer_counts
WHEN EXISTS (SELECT 1 FROM drawer_counts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM drawer_counts WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_bills_kept BEFORE UPDATE ON wallet_bills BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_bills_stays BEFORE DELETE ON wallet_bills BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_bills_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON wallet_bills BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_bills_in_order AFTER INSERT ON wallet_bills
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM wallet_bills WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM wallet_bills WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_bills_posted BEFORE INSERT ON wallet_bills
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_bills_once BEFORE INSERT ON wallet_bills
WHEN EXISTS (SELECT 1 FROM wallet_bills WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_kept BEFORE UPDATE OF id, event_seq, wallet_bill_id, wallet, reference, order_reference, shop_reference, shop_refund_reference, day, refunded_at, cents, counterpart, note ON wallet_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_stays BEFORE DELETE ON wallet_lines BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON wallet_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_in_order AFTER INSERT ON wallet_lines
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM wallet_lines WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM wallet_lines WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_posted BEFORE INSERT ON wallet_lines
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_lines_once BEFORE INSERT ON wallet_lines
WHEN EXISTS (SELECT 1 FROM wallet_lines WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_kept BEFORE UPDATE ON wallet_ties BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_stays BEFORE DELETE ON wallet_ties BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON wallet_ties BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_in_order AFTER INSERT ON wallet_ties
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM wallet_ties WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM wallet_ties WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_posted BEFORE INSERT ON wallet_ties
WHEN NEW.event_seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
BEGIN SELECT RAISE(ABORT, 'facts belong to the event being written'); END;
--> statement-breakpoint
CREATE TRIGGER wallet_ties_once BEFORE INSERT ON wallet_ties
WHEN EXISTS (SELECT 1 FROM wallet_ties WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
