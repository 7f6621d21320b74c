import { texts } from './catalogue.ts';

/** What people call the files of other programs that are known by their columns. */
export const importProfilesTexts = texts({
  'imports.profile-taobao-orders': { zh: '淘宝/天猫 订单报表', en: 'Taobao / Tmall orders' },
  'imports.profile-taobao-lines': { zh: '淘宝/天猫 宝贝报表', en: 'Taobao / Tmall order lines' },
  'imports.profile-taobao-old-lines': { zh: '淘宝/天猫 宝贝报表（旧版）', en: 'Taobao / Tmall order lines (old)' },
  'imports.profile-jd-pop': { zh: '京东 POP 订单', en: 'JD orders' },
  'imports.profile-pinduoduo': { zh: '拼多多 订单', en: 'Pinduoduo orders' },
  'imports.profile-doudian': { zh: '抖店 订单', en: 'Doudian orders' },
  'imports.profile-youzan': { zh: '有赞 订单商品报表', en: 'Youzan order lines' },
  'imports.profile-shopify': { zh: 'Shopify 订单', en: 'Shopify orders' },
  'imports.profile-square-items': { zh: 'Square 商品明细', en: 'Square items' },
  'imports.profile-etsy-items': { zh: 'Etsy 已售商品', en: 'Etsy sold order items' },
  'imports.profile-amazon-orders': { zh: '亚马逊订单', en: 'Amazon orders' },
  'imports.profile-tmall-refunds': { zh: '天猫退款单', en: 'Tmall refunds' },
  'imports.profile-doudian-aftersales': { zh: '抖店 售后单', en: 'Doudian after-sales' },
  'imports.profile-amazon-fba-returns': { zh: '亚马逊 FBA 退货', en: 'Amazon FBA returns' },
  'imports.profile-shopify-products': { zh: 'Shopify 商品', en: 'Shopify products' },
  'imports.profile-woocommerce-products': { zh: 'WooCommerce 商品', en: 'WooCommerce products' },
});
