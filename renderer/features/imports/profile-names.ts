import { t } from '../../i18n/index.ts';

/** What people call the files that the shop knows by their columns. */
export const profileNames: Readonly<Record<string, () => string>> = {
  'as-known': () => t('imports.profile-as-known'),
  backshelf: () => t('imports.profile-backshelf'),
  'uci-online-retail': () => t('imports.profile-uci-online-retail'),
};
