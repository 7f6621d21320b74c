import type { HostInfo } from '../../../contract/host.ts';
import type { InstalledAs, UpdateRefusal } from '../../../contract/update.ts';
import { t } from '../../i18n/index.ts';

/** The two files that prove a release; the same in every language. */
export const proofs = { sums: 'SHA256SUMS', signature: 'SHA256SUMS.sig' } as const;

export const wayWord = (way: InstalledAs): string => t(`update.as-${way}`);

/** What the person will see once the update is started. */
export const nextSentence = (way: InstalledAs): string => t(`update.next-${way}`);

/** Why an update was not taken, and what to do. */
export function refusalSentence({ code, file = '', version = '' }: UpdateRefusal, info: HostInfo): string {
  switch (code) {
    case 'sums-missing':
      return t('update.refused-sums-missing', proofs);
    case 'sums-not-readable':
      return t('update.refused-sums-not-readable', { sums: proofs.sums });
    case 'not-listed':
      return t('update.refused-not-listed', { sums: proofs.sums, file });
    case 'not-for-this-pc':
      return t('update.refused-not-for-this-pc', { needed: info.installedAs ? wayWord(info.installedAs) : '' });
    case 'older-version':
      return t('update.refused-older-version', { file, version, ours: info.version });
    case 'same-version':
      return t('update.refused-same-version', { file, version });
    case 'file-missing':
    case 'too-large':
    case 'not-readable':
    case 'cannot-copy':
    case 'content-wrong':
      return t(`update.refused-${code}`, { file });
    case 'not-installed':
    case 'signature-wrong':
    case 'backup-failed':
    case 'place-not-writable':
    case 'shop-in-program':
    case 'cannot-start':
      return t(`update.refused-${code}`);
  }
}
