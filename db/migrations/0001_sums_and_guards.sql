-- Every sum is made by SQL itself: the insert of a fact brings the cached columns and tables up to date, and is refused before that
-- where a sum would pass its cap. So nobody can add a fact and leave its sums behind, whatever program writes it
-- (docs/decisions/009-sums-kept-by-sql.md). The guards raise before the row is there, because OR IGNORE and OR FAIL of the statement
-- would be passed on to the updates of the sums and make their CHECKs let through what they refuse.
-- No trigger looks through a table: db/query-plans.test.ts.

DROP TRIGGER journal_of_events_follow;
--> statement-breakpoint
-- Events follow one another without a gap, each naming the hash of the one before; their days never run backward, and none lies in a
-- month that is closed. So a month can only be closed by an event of a later one.
CREATE TRIGGER journal_of_events_follow BEFORE INSERT ON journal_of_events BEGIN
  SELECT RAISE(ABORT, 'an event must follow the last one') WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal_of_events)
    OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM journal_of_events WHERE seq = NEW.seq - 1), printf('%064d', 0));
  SELECT RAISE(ABORT, 'no such day') WHERE date(NEW.day) IS NOT NEW.day;
  SELECT RAISE(ABORT, 'business days never run backward') WHERE NEW.day < (SELECT day FROM journal_of_events WHERE seq = NEW.seq - 1);
  SELECT RAISE(ABORT, 'a month is closed when it is over') WHERE (SELECT max(month) FROM month_closings) >= substr(NEW.day, 1, 7);
END;
--> statement-breakpoint
-- The chain reads a table in the order of its row numbers: they follow one another and are never moved.
CREATE TRIGGER journal_of_events_in_order AFTER INSERT ON journal_of_events
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM journal_of_events WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM journal_of_events WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER journal_of_events_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON journal_of_events BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER documents_in_order AFTER INSERT ON documents
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM documents WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM documents WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER documents_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON documents BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER month_closings_in_order AFTER INSERT ON month_closings
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM month_closings WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM month_closings WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER month_closings_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON month_closings BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER imports_in_order AFTER INSERT ON imports
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM imports WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM imports WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER imports_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON imports BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sales_in_order AFTER INSERT ON sales
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM sales WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM sales WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER sales_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON sales BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_lines_in_order AFTER INSERT ON sale_lines
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM sale_lines WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM sale_lines WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER sale_lines_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON sale_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_in_order AFTER INSERT ON sale_tenders
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM sale_tenders WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM sale_tenders WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON sale_tenders BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_in_order AFTER INSERT ON stock_adjustments
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM stock_adjustments WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM stock_adjustments WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON stock_adjustments BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER returns_in_order AFTER INSERT ON returns
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM returns WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM returns WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER returns_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON returns BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_lines_in_order AFTER INSERT ON return_lines
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM return_lines WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM return_lines WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER return_lines_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON return_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_links_in_order AFTER INSERT ON return_links
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM return_links WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM return_links WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER return_links_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON return_links BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER return_steps_in_order AFTER INSERT ON return_steps
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM return_steps WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM return_steps WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER return_steps_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON return_steps BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_in_order AFTER INSERT ON receipts
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM receipts WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM receipts WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON receipts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_in_order AFTER INSERT ON line_revaluations
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM line_revaluations WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM line_revaluations WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON line_revaluations BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER inspections_in_order AFTER INSERT ON inspections
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM inspections WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM inspections WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER inspections_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON inspections BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_in_order AFTER INSERT ON credit_notes
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM credit_notes WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM credit_notes WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON credit_notes BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_in_order AFTER INSERT ON credit_note_lines
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM credit_note_lines WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM credit_note_lines WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON credit_note_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER payouts_in_order AFTER INSERT ON payouts
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM payouts WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM payouts WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER payouts_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON payouts BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER stock_moves_in_order AFTER INSERT ON stock_moves
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM stock_moves WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM stock_moves WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER stock_moves_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON stock_moves BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_lines_in_order AFTER INSERT ON journal_lines
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM journal_lines WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM journal_lines WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER journal_lines_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON journal_lines BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_in_order AFTER INSERT ON journal_entries
WHEN NEW.rowid < 1 OR EXISTS (SELECT 1 FROM journal_entries WHERE rowid > NEW.rowid)
  OR (NEW.rowid > 1 AND NOT EXISTS (SELECT 1 FROM journal_entries WHERE rowid = NEW.rowid - 1))
