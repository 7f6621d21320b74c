import Database from 'better-sqlite3';
import { nativeFile } from './native-file.ts';

/** A database opened by the native part that was released with the program, and by no other. Throws CannotOpen where that is not there. */
export class CheckedDatabase extends Database {
  constructor(path: string, options: Database.Options = {}) {
    super(path, { ...options, nativeBinding: nativeFile() });
  }
}
