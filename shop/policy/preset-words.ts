import type { Locale } from '../../contract/values/words.ts';

/** Names and usual categories of what presets leave out; the owner puts the shop's own categories in their place. */
export type PresetWords = {
  readonly custom: PresetGroup;
  readonly perishable: PresetGroup;
  readonly digital: PresetGroup;
  readonly press: PresetGroup;
  readonly hygiene: PresetGroup;
  readonly activated: PresetGroup;
  readonly finalSale: PresetGroup;
};
type PresetGroup = { readonly label: string; readonly categories: readonly string[] };

const chinese: PresetWords = {
  custom: { label: '定制商品', categories: ['定制'] },
  perishable: { label: '鲜活易腐', categories: ['生鲜', '鲜花'] },
  digital: { label: '已拆封的音像、软件', categories: ['音像', '软件'] },
  press: { label: '报纸期刊', categories: ['报刊'] },
  hygiene: { label: '已拆封的贴身、卫生用品', categories: ['内衣', '美妆', '保健'] },
  activated: { label: '已激活或试用的数码产品', categories: ['手机', '电脑', '数码'] },
  finalSale: { label: '临期、瑕疵特价', categories: ['特价'] },
};

const english: PresetWords = {
  custom: { label: 'Made to order', categories: ['Custom-made'] },
  perishable: { label: 'Perishable goods', categories: ['Fresh food', 'Flowers'] },
  digital: { label: 'Unsealed recordings and software', categories: ['Recordings', 'Software'] },
  press: { label: 'Newspapers and magazines', categories: ['Press'] },
  hygiene: { label: 'Unsealed health and hygiene goods', categories: ['Underwear', 'Cosmetics', 'Health'] },
  activated: { label: 'Electronics in use', categories: ['Phones', 'Computers', 'Electronics'] },
  finalSale: { label: 'Final sale', categories: ['Final sale'] },
};

export const presetWords: Readonly<Record<Locale, PresetWords>> = { 'zh-CN': chinese, en: english };