BEGIN SELECT RAISE(ABORT, 'rows of facts follow one another'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_unmoved BEFORE UPDATE OF rowid, _rowid_, oid ON journal_entries BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
--> statement-breakpoint
-- Tables of sums only grow.
CREATE TRIGGER stock_balances_stays BEFORE DELETE ON stock_balances BEGIN SELECT RAISE(ABORT, 'sums are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER account_totals_stays BEFORE DELETE ON account_totals BEGIN SELECT RAISE(ABORT, 'sums are never deleted'); END;
--> statement-breakpoint
-- A new row has nothing in its sums: what is in them comes from facts that point to it.
CREATE TRIGGER sale_lines_bare BEFORE INSERT ON sale_lines
WHEN NEW.returned_milli <> 0 OR NEW.credited_milli <> 0 OR NEW.credited_cents <> 0 OR NEW.credited_tax_cents <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_bare BEFORE INSERT ON sale_tenders
WHEN NEW.given_back_cents <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER return_lines_bare BEFORE INSERT ON return_lines
WHEN NEW.received_milli <> 0 OR NEW.received_value_cents <> 0 OR NEW.inspected_milli <> 0 OR NEW.inspected_value_cents <> 0 OR NEW.unknown_milli <> 0 OR NEW.sent_back_milli <> 0 OR NEW.credited_milli <> 0 OR NEW.credited_cents <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER return_links_bare BEFORE INSERT ON return_links
WHEN NEW.released_milli <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_bare BEFORE INSERT ON credit_notes
WHEN NEW.paid_cents <> 0
BEGIN SELECT RAISE(ABORT, 'sums begin at nothing'); END;
--> statement-breakpoint
-- Sales may be typed in late, to be returned against; only what is booked belongs to a month.
CREATE TRIGGER documents_month_open BEFORE INSERT ON documents
WHEN NEW.series <> 'S' AND EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER sales_month_open BEFORE INSERT ON sales
WHEN NEW.booked = 1 AND EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER month_closings_month_open BEFORE INSERT ON month_closings
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= NEW.month)
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
CREATE TRIGGER documents_fit BEFORE INSERT ON documents
WHEN date(NEW.day) IS NOT NEW.day
BEGIN SELECT RAISE(ABORT, 'no such day'); END;
--> statement-breakpoint
CREATE TRIGGER imports_fit BEFORE INSERT ON imports
WHEN min(NEW.rows_read, NEW.rows_stored, NEW.rows_refused) < 0
BEGIN SELECT RAISE(ABORT, 'no file has fewer rows than none'); END;
--> statement-breakpoint
CREATE TRIGGER sales_fit BEFORE INSERT ON sales
WHEN date(NEW.day) IS NOT NEW.day
BEGIN SELECT RAISE(ABORT, 'no such day'); END;
--> statement-breakpoint
-- Sales.
CREATE TRIGGER sale_lines_fit BEFORE INSERT ON sale_lines
WHEN NEW.event_seq IS NOT (SELECT event_seq FROM sales WHERE id = NEW.sale_id)
BEGIN SELECT RAISE(ABORT, 'a document is whole when its event is written'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_fit BEFORE INSERT ON sale_tenders BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM sales WHERE id = NEW.sale_id);
  SELECT RAISE(ABORT, 'tenders never pass the total of their sale') FROM sales WHERE id = NEW.sale_id
    AND total_cents < NEW.amount_cents + (SELECT coalesce(sum(amount_cents), 0) FROM sale_tenders WHERE sale_id = NEW.sale_id);
END;
--> statement-breakpoint
-- Returns: opened as a draft, moved by their steps alone.
CREATE TRIGGER returns_fit BEFORE INSERT ON returns BEGIN
  SELECT RAISE(ABORT, 'no such day') WHERE date(NEW.day) IS NOT NEW.day;
  SELECT RAISE(ABORT, 'a return begins as a draft') WHERE NEW.stage <> 'draft';
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NEW.origin = 'desk' AND NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'R' AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a return is not earlier than its sale') FROM sales WHERE id = NEW.sale_id AND day > NEW.day;
END;
--> statement-breakpoint
CREATE TRIGGER return_lines_fit BEFORE INSERT ON return_lines BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM returns WHERE id = NEW.return_id);
  SELECT RAISE(ABORT, 'only a file says what was given back elsewhere') FROM returns WHERE id = NEW.return_id
    AND (origin = 'import') <> (NEW.file_amount_cents IS NOT NULL);
