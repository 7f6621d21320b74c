import { z } from 'zod';
import { actionIdSchema, procedure } from '../procedure.ts';
import { daySchema } from '../values/days.ts';
import { pathSchema } from '../values/paths.ts';

/** What made a backup. `set-aside` is no backup but the file that a restore moved out of the way. */
const backupWhys = ['asked', 'by-itself', 'on-close', 'before-migration', 'before-month-close', 'set-aside'] as const;
export const backupWhySchema = z.enum(backupWhys);
export type BackupWhy = z.infer<typeof backupWhySchema>;

/** The events of this shop that a backup does not hold. */
const lostSchema = z.object({
  events: z.int(),
  /** Documents with a number of their own among them: returns, credit notes, payouts, sales typed in. */
  documents: z.int(),
  /** From the first to the last of them. */
  fromAt: z.string().optional(),
  toAt: z.string().optional(),
});

export const backupSchema = z.object({
  path: z.string(),
  at: z.string(),
  size: z.int(),
  why: backupWhySchema,
  /** Fingerprint of its last event. */
  head: z.string(),
  events: z.int(),
  /** `same`: this shop's history begins with it. `other`: it does not. `unknown`: this shop cannot be opened to look. */
  history: z.enum(['same', 'other', 'unknown']),
  /** What going back to it would lose; nothing when that is not known. */
  lost: lostSchema.optional(),
});
export type Backup = z.infer<typeof backupSchema>;

const checkSchema = z.object({
  name: z.string(),
  ok: z.boolean(),
  /** What is wrong and where first, in the shop's language. */
  detail: z.string().optional(),
  /** What to do about it. */
  advice: z.string().optional(),
});

const backupApi = {
  'care.backup': procedure({
    about: 'Writes a verified copy of the shop into its backup folder, or into the folder named.',
    kind: 'long-read',
    needs: 'everyone',
    input: z.object({ to: pathSchema.optional() }),
    output: z.object({ path: z.string(), sha256: z.string(), head: z.string() }),
    refusals: ['folder-not-writable'],
  }),
  'care.backups': procedure({
    about:
      'The copies in the backup folders (or in the folder named), newest first, with what going back to each would lose.',
    kind: 'keeping',
    needs: 'everyone',
    input: z.object({ folder: pathSchema.optional() }),
    output: z.object({
      items: z.array(backupSchema),
      folders: z.array(z.object({ path: z.string(), second: z.boolean(), reachable: z.boolean() })),
    }),
    refusals: ['no-such-file'],
  }),
  'care.restore': procedure({
    about:
      'Puts a backup in the place of the shop’s file, which is moved aside and kept. The restore is an event of its own.',
    kind: 'keeping',
    needs: 'shop',
    input: z.object({ id: actionIdSchema, path: pathSchema }),
    output: z.object({
      head: z.string(),
      lost: lostSchema.extend({
        /** Where the former file lies now; nothing when there was none. */
        movedTo: z.string().optional(),
        /** The events counted, by number and fingerprint. */
        range: z.object({ fromEvent: z.int(), fromHead: z.string(), toEvent: z.int(), toHead: z.string() }).optional(),
        /** The former file could not be read: more is lost than is counted. */
        unreadable: z.boolean().optional(),
      }),
    }),
    refusals: ['no-such-file', 'backup-not-whole', 'shop-busy'],
  }),
  'care.exportAll': procedure({
    about:
      'Writes every table as CSV with the schema and a manifest into a new folder: all that the shop has, for any other program.',
    kind: 'long-read',
    needs: 'shop',
    input: z.object({ to: pathSchema }),
    output: z.object({
      path: z.string(),
      files: z.array(z.object({ path: z.string(), rows: z.int(), sha256: z.string() })),
      head: z.string(),
    }),
    refusals: ['folder-not-writable'],
  }),
  'care.importAll': procedure({
    about: 'Makes the shop anew from such a folder. Only where nothing has been recorded yet.',
    kind: 'keeping',
    needs: 'shop',
    input: z.object({ id: actionIdSchema, from: pathSchema }),
    output: z.object({ head: z.string(), events: z.int(), rows: z.int() }),
    refusals: ['no-such-file', 'export-not-whole', 'shop-not-empty', 'shop-busy'],
  }),
};

const trustApi = {
  'care.verify': procedure({
    about:
      'Checks the whole file: integrity, foreign keys, chain, balances against moves, entries, numbers and caps. The quick form, as at every start, checks what takes seconds in a big shop.',
    kind: 'long-read',
    needs: 'everyone',
    input: z.object({ quick: z.boolean().optional() }),
    output: z.object({
      ok: z.boolean(),
      checks: z.array(checkSchema),
      head: z.string(),
      events: z.int(),
    }),
    refusals: [],
  }),
  'care.fingerprint': procedure({
    about: 'Whether this history contains the event whose fingerprint, or its first characters, stands on a paper.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ text: z.string().min(1).max(200) }),
    output: z.object({
      /** Events whose fingerprint begins so: none, one, or (of a very short one) several. */
      found: z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          day: daySchema,
          kind: z.string(),
          person: z.string(),
          /** Who agreed to it by PIN beside the person. */
          approver: z.string().optional(),
          head: z.string(),
          /** Numbers of the documents it made. */
          documents: z.array(z.string()),
        }),
      ),
      /** How many events this history has. */
      events: z.int(),
    }),
    refusals: ['fingerprint-too-short'],
  }),
  'care.outcome': procedure({
    about: 'Whether the action with that id happened. Asking does nothing.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({ id: actionIdSchema }),
    output: z.object({ happened: z.boolean(), at: z.string().optional(), kind: z.string().optional() }),
    refusals: [],
  }),
  'care.confirmClock': procedure({
    about: 'Says that the PC’s clock is right although it is far ahead of the last entry.',
    kind: 'action',
    needs: 'shop',
    input: z.object({ id: actionIdSchema }),
    output: z.object({ day: daySchema }),
    refusals: [],
  }),
  'care.health': procedure({
    about: 'The light in the window’s corner: backups, ledgers, clock, disk and place of the file.',
    kind: 'read',
    needs: 'everyone',
    input: z.object({}),
    output: z.object({
      ledgersAgree: z.boolean(),
      lastBackupAt: z.string().optional(),
      changedSinceBackup: z.boolean(),
      /** Why the last backup made by itself failed; nothing when it did not. */
      backupTrouble: z.enum(['disk-full', 'read-only', 'io-error', 'folder-not-writable', 'bug']).optional(),
      /** The second folder, where one is set. */
      second: z.object({ folder: z.string(), reachable: z.boolean(), lastBackupAt: z.string().optional() }).optional(),
      folder: z.string(),
      events: z.int(),
      head: z.string(),
      /** The quick check at the start. */
      startCheck: z.enum(['not-asked', 'running', 'good', 'wrong']),
      /** `behind`: the clock shows a day before the last entry, which is used instead. `doubtful`: far ahead of it. */
      clock: z.object({ state: z.enum(['right', 'behind', 'doubtful']), clockDay: daySchema, today: daySchema }),
      /** Room on the disk of the shop’s folder. */
      freeBytes: z.int().optional(),
      spaceLow: z.boolean(),
      /** The program that copies the folder elsewhere while we write into it. */
      syncedBy: z.string().optional(),
    }),
    refusals: [],
  }),
};

export const careApi = { ...backupApi, ...trustApi };
