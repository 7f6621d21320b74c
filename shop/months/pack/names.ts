import type { ExportFormat } from '../../../contract/api/months.ts';
import type { Month } from '../../../contract/values/days.ts';

export type PackNames = {
  readonly controls: string;
  readonly manifest: string;
  readonly zip: string;
  /** Files of an earlier pack of the same month and format that this one may not have: they must not be taken for its own. */
  readonly isOwn: (name: string) => boolean;
};

/** What the files of a pack are called. Each format has controls of its own: they may lie in one folder. */
export function packNames(month: Month, format: ExportFormat): PackNames {
  const own = format === 'csv' ? month : `${month}-${format}`;
  const varying = new RegExp(`^${month}-${format}(-\\d{3,}\\.csv|\\.zip)$`);
  return {
    controls: `${own}-controls.csv`,
    manifest: `${own}-manifest.json`,
    zip: `${month}-${format}.zip`,
    isOwn: (name) => varying.test(name),
  };
}
