import { t } from '../../i18n/index.ts';

/** What people call the files that the shop knows by their columns. */
export const profileNames: Readonly<Record<string, () => string>> = {
  'as-known': () => t('imports.profile-as-known'),
  backshelf: () => t('imports.profile-backshelf'),
  'backshelf-sales': () => t('imports.profile-backshelf'),
  'uci-online-retail': () => t('imports.profile-uci-online-retail'),
  'taobao-orders': () => t('imports.profile-taobao-orders'),
  'taobao-lines': () => t('imports.profile-taobao-lines'),
  'taobao-old-lines': () => t('imports.profile-taobao-old-lines'),
  'jd-pop': () => t('imports.profile-jd-pop'),
  pinduoduo: () => t('imports.profile-pinduoduo'),
  doudian: () => t('imports.profile-doudian'),
  youzan: () => t('imports.profile-youzan'),
  shopify: () => t('imports.profile-shopify'),
  'square-items': () => t('imports.profile-square-items'),
  'etsy-items': () => t('imports.profile-etsy-items'),
  'amazon-orders': () => t('imports.profile-amazon-orders'),
  'tmall-refunds': () => t('imports.profile-tmall-refunds'),
  'doudian-aftersales': () => t('imports.profile-doudian-aftersales'),
  'amazon-fba-returns': () => t('imports.profile-amazon-fba-returns'),
  'shopify-products': () => t('imports.profile-shopify-products'),
  'woocommerce-products': () => t('imports.profile-woocommerce-products'),
};
