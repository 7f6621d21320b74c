import type { ExportFormat } from '../../../contract/api/months.ts';
import type { Output } from '../../../contract/api.ts';
import type { HostInfo } from '../../../contract/host.ts';
import { host } from '../../state/bridge.ts';
import { Job } from '../../state/job.svelte.ts';

export type Exported = Output<'months.export'>;

/** Where a month’s files go unless the person chooses: below the shop’s folder. */
export function usualFolder({ folder, platform }: Pick<HostInfo, 'folder' | 'platform'>, month: string): string {
  const mark = platform === 'win32' ? '\\' : '/';
  return [folder.replace(/[\\/]+$/, ''), 'exports', month].join(mark);
}

/** The last part of a path, for a list; the whole path is said elsewhere. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** One month on its way to the accountant. */
export class MonthExport {
  readonly month: string;
  folder = $state('');
  zip = $state(false);
  readonly job = new Job('months.export');
  #format = $state<ExportFormat>();
  /** What this shop’s accountant got last, in whichever month. */
  usual = $state<ExportFormat>('csv');

  constructor(month: string, info: Pick<HostInfo, 'folder' | 'platform'>) {
    this.month = month;
    this.folder = usualFolder(info, month);
  }

  get format(): ExportFormat {
    return this.#format ?? this.usual;
  }

  /** What was written before is of another program; it is no longer what is shown. */
  set format(format: ExportFormat) {
    this.#format = format;
    this.#forget();
  }

  async chooseFolder(): Promise<void> {
    if (this.job.running) return;
    const folder = await host().pickFolder();
    if (folder === undefined) return;
    this.folder = folder;
    this.#forget();
  }

  async write(): Promise<void> {
    const { month, format, folder, zip } = this;
    // The format stays what it was written in, whatever becomes usual by it.
    this.#format = format;
    await this.job.run({ month, format, to: folder, zip });
  }

  #forget(): void {
    this.job.result = undefined;
    this.job.trouble = undefined;
  }
}
