import { texts } from './catalogue.ts';

/** What is where, its moves, and the cost somebody has to set. */
export const stockTexts = texts({
  'stock.title': { zh: '库存', en: 'Stock' },
  'stock.tabs': { zh: '库存账', en: 'The stock book' },
  'stock.balances': { zh: '库存余额', en: 'What is where' },
  'stock.filters': { zh: '筛选', en: 'Filters' },
  'stock.place': { zh: '位置', en: 'Place' },
  'stock.all': { zh: '店内全部', en: 'All in the shop' },
  'stock.unknown-only': { zh: '只看成本未知', en: 'Only unknown cost' },
  'stock.text': { zh: '按编码或名称查找', en: 'Code or name' },
  'stock.sku': { zh: '编码', en: 'Code' },
  'stock.item': { zh: '商品', en: 'Item' },
  'stock.quantity': { zh: '数量', en: 'Qty' },
  'stock.cost': { zh: '成本', en: 'Cost' },
  'stock.value': { zh: '货值（成本）', en: 'Value at cost' },
  'stock.total': { zh: '货值合计', en: 'Value in all' },
  'stock.items': { zh: '{count} 行', en: { one: '{count} row', other: '{count} rows' } },
  'stock.unknown': { zh: '未知 {quantity}', en: 'Unknown: {quantity}' },
  'stock.unknown-about': {
    zh: '有 {count} 种商品成本未知，暂按零计价。填上成本后会自动补记。',
    en: {
      one: '{count} item has no known cost and counts as zero. Set it and the books are put right.',
      other: '{count} items have no known cost and count as zero. Set it and the books are put right.',
    },
  },
  'stock.show-unknown': { zh: '查看这些商品', en: 'Show them' },
  'stock.moves': { zh: '库存流水', en: 'Moves' },
  'stock.moves-of': { zh: '{item} 的流水', en: 'Moves of {item}' },
  'stock.revalued': { zh: '补记成本（{place}）', en: 'Cost set ({place})' },
  'stock.set-cost': { zh: '填成本', en: 'Set the cost' },
  'stock.set-cost-of': { zh: '{item} 的成本', en: 'Cost of {item}' },
  'stock.unit-cost': { zh: '单位成本', en: 'Cost of one' },
  'stock.unit-cost-hint': {
    zh: '最多四位小数，填好后不能再改',
    en: 'At most four decimals; it cannot be changed later',
  },
  'stock.unit-cost-bad': { zh: '请填单位成本，例如 42.5', en: 'Please enter the cost of one, such as 42.50' },
  'stock.set-cost-about': {
    zh: '成本未知的 {quantity} 件会按这个成本补记货值，之前欠着的减值也一起入账。',
    en: 'The {quantity} of unknown cost get this value, and write-downs that waited are posted too.',
  },
  'stock.will-be': { zh: '补记货值约', en: 'Value to be added, about' },
  'stock.cost-set': { zh: '已补记 {amount}', en: '{amount} added to the books' },
  'stock.empty': { zh: '库存账还是空的', en: 'The stock book is empty' },
  'stock.empty-hint': {
    zh: '登记进货或期初库存，商品就上了货架；收到退货，商品先在退货区，检验后到货架或别处。',
    en: 'Goods that are received stand on the shelf; what comes back lies in the returns area until it is inspected.',
  },
  'stock.none-fit': { zh: '没有符合条件的商品', en: 'No item fits these filters' },
  'stock.none-fit-hint': { zh: '请换个写法，或清除筛选。', en: 'Try another spelling, or clear the filters.' },
  'stock.clear': { zh: '清除筛选', en: 'Clear filters' },
});
