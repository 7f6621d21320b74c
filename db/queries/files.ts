import type { Orm } from '../open.ts';
import type { importTraces } from '../schema/stock-book.ts';

type FileColumn = 'kind' | 'fileName' | 'profile' | 'at' | 'rowsRead' | 'rowsStored' | 'rowsRefused';
export type FileRow = { readonly [Column in FileColumn]: Column extends `rows${string}` ? number : string } & {
  readonly id: number;
  readonly eventSeq: number;
  /** What the reading answered, as JSON. */
  readonly result: string;
  readonly undoneAt: string | null;
};
export type OpenedLine = { readonly id: number; readonly quantityMilli: number; readonly valueCents: number };
type Received = { readonly supplierId: number | null; readonly reference: string | null; readonly day: string | null };
export type TraceRow = Readonly<Omit<typeof importTraces.$inferSelect, 'id' | 'actionId'>>;

const columns = `i.id, i.event_seq AS eventSeq, i.kind, i.file_name AS fileName, i.profile, i.at, i.rows_read AS rowsRead,
  i.rows_stored AS rowsStored, i.rows_refused AS rowsRefused, e.result, u.at AS undoneAt`;
const files = `imports i JOIN journal_of_events e ON e.seq = i.event_seq LEFT JOIN import_undos u ON u.import_id = i.id`;
const standing = 'g.voids_id IS NULL AND NOT EXISTS (SELECT 1 FROM goods_receipts v WHERE v.voids_id = g.id)';

/** The files that were read, and what readings of goods ask of the books. */
export function fileReads({ $client: raw }: Orm) {
  const history = raw.prepare<[number], FileRow>(`SELECT ${columns} FROM ${files} ORDER BY i.id DESC LIMIT ?`);
  const byId = raw.prepare<[number], FileRow>(`SELECT ${columns} FROM ${files} WHERE i.id = ?`);
  const traces = raw.prepare<[number], TraceRow>(`
    SELECT t.kind, t.row_id AS rowId, t.before, t.after FROM import_traces t
    WHERE t.action_id = (SELECT action_id FROM journal_of_events WHERE seq = ?) ORDER BY t.id`);
  const opened = raw.prepare<[number], OpenedLine>(`
    SELECT l.id, l.quantity_milli AS quantityMilli, l.value_cents AS valueCents
    FROM goods_receipt_lines l JOIN goods_receipts g ON g.id = l.goods_receipt_id
    WHERE l.product_id = ? AND g.kind = 'opening' AND ${standing} LIMIT 1`);
  const codes = raw
    .prepare<[number], string>('SELECT code FROM goods_receipt_units WHERE goods_receipt_line_id = ? ORDER BY code')
    .pluck();
  const received = raw
    .prepare<Received, number>(`
    SELECT g.id FROM goods_receipts g WHERE g.kind = 'received' AND g.supplier_id IS @supplierId AND g.reference IS @reference
      AND (@day IS NULL OR g.day = @day) AND ${standing} ORDER BY g.id`)
    .pluck();
  return {
    history: (limit: number) => history.all(limit),
    byId: (importId: number) => byId.get(importId),
    /** What a reading made or changed of items, customers and suppliers, in its order. */
    traces: (eventSeq: number) => traces.all(eventSeq),
    /** The line that opened the stock of an item. */
    openedLine: (productId: number) => opened.get(productId),
    /** Serial numbers and batches of a line of goods that came. */
    codesOfLine: (lineId: number) => codes.all(lineId),
    /** Goods received that stand, of one supplier and number; on any day where none is named. */
    receivedBefore: (of: Received) => received.all(of),
  };
}

export function fileWrites({ $client: raw }: Orm) {
  const addTrace = raw.prepare(
    'INSERT INTO import_traces (action_id, kind, row_id, before, after) VALUES (@actionId, @kind, @rowId, @before, @after)',
  );
  return { addTrace: (row: TraceRow & { readonly actionId: string }): void => void addTrace.run(row) };
}