END;
--> statement-breakpoint
-- A line read from a file was taken in, looked at and credited elsewhere.
CREATE TRIGGER return_lines_sum AFTER INSERT ON return_lines WHEN NEW.file_amount_cents IS NOT NULL BEGIN
  UPDATE return_lines SET received_milli = NEW.requested_milli, inspected_milli = NEW.requested_milli, credited_milli = NEW.requested_milli,
    credited_cents = NEW.file_amount_cents WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER return_links_fit BEFORE INSERT ON return_links BEGIN
  SELECT RAISE(ABORT, 'a document is whole when its event is written') WHERE NEW.event_seq IS NOT (SELECT event_seq FROM return_lines WHERE id = NEW.return_line_id);
  SELECT RAISE(ABORT, 'a line comes back as the product that was sold') FROM return_lines l JOIN sale_lines s ON s.id = NEW.sale_line_id
    WHERE l.id = NEW.return_line_id AND l.product_id <> s.product_id;
  SELECT RAISE(ABORT, 'a return is not earlier than its sale') FROM return_lines l JOIN returns r ON r.id = l.return_id
    JOIN sale_lines s ON s.id = NEW.sale_line_id JOIN sales d ON d.id = s.sale_id WHERE l.id = NEW.return_line_id AND d.day > r.day;
  SELECT RAISE(ABORT, 'a line of this desk comes back from the sale of its return, whole') FROM return_lines l JOIN returns r ON r.id = l.return_id
    JOIN sale_lines s ON s.id = NEW.sale_line_id
    WHERE l.id = NEW.return_line_id AND r.origin = 'desk' AND (r.sale_id IS NOT s.sale_id OR NEW.quantity_milli <> l.requested_milli);
  SELECT RAISE(ABORT, 'only a file says what was given back elsewhere') FROM return_lines l JOIN returns r ON r.id = l.return_id
    WHERE l.id = NEW.return_line_id AND (r.origin = 'import') <> (NEW.file_share_cents IS NOT NULL);
  SELECT RAISE(ABORT, 'a line comes back once') FROM return_lines WHERE id = NEW.return_line_id AND requested_milli < NEW.quantity_milli
    + (SELECT coalesce(sum(quantity_milli), 0) FROM return_links WHERE return_line_id = NEW.return_line_id);
  SELECT RAISE(ABORT, 'more units come back than were sold') FROM sale_lines WHERE id = NEW.sale_line_id AND returned_milli + NEW.quantity_milli > quantity_milli;
  SELECT RAISE(ABORT, 'more is given back than was paid') FROM sale_lines WHERE id = NEW.sale_line_id
    AND credited_cents + coalesce(NEW.file_share_cents, 0) > paid_cents;
END;
--> statement-breakpoint
-- Units are claimed; those of a file are credited too, with their share of the tax that is left, rounded half up: a × b ÷ c as whole
-- and rest, so that the products stay small.
CREATE TRIGGER return_links_sum AFTER INSERT ON return_links WHEN NEW.file_share_cents IS NULL BEGIN
  UPDATE sale_lines SET returned_milli = returned_milli + NEW.quantity_milli WHERE id = NEW.sale_line_id;
END;
--> statement-breakpoint
CREATE TRIGGER return_links_sum_of_file AFTER INSERT ON return_links WHEN NEW.file_share_cents IS NOT NULL BEGIN
  UPDATE sale_lines SET returned_milli = returned_milli + NEW.quantity_milli, credited_milli = credited_milli + NEW.quantity_milli,
    credited_cents = credited_cents + NEW.file_share_cents,
    credited_tax_cents = credited_tax_cents + min(NEW.file_share_cents, (tax_cents - credited_tax_cents),
      (tax_cents - credited_tax_cents) / (quantity_milli - credited_milli) * NEW.quantity_milli + (tax_cents - credited_tax_cents) % (quantity_milli - credited_milli) * NEW.quantity_milli / (quantity_milli - credited_milli)
        + ((tax_cents - credited_tax_cents) % (quantity_milli - credited_milli) * NEW.quantity_milli % (quantity_milli - credited_milli) * 2 >= (quantity_milli - credited_milli)))
    WHERE id = NEW.sale_line_id;
