import type { Permission, StandardRole } from '../values/permissions.ts';
import type { Locale } from '../values/words.ts';

type Word = Readonly<Record<'zh' | 'en', string>>;

const permissionWords: Readonly<Record<Permission, Word>> = {
  sales: { zh: '录入销售', en: 'Record sales' },
  returns: { zh: '受理退货', en: 'Take in returns' },
  inspection: { zh: '检验与维修', en: 'Inspect and repair' },
  approval: { zh: '审批退货', en: 'Approve returns' },
  payouts: { zh: '退款', en: 'Pay refunds' },
  voids: { zh: '作废退款', en: 'Void refunds' },
  drawer: { zh: '钱箱与日报', en: 'Drawer and day report' },
  goods: { zh: '商品与供应商资料', en: 'Items and suppliers' },
  stock: { zh: '进货、盘点与供应商索赔', en: 'Goods in, counts and supplier claims' },
  imports: { zh: '导入文件', en: 'Import files' },
  figures: { zh: '查看账目与分析', en: 'See the books and figures' },
  books: { zh: '账务与月结', en: 'Keep the books and close months' },
  shop: { zh: '店铺管理与人员', en: 'Manage the shop and its people' },
};

const roleWords: Readonly<Record<StandardRole, Word>> = {
  owner: { zh: '店主', en: 'Owner' },
  clerk: { zh: '店员', en: 'Clerk' },
  inspector: { zh: '验货员', en: 'Inspector' },
  cashier: { zh: '收银员', en: 'Cashier' },
};

const inLocale = (word: Word, locale: Locale): string => (locale === 'en' ? word.en : word.zh);

export function permissionWord(permission: Permission, locale: Locale): string {
  return inLocale(permissionWords[permission], locale);
}

/** The word for a role that every shop has; the shop's own roles are called what it calls them. */
export function roleWord(role: string, locale: Locale): string {
  return Object.hasOwn(roleWords, role) ? inLocale(roleWords[role as StandardRole], locale) : role;
}
