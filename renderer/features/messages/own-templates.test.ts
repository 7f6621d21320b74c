import { expect, test } from 'vitest';
import { ownTemplates, templateFor } from './own-templates.ts';

const at = { stage: 'settled', locale: 'en' } as const;
const own = { ...at, subject: 'Paid', text: 'It is paid.' };
const used = { ...own, own: true, standard: { subject: 'Your money', text: 'We have paid.' } };

test('the editor shows the shop’s own words, and the standard ones once those were taken away', () => {
  expect(templateFor(at, [own], [used])).toEqual(own);
  expect(templateFor(at, [], [used])).toEqual({ ...at, ...used.standard });
  expect(templateFor({ ...at, locale: 'zh-CN' }, [own], [used])).toBeUndefined();
});

test('a changed template takes the place of the one before', () => {
  const other = { ...own, stage: 'received' } as const;
  expect(ownTemplates([own, other], { ...own, text: 'New.' })).toEqual([other, { ...own, text: 'New.' }]);
});
