import { expect, test } from 'vitest';
import { errorKind } from './log-line.ts';

test('of an error its class, its code and where it came from stay, and not a word of its message', () => {
  const message = '王伟 138-1234\n    at home (/home/wang/x.ts:1:2)\n is owed 99.00';
  const error = Object.assign(new RangeError(message), { code: 'SQLITE_BUSY' });
  error.stack = [
    `RangeError: ${message}`,
    '    at async Desk.pay [as run] (file:///home/wang/shop/refunds/pay.ts:12:3)',
    '    at C:\\Users\\wang wei\\shop\\start.js:4:5',
    '    at 王伟 says (owed)',
  ].join('\n');
  expect(errorKind(error)).toBe('RangeError SQLITE_BUSY at async Desk.pay [as run] (pay.ts:12:3) at start.js:4:5');
});

test('what is no error, or names itself oddly, says nothing either', () => {
  const odd = new Error('x');
  odd.name = '王伟 owes';
  odd.stack = '';
  expect([errorKind('王伟'), errorKind(odd)]).toEqual(['thrown string', 'Error']);
});

test('a real error says where it was thrown', () => {
  expect(errorKind(new TypeError('secret'))).toMatch(/^TypeError at .*log-line\.test\.ts:\d+:\d+/);
});
