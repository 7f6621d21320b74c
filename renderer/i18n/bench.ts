import { texts } from './catalogue.ts';

/** The inspection bench: checklist, pictures, value and opened twins. */
export const benchTexts = texts({
  'bench.checklist': { zh: '检查项目', en: 'Checklist' },
  'bench.checked': { zh: '已查 {done}／{all}', en: '{done} of {all} checked' },
  'bench.yes': { zh: '是', en: 'Yes' },
  'bench.no': { zh: '否', en: 'No' },
  'bench.say-yes': { zh: '检查：是', en: 'Check: yes' },
  'bench.say-no': { zh: '检查：否', en: 'Check: no' },
  'bench.check-note': { zh: '哪里不对', en: 'What is wrong' },
  'bench.check-note-of': { zh: '「{question}」哪里不对', en: 'What is wrong: {question}' },
  'bench.check-note-needed': { zh: '请写明哪里不对', en: 'Please say what is wrong' },
  'bench.no-checklist': {
    zh: '这类商品没有检查项目。可以在设置里加。',
    en: 'There is no checklist for this kind of goods. Add one in the settings.',
  },
  'bench.photos': { zh: '照片', en: 'Photos' },
  'bench.no-photos': {
    zh: '还没有照片。拍下瑕疵，以后说得清。',
    en: 'No photos yet. A picture of the flaw settles questions later.',
  },

  'bench.value': { zh: '能值多少', en: 'What it could bring' },
  'bench.way': { zh: '处置', en: 'Way' },
  'bench.working': { zh: '算法', en: 'Working' },
  'bench.worth': { zh: '价值', en: 'Value' },
  'bench.best': { zh: '建议', en: 'Suggested' },
  'bench.step-price': { zh: '售价 {amount}', en: 'price {amount}' },
  'bench.step-cost': { zh: '成本 {amount}', en: 'cost {amount}' },
  'bench.step-grade': { zh: '{grade} 级按 {percent}％ {amount}', en: 'grade {grade} at {percent}% {amount}' },
  'bench.step-ageing': { zh: '库龄 {days} 天 {amount}', en: '{days} days old {amount}' },
  'bench.step-repair': { zh: '维修约 {amount}', en: 'repair about {amount}' },
  'bench.step-supplier': { zh: '供应商付 {percent}％ {amount}', en: 'supplier pays {percent}% {amount}' },
  'bench.step-scrap': { zh: '没有价值', en: 'brings nothing' },

  'bench.fault': { zh: '故障', en: 'Fault' },
  'bench.fault-example': { zh: '例如：按键失灵', en: 'for example: a key sticks' },
  'bench.twin': { zh: '另编代码，按拆封品出售', en: 'Sell as opened under a code of its own' },
  'bench.twin-code': { zh: '代码', en: 'Code' },
  'bench.twin-exists': { zh: '已有这个代码', en: 'This code is there already' },
  'bench.twin-price': { zh: '售价', en: 'Price' },
  'bench.twin-price-hint': { zh: '不填就是 {price}', en: '{price} if left empty' },
  'bench.twin-flaw': { zh: '瑕疵', en: 'Flaw' },
  'bench.twin-flaw-example': { zh: '例如：盒子压坏', en: 'for example: box crushed' },

  'bench.at-most': { zh: '最多 {amount}', en: 'at most {amount}' },

  'bench.labels': { zh: '标签和维修单', en: 'Labels and tickets' },
  'bench.labels-about': {
    zh: '请先打印，贴在商品上，再把商品送走。',
    en: 'Print these and put them on the goods before they go on.',
  },
  'bench.print-ticket': { zh: '打印维修单', en: 'Print the repair ticket' },
  'bench.print-of': { zh: '打印{document} {number}', en: 'Print the {document} {number}' },
  'bench.not-printed': {
    zh: '没有打印出来。请检查打印机后再试。',
    en: 'Nothing was printed. Please check the printer and try again.',
  },
  'bench.done': { zh: '完成', en: 'Done' },
});
