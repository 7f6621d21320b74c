import { texts } from './catalogue.ts';

/** Pictures of returned goods. */
export const photosTexts = texts({
  'photos.title': { zh: '照片', en: 'Photos' },
  'photos.add': { zh: '加照片', en: 'Add photos' },
  'photos.choose': { zh: '选择照片文件', en: 'Choose pictures' },
  'photos.of': { zh: '照片，{at}', en: 'Photo, {at}' },
  'photos.next': { zh: '下一张', en: 'Next photo' },
  'photos.before': { zh: '上一张', en: 'Photo before' },
  'photos.kept': {
    zh: '已保存 {count} 张照片',
    en: { one: '{count} photo kept', other: '{count} photos kept' },
  },
  'photos.not-a-picture': {
    zh: '「{name}」打不开，请选 JPEG、PNG 或 WebP 图片。',
    en: '“{name}” cannot be read. Please choose a JPEG, PNG or WebP picture.',
  },
});
