import { expect, test } from 'vitest';
import { defaultReasons } from '../../../contract/values/words.ts';
import { reasonKeys, reasonsInOrder } from './reasons.ts';

const own = [{ code: 'too-hot', zh: '太烫', en: 'Too hot', fault: true }];

test('every reason is offered once, the shop’s own with keys', () => {
  const reasons = reasonsInOrder(own);
  expect(reasons.toSorted()).toEqual([...defaultReasons, 'too-hot'].toSorted());
  expect(reasonKeys(reasons.length)[reasons.indexOf('too-hot')]).toBe('8');
});

test('1 to 9 stand for the first nine, 0 for the last', () => {
  expect([reasonKeys(11), reasonKeys(13), reasonKeys(5)]).toEqual(['123456789 0', '123456789   0', '12340']);
});