END;
--> statement-breakpoint
CREATE TRIGGER return_links_release AFTER UPDATE OF released_milli ON return_links BEGIN
  UPDATE sale_lines SET returned_milli = returned_milli - (NEW.released_milli - OLD.released_milli) WHERE id = NEW.sale_line_id;
END;
--> statement-breakpoint
CREATE TRIGGER return_steps_fit BEFORE INSERT ON return_steps
WHEN NEW.from_stage IS NOT (SELECT stage FROM returns WHERE id = NEW.return_id)
BEGIN SELECT RAISE(ABORT, 'a step begins where the return stands'); END;
--> statement-breakpoint
CREATE TRIGGER return_steps_sum AFTER INSERT ON return_steps BEGIN
  UPDATE returns SET stage = NEW.to_stage WHERE id = NEW.return_id;
END;
--> statement-breakpoint
-- Units that will not come any more are given free, and those sent back stay free.
CREATE TRIGGER return_steps_release AFTER INSERT ON return_steps WHEN NEW.to_stage IN ('rejected', 'cancelled', 'closed') AND NEW.from_stage <> 'draft' BEGIN
  UPDATE return_links
    SET released_milli = (SELECT requested_milli - received_milli + sent_back_milli FROM return_lines WHERE id = return_links.return_line_id)
    WHERE return_line_id IN (SELECT id FROM return_lines WHERE return_id = NEW.return_id);
END;
--> statement-breakpoint
-- Goods. Units given free when a return was closed do not come any more, even if it is open again.
CREATE TRIGGER receipts_fit BEFORE INSERT ON receipts BEGIN
  SELECT RAISE(ABORT, 'only an open return takes more') FROM return_lines l JOIN returns r ON r.id = l.return_id WHERE l.id = NEW.return_line_id AND r.stage NOT IN ('approved', 'received', 'inspected', 'settled');
  SELECT RAISE(ABORT, 'more units come than were asked for') FROM return_lines l LEFT JOIN return_links k ON k.return_line_id = l.id
    WHERE l.id = NEW.return_line_id AND l.received_milli + NEW.quantity_milli > l.requested_milli - coalesce(k.released_milli - l.sent_back_milli, 0);
END;
--> statement-breakpoint
CREATE TRIGGER receipts_sum AFTER INSERT ON receipts BEGIN
  UPDATE return_lines SET received_milli = received_milli + NEW.quantity_milli, received_value_cents = received_value_cents + NEW.value_cents,
    unknown_milli = unknown_milli + iif(NEW.cost_source = 'unknown', NEW.quantity_milli, 0) WHERE id = NEW.return_line_id;
END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_fit BEFORE INSERT ON line_revaluations BEGIN
  SELECT RAISE(ABORT, 'more units become known than were unknown') FROM return_lines WHERE id = NEW.return_line_id AND NEW.known_milli > unknown_milli;
END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_sum AFTER INSERT ON line_revaluations BEGIN
  UPDATE return_lines SET received_value_cents = received_value_cents + NEW.value_cents, unknown_milli = unknown_milli - NEW.known_milli
    WHERE id = NEW.return_line_id;
END;
--> statement-breakpoint
CREATE TRIGGER inspections_fit BEFORE INSERT ON inspections BEGIN
  SELECT RAISE(ABORT, 'only an open return takes more') FROM return_lines l JOIN returns r ON r.id = l.return_id WHERE l.id = NEW.return_line_id AND r.stage NOT IN ('received');
  SELECT RAISE(ABORT, 'more units are graded than came') FROM return_lines WHERE id = NEW.return_line_id AND inspected_milli + NEW.quantity_milli > received_milli;
  SELECT RAISE(ABORT, 'units are graded at what they came for') FROM return_lines WHERE id = NEW.return_line_id AND (NEW.unknown_milli > unknown_milli
    OR NEW.quantity_milli - NEW.unknown_milli > received_milli - inspected_milli - unknown_milli
    OR inspected_value_cents + NEW.value_cents > received_value_cents);
END;
--> statement-breakpoint
CREATE TRIGGER inspections_sum AFTER INSERT ON inspections BEGIN
  UPDATE return_lines SET inspected_milli = inspected_milli + NEW.quantity_milli, inspected_value_cents = inspected_value_cents + NEW.value_cents,
    unknown_milli = unknown_milli - NEW.unknown_milli,
    sent_back_milli = sent_back_milli + iif(NEW.disposition = 'send-back', NEW.quantity_milli, 0) WHERE id = NEW.return_line_id;
