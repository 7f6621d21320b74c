import { texts } from './catalogue.ts';

/** Words of the frame around every screen. */
export const shellTexts = texts({
  'shell.places': { zh: '主要位置', en: 'Places' },
  'shell.today': { zh: '今日', en: 'Today' },
  'shell.returns': { zh: '退货', en: 'Returns' },
  'shell.sales': { zh: '销售', en: 'Sales' },
  'shell.stock': { zh: '库存', en: 'Stock' },
  'shell.customers': { zh: '客户', en: 'Customers' },
  'shell.months': { zh: '月结', en: 'Months' },
  'shell.insight': { zh: '分析', en: 'Insight' },
  'shell.settings': { zh: '设置', en: 'Settings' },
  'shell.fold': { zh: '收起侧栏', en: 'Fold the rail' },
  'shell.unfold': { zh: '展开侧栏', en: 'Unfold the rail' },
  'shell.owner': { zh: '店主', en: 'Owner' },
  'shell.disconnected': {
    zh: '与店铺的连接断了，正在重新启动…输入的内容还在。',
    en: 'The shop is restarting… What you typed is still here.',
  },
  'shell.not-back': {
    zh: '店铺没有回应，不能确定刚才的操作是否完成。请再试一次：不会重复入账。',
    en: 'The shop does not answer, so it is not known whether this was done. Please try again: nothing is recorded twice.',
  },
  'shell.gone-for-good': {
    zh: '店铺没有重新启动。请关闭程序再打开；已经记下的账都在。',
    en: 'The shop did not start again. Please close the program and open it again; what was recorded is safe.',
  },
  'shell.was-saved': {
    zh: '连接恢复了：刚才的操作已经保存，不用再做；再按一次也只会看到结果。',
    en: 'Back again: this was saved. It need not be done again; pressing once more only shows the result.',
  },
  'shell.was-not-saved': {
    zh: '连接恢复了：刚才的操作没有保存。输入的内容还在，请再做一次。',
    en: 'Back again: this was not saved. What you typed is still here; please do it again.',
  },
  'shell.saved-after-all': {
    zh: '刚才连接断过一下，操作已经保存，只记了一次。',
    en: 'The connection broke for a moment. This was saved, and only once.',
  },
  'shell.unexpected': {
    zh: '出了意料之外的问题。没有完成的操作不会入账；请复制报告发给支持人员。',
    en: 'Something unexpected happened. Nothing half-done was recorded. Please copy the report and send it to support.',
  },
  'shell.opening': { zh: '正在打开店铺…', en: 'Opening the shop…' },
  'shell.no-screen': { zh: '没有这个页面', en: 'There is no such page' },
  'shell.no-screen-hint': {
    zh: '地址可能有误，请回到今日。',
    en: 'The address may be wrong. Please go back to Today.',
  },
  'shell.to-today': { zh: '回到今日', en: 'Go to Today' },
  'shell.demo': {
    zh: '这是演示店，数据都是虚构的，可以随便试。',
    en: 'This is the demo shop. Its data is made up: try anything.',
  },
  'shell.leave-demo': { zh: '回到我的店', en: 'Go to my own shop' },
  'shell.new-return': { zh: '退货', en: 'Return' },
  'shell.receive': { zh: '收货', en: 'Receive' },
  'shell.inspect': { zh: '检验', en: 'Inspect' },
  'shell.import': { zh: '导入文件', en: 'Import a file' },
});
