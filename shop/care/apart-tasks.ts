import { loadExport } from './import-all-load.ts';
import { prepareBackup } from './prepare-backup.ts';

/** What care of the whole file does in a thread of its own: each gets what it needs to tell how far it is, and its input. */
export const apartTasks = { restore: prepareBackup, importAll: loadExport };
export type ApartTasks = typeof apartTasks;