END;
--> statement-breakpoint
CREATE TRIGGER inspections_release AFTER INSERT ON inspections WHEN NEW.disposition = 'send-back' BEGIN
  UPDATE return_links SET released_milli = released_milli + NEW.quantity_milli WHERE return_line_id = NEW.return_line_id;
END;
--> statement-breakpoint
-- Money.
CREATE TRIGGER credit_notes_fit BEFORE INSERT ON credit_notes BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'C' AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'only an open return takes more') FROM returns r WHERE r.id = NEW.return_id AND r.stage NOT IN ('received', 'inspected', 'settled');
  SELECT RAISE(ABORT, 'a credit note is not earlier than its return') FROM returns WHERE id = NEW.return_id AND day > NEW.day;
END;
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
    AND credited_milli + NEW.quantity_milli > inspected_milli - sent_back_milli;
  SELECT RAISE(ABORT, 'more units are credited than came back') FROM return_links k JOIN sale_lines s ON s.id = k.sale_line_id WHERE k.return_line_id = NEW.return_line_id AND s.credited_milli + NEW.quantity_milli > s.returned_milli;
  SELECT RAISE(ABORT, 'more is given back than was paid') FROM return_links k JOIN sale_lines s ON s.id = k.sale_line_id WHERE k.return_line_id = NEW.return_line_id
    AND (s.credited_cents + NEW.goods_cents + NEW.tax_cents > s.paid_cents OR s.credited_tax_cents + NEW.tax_cents > s.tax_cents);
END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_sum AFTER INSERT ON credit_note_lines BEGIN
  UPDATE return_lines SET credited_milli = credited_milli + NEW.quantity_milli, credited_cents = credited_cents + NEW.goods_cents + NEW.tax_cents
    WHERE id = NEW.return_line_id;
  UPDATE sale_lines SET credited_milli = credited_milli + NEW.quantity_milli, credited_cents = credited_cents + NEW.goods_cents + NEW.tax_cents,
    credited_tax_cents = credited_tax_cents + NEW.tax_cents
    WHERE id = (SELECT sale_line_id FROM return_links WHERE return_line_id = NEW.return_line_id);
END;
--> statement-breakpoint
-- What a payout takes back, it takes back whole: a counter-document is of the same note, tender and amounts, and none is taken back itself.
CREATE TRIGGER payouts_fit BEFORE INSERT ON payouts BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'P' AND day = NEW.day AND event_seq = NEW.event_seq);
  SELECT RAISE(ABORT, 'a counter-document takes back exactly one payout') WHERE NEW.voids_payout_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payouts
    WHERE id = NEW.voids_payout_id AND voids_payout_id IS NULL AND credit_note_id = NEW.credit_note_id AND tender = NEW.tender
      AND amount_cents = -NEW.amount_cents AND original_cents = -NEW.original_cents AND day <= NEW.day);
  SELECT RAISE(ABORT, 'only an open return takes more') FROM credit_notes n JOIN returns r ON r.id = n.return_id
    WHERE n.id = NEW.credit_note_id AND NEW.amount_cents > 0 AND r.stage NOT IN ('received', 'inspected', 'settled');
  SELECT RAISE(ABORT, 'a payout is not earlier than its credit note') FROM credit_notes WHERE id = NEW.credit_note_id AND day > NEW.day;
  SELECT RAISE(ABORT, 'more is paid than is owed') FROM credit_notes WHERE id = NEW.credit_note_id AND paid_cents + NEW.amount_cents > total_cents;
  SELECT RAISE(ABORT, 'a tender gives back no more than it took') WHERE NEW.original_cents <> 0 AND NOT EXISTS (
    SELECT 1 FROM credit_notes n JOIN returns r ON r.id = n.return_id JOIN sale_tenders t ON t.sale_id = r.sale_id AND t.tender = NEW.tender
      WHERE n.id = NEW.credit_note_id AND t.given_back_cents + NEW.original_cents BETWEEN 0 AND t.amount_cents);
END;
--> statement-breakpoint
CREATE TRIGGER payouts_sum AFTER INSERT ON payouts BEGIN
  UPDATE credit_notes SET paid_cents = paid_cents + NEW.amount_cents WHERE id = NEW.credit_note_id;
  UPDATE sale_tenders SET given_back_cents = given_back_cents + NEW.original_cents
    WHERE sale_id = (SELECT r.sale_id FROM credit_notes n JOIN returns r ON r.id = n.return_id WHERE n.id = NEW.credit_note_id) AND tender = NEW.tender;
