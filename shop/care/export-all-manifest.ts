import { z } from 'zod';

export const manifestName = 'manifest.json';

/** What an export says about itself: enough to tell whether it is whole and which program can take it in. */
export const exportManifestSchema = z.object({
  format: z.literal('backshelf-export'),
  at: z.string(),
  program: z.string(),
  schemaVersion: z.int(),
  applicationId: z.int(),
  shopName: z.string(),
  /** Fingerprint of the last event, and how many there are. */
  head: z.string(),
  events: z.int(),
  schema: z.object({ file: z.string(), sha256: z.string() }),
  tables: z.array(z.object({ table: z.string(), file: z.string(), rows: z.int(), sha256: z.string() })),
});
export type ExportManifest = z.infer<typeof exportManifestSchema>;
