import { exportFormats } from '../../../contract/api/months.ts';
import { t } from '../../i18n/index.ts';
import { sheetWord } from './month-words.ts';

/** What is being done while a pack is written: a sheet of the shop’s own books, another program’s vouchers, or the zip. */
export function phaseWord(phase: string): string {
  if (phase === 'zip') return t('packs.writing-zip');
  if (exportFormats.some((format) => format === phase)) return t('packs.writing-vouchers');
  return t('months.writing', { file: sheetWord(phase) });
}
