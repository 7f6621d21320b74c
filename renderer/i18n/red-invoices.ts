import { texts } from './catalogue.ts';

/** Red invoices: how far each is, and until when its confirmation holds. */
export const redInvoicesTexts = texts({
  'invoice.title': { zh: '红字发票', en: 'Red invoice' },
  'invoice.list-title': { zh: '红字发票', en: 'Red invoices' },
  'invoice.none': {
    zh: '还没有记录。开过发票的，退款后要开红字发票。',
    en: 'Nothing said yet. An invoice that was issued has to be taken back after the refund.',
  },
  'invoice.say': { zh: '登记进度', en: 'Say how far it is' },
  'invoice.of': { zh: '{number} 的红字发票', en: 'Red invoice of {number}' },
  'invoice.status': { zh: '进度', en: 'Status' },
  'invoice.blue': { zh: '原蓝字发票号', en: 'Invoice taken back' },
  'invoice.number': { zh: '红字发票号', en: 'Red invoice number' },
  'invoice.number-needed': { zh: '请填写红字发票号', en: 'Enter the number of the red invoice' },
  'invoice.note': { zh: '备注', en: 'Note' },
  'invoice.save': { zh: '保存', en: 'Save' },
  'invoice.saved': { zh: '红字发票：{status}', en: 'Red invoice: {status}' },
  'invoice.lapses': { zh: '确认单失效', en: 'Confirmation lapses' },
  'invoice.starts-clock': { zh: '保存后开始计 72 小时', en: 'Its 72 hours begin when this is saved' },
  'invoice.credited': { zh: '红字金额', en: 'Credited' },
  'invoice.tax': { zh: '其中税额', en: 'Tax in it' },
  'invoice.history': { zh: '以前的进度', en: 'Before' },
  'invoice.list': { zh: '红字发票列表', en: 'List of red invoices' },
  'invoice.show': { zh: '显示', en: 'Show' },
  'invoice.open': { zh: '待办', en: 'To do' },
  'invoice.all': { zh: '全部', en: 'All' },
  'invoice.return': { zh: '退货单', en: 'Return' },
  'invoice.customer': { zh: '客户', en: 'Customer' },
  'invoice.empty': { zh: '没有要办的红字发票', en: 'No red invoice to do' },
  'invoice.empty-hint': {
    zh: '在退货单页面上登记红字发票的进度，就会列在这里。',
    en: 'Say how far the red invoice is on the page of a return, and it is listed here.',
  },
});
