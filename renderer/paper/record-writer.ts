import { ask, type Trouble } from '../state/shop.svelte.ts';
import type { PaperDocument } from './document.ts';
import type { Voice } from './voice.ts';
import type { Asked, Writer } from './writer.ts';

/** What a document of one record is written from. */
export type RecordSource<Record> = Pick<Asked, 'settings' | 'printedAt'> & {
  readonly record: Record;
  /** Fingerprint of the newest event of the chain. */
  readonly head: string;
};

type Read<Record> =
  | { readonly ok: Record; readonly trouble?: undefined }
  | { readonly ok?: undefined; readonly trouble: Trouble };

/** A document of one record of the shop’s that has no chain of its own: asks for it, and for the newest fingerprint. */
export function recordWriter<Record>(
  read: (number: string) => Promise<Read<Record>>,
  write: (source: RecordSource<Record>, voice: Voice) => PaperDocument,
): Writer {
  return async ({ number, settings, printedAt }) => {
    const [record, health] = await Promise.all([read(number), ask('care.health', {})]);
    if (record.trouble) return { trouble: record.trouble };
    if (health.trouble) return { trouble: health.trouble };
    const source = { record: record.ok, head: health.ok.head, settings, printedAt };
    return { write: (voice) => write(source, voice) };
  };
}
