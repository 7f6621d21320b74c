import { backUp } from './care/backup.ts';
import { exportAll } from './care/export-all.ts';
import { verify } from './care/verify.ts';
import type { LongReadHandler, NamesOfKind } from './context.ts';
import { writeList } from './exports/write.ts';
import { previewImport } from './imports/preview.ts';
import { summarise } from './insight/summary.ts';
import { listUnusual } from './insight/unusual/list.ts';
import { exportMonth } from './months/export.ts';
import { previewMonth } from './months/preview.ts';
import { replayPolicy } from './policy/replay.ts';
import { stockLevels } from './stock/levels.ts';

/** The procedures that run on a connection of their own, in the reader's worker. */
export const longReadHandlers: { readonly [Name in NamesOfKind<'long-read'>]: LongReadHandler<Name> } = {
  'imports.preview': previewImport,
  'exports.write': writeList,
  'insight.summary': summarise,
  'insight.unusual': listUnusual,
  'months.preview': previewMonth,
  'months.export': exportMonth,
  'policy.replay': replayPolicy,
  'stock.levels': stockLevels,
  'care.verify': verify,
  'care.exportAll': exportAll,
  'care.backup': backUp,
};
