import { texts } from './catalogue.ts';

/** What became of a file: what was stored, refused, warned of, and taken back. */
export const importResultsTexts = texts({
  'imports.to-sales': { zh: '查看销售', en: 'Go to sales' },
  'imports.to-items': { zh: '查看商品', en: 'Go to items' },
  'imports.to-customers': { zh: '查看客户', en: 'Go to customers' },
  'imports.to-stock': { zh: '查看库存', en: 'Go to stock' },
  'imports.to-receiving': { zh: '查看进货', en: 'Go to goods received' },
  'imports.to-returns': { zh: '查看退货', en: 'Go to returns' },
  'imports.to-history': { zh: '查看导入记录', en: 'Go to the files read' },
  'imports.to-unmatched': { zh: '去对上销售', en: 'Find their sales' },
  'imports.done': { zh: '导入完成', en: 'Imported' },
  'imports.nothing-new': {
    zh: '这份文件以前已经导入过，没有新的内容，什么都没有改动。',
    en: 'This file was read before. Nothing in it is new, and nothing was changed.',
  },
  'imports.rows': { zh: '行数', en: 'Rows' },
  'imports.rows-read': { zh: '读到', en: 'Read' },
  'imports.rows-stored': { zh: '已存入', en: 'Stored' },
  'imports.rows-stored-hint': {
    zh: '包括以前已经存入的行',
    en: 'Including rows that were already there',
  },
  'imports.rows-refused': { zh: '未存入', en: 'Refused' },
  'imports.stored': { zh: '新存入的', en: 'Newly stored' },
  'imports.stored-none': { zh: '没有新的内容', en: 'Nothing new' },
  'imports.stored-suppliers': { zh: '供应商', en: 'Suppliers' },
  'imports.stored-goods-receipts': { zh: '入库单', en: 'Stock documents' },
  'imports.stored-goods-receipt-lines': { zh: '入库明细', en: 'Lines of stock' },
  'imports.stored-changed': { zh: '已有资料有更新', en: 'Known ones changed' },
  'imports.stored-refunded-sales': { zh: '平台上已退过钱的销售', en: 'Sales refunded elsewhere' },
  'imports.stored-statuses': { zh: '状态有变的销售', en: 'Sales with another status' },
  'imports.stored-sales': { zh: '销售单', en: 'Sales' },
  'imports.stored-sale-lines': { zh: '销售明细', en: 'Sale lines' },
  'imports.stored-products': { zh: '商品', en: 'Items' },
  'imports.stored-customers': { zh: '客户', en: 'Customers' },
  'imports.stored-returns': { zh: '退货单', en: 'Returns' },
  'imports.stored-return-lines': { zh: '退货明细', en: 'Return lines' },
  'imports.stored-stock-adjustments': { zh: '库存调整', en: 'Stock adjustments' },
  'imports.links': { zh: '退货对上原来的销售', en: 'Returns and the sales they came from' },
  'imports.link-linked': { zh: '已对上原来的销售', en: 'Linked to their sale' },
  'imports.link-no-customer': { zh: '没有客户，无从对应', en: 'No customer on the row' },
  'imports.link-no-earlier-sale': { zh: '这位客户之前没有买过', en: 'The customer had not bought it before' },
  'imports.link-already-returned': { zh: '买过的都已退完', en: 'All that was bought was returned already' },
  'imports.link-too-little-left': { zh: '剩下可退的不够', en: 'More than is left to return' },
  'imports.warnings': { zh: '请留意', en: 'Worth a look' },
  'imports.warning-no-customer': {
    zh: '{count} 行没有客户，退货时要用单号查找',
    en: {
      one: '{count} row has no customer: find it by its number',
      other: '{count} rows have no customer: find them by number',
    },
  },
  'imports.warning-zero-price': {
    zh: '{count} 行单价为零',
    en: { one: '{count} row has a price of zero', other: '{count} rows have a price of zero' },
  },
  'imports.warning-no-name': {
    zh: '{count} 行没有商品名称',
    en: { one: '{count} row has no item name', other: '{count} rows have no item name' },
  },
  'imports.warning-codes-differ-by-case': {
    zh: '{count} 个商品编码与别的只差大小写，按不同商品处理',
    en: {
      one: '{count} item code differs from another only by case and counts as another item',
      other: '{count} item codes differ from others only by case and count as other items',
    },
  },
  'imports.warning-no-cost': {
    zh: '{count} 个商品没有写成本：按零计价并标为未知，请在库存里补上',
    en: {
      one: '{count} item came without a cost: it counts as zero and unknown until you set it under Stock',
      other: '{count} items came without a cost: they count as zero and unknown until you set it under Stock',
    },
  },
  'imports.warning-status-unknown': {
    zh: '{count} 条的状态认不出来：先留着，请看一下',
    en: {
      one: '{count} has a status that is not known here: it is kept, please look at it',
      other: '{count} have a status that is not known here: they are kept, please look at them',
    },
  },
  'imports.warning-refund-amount-unknown': {
    zh: '{count} 行说退过一部分钱，但没写退了多少：退货时请先到平台核对',
    en: {
      one: '{count} row says that part of its money went back, but not how much: check the platform before refunding',
      other:
        '{count} rows say that part of their money went back, but not how much: check the platform before refunding',
    },
  },
  'imports.warning-finished-elsewhere': {
    zh: '{count} 个退货在平台上已经了结，但这里已经动手处理：请在柜台核对钱',
    en: {
      one: '{count} return is finished on the platform but under way here: please check its money at the desk',
      other: '{count} returns are finished on the platform but under way here: please check their money at the desk',
    },
  },
  'imports.warning-closed-elsewhere': {
    zh: '{count} 个退货在平台上已经关闭，但这里已经动手处理：请核对',
    en: {
      one: '{count} return was closed on the platform but is under way here: please check it',
      other: '{count} returns were closed on the platform but are under way here: please check them',
    },
  },
  'imports.warning-quantity-worked-out': {
    zh: '{count} 条没有写数量，按金额推算',
    en: {
      one: '{count} line names no quantity: it was worked out from the amount',
      other: '{count} lines name no quantity: it was worked out from the amount',
    },
  },
  'imports.warning-no-amount': {
    zh: '{count} 条没有写退款金额',
    en: {
      one: '{count} line does not say how much was given back',
      other: '{count} lines do not say how much was given back',
    },
  },
  'imports.refused-file': { zh: '未存入的行', en: 'Refused rows' },
  'imports.refused-about': {
    zh: '{count} 行没有存入，原样写在这个文件里，每行附有原因。改好后可以再导入。',
    en: {
      one: '{count} row was not stored. It is in this file as it stood, with the reason. Mend it and import it again.',
      other:
        '{count} rows were not stored. They are in this file as they stood, with the reasons. Mend them and import them again.',
    },
  },
  'imports.read-mended': { zh: '改好了，再导入', en: 'Mended: read it again' },
  'imports.reveal': { zh: '在文件夹中显示', en: 'Show in folder' },
  'imports.again': { zh: '再导入一个', en: 'Import another' },

  'imports.undo': { zh: '撤回这次导入', en: 'Take this file back' },
  'imports.undo-title': { zh: '撤回 {name}', en: 'Take back {name}' },
  'imports.undo-brought': { zh: '它带来了：{what}', en: 'It brought: {what}' },
  'imports.undo-about': {
    zh: '撤回以后，谁也不会再看到或算到这些内容，单号可以重新使用；进货和期初库存会用冲销单冲掉，商品、客户、供应商回到导入前的样子。历史里仍然留有记录。已经有退货或单据用到的导入不能撤回。',
    en: 'Afterwards nobody sees or counts any of it, and its numbers are free again. Goods received and opening stock are voided by documents of their own; items, customers and suppliers become what they were. The history keeps what happened. A file that something refers to already cannot be taken back.',
  },
  'imports.undo-why': { zh: '为什么撤回', en: 'Why' },
  'imports.undone': {
    zh: '这次导入已经撤回，像没有导入过一样。',
    en: 'This file was taken back, as if it had never been read.',
  },
  'imports.undone-file': { zh: '已撤回 {name}', en: '{name} was taken back' },

  'imports.history': { zh: '导入记录', en: 'Files read' },
  'imports.history-empty': { zh: '还没有导入过文件', en: 'No file was read yet' },
  'imports.history-empty-hint': {
    zh: '导入过的文件都记在这里，还能整个撤回。',
    en: 'Every file that is read stands here, and can be taken back as a whole.',
  },
  'imports.at': { zh: '时间', en: 'When' },
  'imports.taken-back': { zh: '已撤回', en: 'Taken back' },
  'imports.taken-back-at': { zh: '{when} 已撤回', en: 'Taken back {when}' },
  'imports.rows-sum': {
    zh: '读到 {read} = 已存入 {stored} + 未存入 {refused}',
    en: '{read} read = {stored} stored + {refused} refused',
  },
  'imports.back-to-import': { zh: '返回导入', en: 'Back to importing' },
  'imports.close': { zh: '关闭', en: 'Close' },
});