END;
--> statement-breakpoint
-- The two ledgers.
CREATE TRIGGER stock_moves_fit BEFORE INSERT ON stock_moves BEGIN
  SELECT RAISE(ABORT, 'no such day') WHERE date(NEW.day) IS NOT NEW.day;
  SELECT RAISE(ABORT, 'no place goes below zero') WHERE NEW.quantity_milli > 0 AND NEW.from_place IN ('shelf', 'returns', 'repair', 'supplier-shelf') AND NOT EXISTS (
    SELECT 1 FROM stock_balances b WHERE b.product_id = NEW.product_id AND b.place = NEW.from_place
      AND b.quantity_milli >= NEW.quantity_milli AND b.value_cents >= NEW.from_value_cents
      AND b.unknown_milli - NEW.unknown_milli BETWEEN 0 AND b.quantity_milli - NEW.quantity_milli
      AND (b.quantity_milli > NEW.quantity_milli OR b.value_cents = NEW.from_value_cents));
  SELECT RAISE(ABORT, 'only units that are there are valued anew') WHERE NEW.quantity_milli = 0 AND NOT EXISTS (
    SELECT 1 FROM stock_balances b WHERE b.product_id = NEW.product_id AND b.place = NEW.from_place
      AND b.quantity_milli > 0 AND b.unknown_milli >= NEW.unknown_milli AND b.value_cents >= NEW.from_value_cents);
END;
--> statement-breakpoint
-- A move of no quantity values units of its place anew: its unknown units are known from then on.
CREATE TRIGGER stock_moves_sum AFTER INSERT ON stock_moves BEGIN
  INSERT INTO stock_balances SELECT NEW.product_id, NEW.from_place, 0, 0, 0
    WHERE NOT EXISTS (SELECT 1 FROM stock_balances WHERE product_id = NEW.product_id AND place = NEW.from_place);
  UPDATE stock_balances SET quantity_milli = quantity_milli - NEW.quantity_milli, value_cents = value_cents - NEW.from_value_cents,
    unknown_milli = unknown_milli - NEW.unknown_milli WHERE product_id = NEW.product_id AND place = NEW.from_place;
  INSERT INTO stock_balances SELECT NEW.product_id, NEW.to_place, 0, 0, 0
    WHERE NOT EXISTS (SELECT 1 FROM stock_balances WHERE product_id = NEW.product_id AND place = NEW.to_place);
  UPDATE stock_balances SET quantity_milli = quantity_milli + NEW.quantity_milli, value_cents = value_cents + NEW.to_value_cents,
    unknown_milli = unknown_milli + iif(NEW.quantity_milli = 0, 0, NEW.unknown_milli) WHERE product_id = NEW.product_id AND place = NEW.to_place;
END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_fit BEFORE INSERT ON journal_entries BEGIN
  SELECT RAISE(ABORT, 'a document has a number of its own kind and day') WHERE NOT EXISTS (SELECT 1 FROM documents WHERE number = NEW.number AND series = 'J' AND day = NEW.day AND event_seq = NEW.event_seq);
END;
--> statement-breakpoint
-- The entry comes after its lines and seals them: then they count.
CREATE TRIGGER journal_entries_sum AFTER INSERT ON journal_entries BEGIN
  INSERT INTO account_totals SELECT substr(NEW.day, 1, 7), role, debit_cents, credit_cents FROM journal_lines WHERE entry_id = NEW.id
    ON CONFLICT (month, role) DO UPDATE SET debit_cents = debit_cents + excluded.debit_cents, credit_cents = credit_cents + excluded.credit_cents;
