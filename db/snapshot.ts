import type Database from 'better-sqlite3';
import { tidy } from './tidy.ts';

/** Runs reads on the file as it is at one moment: what is written meanwhile is not seen. The work must not wait for anything. */
export function inSnapshot<T>({ raw }: { readonly raw: Database.Database }, work: () => T): T {
  raw.exec('BEGIN');
  try {
    return work();
  } finally {
    tidy(() => raw.exec('ROLLBACK'));
  }
}
