import type { Locale } from '../../contract/values/words.ts';

export type DemoProduct = {
  readonly sku: string;
  readonly zh: string;
  readonly en: string;
  readonly price: string;
  readonly costCents: number;
};

/** A small shop for clothes and things of the house. */
export const demoProducts: readonly DemoProduct[] = [
  { sku: 'CS-BL-M', zh: '衬衫 蓝 M', en: 'Shirt, blue, M', price: '99.00', costCents: 4200 },
  { sku: 'CS-BL-L', zh: '衬衫 蓝 L', en: 'Shirt, blue, L', price: '99.00', costCents: 4200 },
  { sku: 'CS-WH-M', zh: '衬衫 白 M', en: 'Shirt, white, M', price: '99.00', costCents: 4100 },
  { sku: 'MZ-01', zh: '针织帽', en: 'Knitted hat', price: '59.00', costCents: 2150 },
  { sku: 'WJ-03', zh: '羊毛围巾', en: 'Wool scarf', price: '128.00', costCents: 5600 },
  { sku: 'NZ-32', zh: '牛仔裤 32', en: 'Jeans, 32', price: '219.00', costCents: 9800 },
  { sku: 'NZ-34', zh: '牛仔裤 34', en: 'Jeans, 34', price: '219.00', costCents: 9800 },
  { sku: 'XZ-40', zh: '帆布鞋 40', en: 'Canvas shoes, 40', price: '169.00', costCents: 7700 },
  { sku: 'XZ-42', zh: '帆布鞋 42', en: 'Canvas shoes, 42', price: '169.00', costCents: 7700 },
  { sku: 'BW-500', zh: '保温杯 500 ml', en: 'Vacuum flask, 500 ml', price: '89.90', costCents: 3650 },
  { sku: 'TD-02', zh: '可调光台灯', en: 'Dimmable desk lamp', price: '149.00', costCents: 6800 },
  { sku: 'YS-BK', zh: '折叠雨伞 黑', en: 'Folding umbrella, black', price: '45.50', costCents: 1600 },
  { sku: 'SB-11', zh: '双肩书包', en: 'Rucksack', price: '259.00', costCents: 11200 },
  { sku: 'MJ-3P', zh: '纯棉毛巾 三条装', en: 'Cotton towels, set of three', price: '39.90', costCents: 1480 },
  { sku: 'CZ-6', zh: '陶瓷餐具 六件', en: 'Stoneware set, six pieces', price: '188.00', costCents: 8300 },
];

type Person = { readonly zh: string; readonly en: string; readonly phone: string };

/** Made-up people with numbers that nobody has. */
export const demoCustomers: readonly Person[] = [
  { zh: '王伟', en: 'Wei Wang', phone: '13800006198' },
  { zh: '李娜', en: 'Na Li', phone: '13900002274' },
  { zh: '张敏', en: 'Min Zhang', phone: '13700003351' },
  { zh: '刘洋', en: 'Yang Liu', phone: '13600004418' },
  { zh: '陈静', en: 'Jing Chen', phone: '13500005520' },
  { zh: '赵磊', en: 'Lei Zhao', phone: '13400006637' },
  { zh: '周婷', en: 'Ting Zhou', phone: '13300007742' },
  { zh: '孙丽', en: 'Li Sun', phone: '13200008859' },
];

export function inLanguage(locale: Locale, words: { readonly zh: string; readonly en: string }): string {
  return locale === 'zh-CN' ? words.zh : words.en;
}
