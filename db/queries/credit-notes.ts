import type { Orm } from '../open.ts';
import type { creditNoteLines, creditNotes } from '../schema/returns.ts';

type NoteRow = Omit<typeof creditNotes.$inferSelect, 'eventSeq' | 'paidCents'> & {
  readonly at: string;
  readonly person: string;
};
type NoteLineRow = Pick<
  typeof creditNoteLines.$inferSelect,
  'returnLineId' | 'quantityMilli' | 'goodsCents' | 'taxCents'
>;

/** One credit note with who wrote it and when, its lines in the order they were credited. */
export function creditNoteReads({ $client: raw }: Orm) {
  const byNumber = raw.prepare<[string], NoteRow>(`
    SELECT n.id, n.number, n.return_id AS returnId, n.day, n.goods_cents AS goodsCents, n.tax_cents AS taxCents,
      n.fee_cents AS feeCents, n.delivery_cents AS deliveryCents, n.total_cents AS totalCents, e.at, e.person
    FROM credit_notes n JOIN journal_of_events e ON e.seq = n.event_seq WHERE n.number = ?`);
  const lines = raw.prepare<[number], NoteLineRow>(`
    SELECT return_line_id AS returnLineId, quantity_milli AS quantityMilli, goods_cents AS goodsCents, tax_cents AS taxCents
    FROM credit_note_lines WHERE credit_note_id = ? ORDER BY id`);
  return {
    creditNote: (number: string) => byNumber.get(number),
    creditNoteLines: (noteId: number) => lines.all(noteId),
  };
}
