import { texts } from './catalogue.ts';

/** Words of the screen where an owner says how documents are printed. */
export const paperSettingsTexts = texts({
  'layouts.title': { zh: '单据与打印', en: 'Paper' },
  'layouts.open': { zh: '设置单据', en: 'Lay out documents' },
  'layouts.about': {
    zh: '每种单据用什么纸、印哪些内容，还有店标和退货须知。',
    en: 'Which paper each document is printed on and what stands on it, the logo and the returns policy.',
  },
  'layouts.back': { zh: '返回设置', en: 'Back to settings' },
  'layouts.layout': { zh: '单据版式', en: 'Layout' },
  'layouts.hint': {
    zh: '右边是实际的单据，改动马上能看到，保存后才生效。',
    en: 'The sheet beside shows changes at once; they count once they are saved.',
  },
  'layouts.parts': { zh: '印在单据上的内容', en: 'What stands on it' },
  'layouts.test-page': { zh: '看一看测试页', en: 'Look at the test page' },
  'layouts.preview': { zh: '单据预览', en: 'Preview of the sheet' },
  'layouts.specimen': { zh: '样张（店里还没有这种单据）', en: 'Specimen (the shop has no such document yet)' },
  'layouts.logo': { zh: '店标', en: 'Logo' },
  'layouts.choose-logo': { zh: '选择图片', en: 'Choose a picture' },
  'layouts.remove-logo': { zh: '去掉店标', en: 'Remove the logo' },
  'layouts.logo-hint': {
    zh: '印在每张单据的抬头，黑白分明的图片最清楚（PNG、JPEG 或 WebP，不超过 5 MB）。',
    en: 'Stands at the head of every sheet. Plain black on white prints best (PNG, JPEG or WebP, at most 5 MB).',
  },
  'layouts.logo-too-large': {
    zh: '图片超过 5 MB，请换一张小一点的。',
    en: 'The picture is larger than 5 MB. Please choose a smaller one.',
  },
});