END;
--> statement-breakpoint
-- The newest trigger fires first: a closed month is named before whatever else is wrong with a row.
DROP TRIGGER returns_month_open;
--> statement-breakpoint
CREATE TRIGGER returns_month_open BEFORE INSERT ON returns
WHEN NEW.origin = 'desk' AND EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
DROP TRIGGER credit_notes_month_open;
--> statement-breakpoint
CREATE TRIGGER credit_notes_month_open BEFORE INSERT ON credit_notes
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
DROP TRIGGER payouts_month_open;
--> statement-breakpoint
CREATE TRIGGER payouts_month_open BEFORE INSERT ON payouts
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
DROP TRIGGER stock_moves_month_open;
--> statement-breakpoint
CREATE TRIGGER stock_moves_month_open BEFORE INSERT ON stock_moves
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
DROP TRIGGER journal_entries_month_open;
--> statement-breakpoint
CREATE TRIGGER journal_entries_month_open BEFORE INSERT ON journal_entries
WHEN EXISTS (SELECT 1 FROM month_closings WHERE month >= substr(NEW.day, 1, 7))
BEGIN SELECT RAISE(ABORT, 'nothing is written into a closed month'); END;
--> statement-breakpoint
-- What is there is not written again, neither by REPLACE nor by an upsert, and whether or not recursive triggers are on.
-- Last here, so first to fire.
CREATE TRIGGER journal_of_events_once BEFORE INSERT ON journal_of_events
WHEN EXISTS (SELECT 1 FROM journal_of_events WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM journal_of_events WHERE action_id = NEW.action_id)
  OR EXISTS (SELECT 1 FROM journal_of_events WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER documents_once BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM documents WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM documents WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER month_closings_once BEFORE INSERT ON month_closings
WHEN EXISTS (SELECT 1 FROM month_closings WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM month_closings WHERE month = NEW.month)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER imports_once BEFORE INSERT ON imports
WHEN EXISTS (SELECT 1 FROM imports WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER sales_once BEFORE INSERT ON sales
WHEN EXISTS (SELECT 1 FROM sales WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM sales WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER sale_lines_once BEFORE INSERT ON sale_lines
WHEN EXISTS (SELECT 1 FROM sale_lines WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM sale_lines WHERE sale_id = NEW.sale_id AND line_no = NEW.line_no)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER sale_tenders_once BEFORE INSERT ON sale_tenders
WHEN EXISTS (SELECT 1 FROM sale_tenders WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM sale_tenders WHERE sale_id = NEW.sale_id AND tender = NEW.tender)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER stock_adjustments_once BEFORE INSERT ON stock_adjustments
WHEN EXISTS (SELECT 1 FROM stock_adjustments WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM stock_adjustments WHERE number = NEW.number AND line_no = NEW.line_no)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER returns_once BEFORE INSERT ON returns
WHEN EXISTS (SELECT 1 FROM returns WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM returns WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER return_lines_once BEFORE INSERT ON return_lines
WHEN EXISTS (SELECT 1 FROM return_lines WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM return_lines WHERE return_id = NEW.return_id AND line_no = NEW.line_no)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER return_links_once BEFORE INSERT ON return_links
WHEN EXISTS (SELECT 1 FROM return_links WHERE rowid = NEW.rowid)
  OR EXISTS (SELECT 1 FROM return_links WHERE return_line_id = NEW.return_line_id AND sale_line_id = NEW.sale_line_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER return_steps_once BEFORE INSERT ON return_steps
WHEN EXISTS (SELECT 1 FROM return_steps WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER receipts_once BEFORE INSERT ON receipts
WHEN EXISTS (SELECT 1 FROM receipts WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER line_revaluations_once BEFORE INSERT ON line_revaluations
WHEN EXISTS (SELECT 1 FROM line_revaluations WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER inspections_once BEFORE INSERT ON inspections
WHEN EXISTS (SELECT 1 FROM inspections WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER credit_notes_once BEFORE INSERT ON credit_notes
WHEN EXISTS (SELECT 1 FROM credit_notes WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM credit_notes WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER credit_note_lines_once BEFORE INSERT ON credit_note_lines
WHEN EXISTS (SELECT 1 FROM credit_note_lines WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER payouts_once BEFORE INSERT ON payouts
WHEN EXISTS (SELECT 1 FROM payouts WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM payouts WHERE number = NEW.number)
  OR EXISTS (SELECT 1 FROM payouts WHERE voids_payout_id = NEW.voids_payout_id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER stock_moves_once BEFORE INSERT ON stock_moves
WHEN EXISTS (SELECT 1 FROM stock_moves WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER journal_lines_once BEFORE INSERT ON journal_lines
WHEN EXISTS (SELECT 1 FROM journal_lines WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM journal_lines WHERE entry_id = NEW.entry_id AND line_no = NEW.line_no)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
--> statement-breakpoint
CREATE TRIGGER journal_entries_once BEFORE INSERT ON journal_entries
WHEN EXISTS (SELECT 1 FROM journal_entries WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM journal_entries WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END;
