import { expect, test } from 'vitest';
import { sayDay, sayDue, sayExactly, sayInstant, sayMonth, type TimeIn } from './times.ts';

/** Saturday, 21 November 2026, 16:00 in Shanghai. */
const now = Date.parse('2026-11-21T08:00:00Z');
const chinese: TimeIn = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', now };
const english: TimeIn = { ...chinese, locale: 'en' };

test.each([
  ['2026-11-21T07:20:00Z', '今天 15:20', 'Today 15:20'],
  ['2026-11-20T07:20:00Z', '昨天 15:20', 'Yesterday 15:20'],
  ['2026-11-18T01:05:00Z', '周三 09:05', 'Wed 09:05'],
  ['2026-03-05T01:05:00Z', '3月5日', '5 Mar'],
  ['2025-03-05T01:05:00Z', '2025年3月5日', '5 Mar 2025'],
])('%s is said as people do', (instant, zh, en) => {
  expect([sayInstant(instant, chinese), sayInstant(instant, english)]).toEqual([zh, en]);
});

test('the day is the shop’s, not the computer’s', () => {
  expect(sayInstant('2026-11-20T16:30:00Z', chinese)).toBe('今天 00:30');
});

test('on hover an instant is exact', () => {
  expect(sayExactly('2026-11-21T07:20:05Z', english)).toMatch(/21 November 2026.*15:20:05/);
});

test('days and months are named', () => {
  expect([sayDay('2026-11-22', english), sayMonth('2026-03', 'zh-CN'), sayMonth('2026-03', 'en')]).toEqual([
    'Tomorrow',
    '2026年3月',
    'March 2026',
  ]);
});

test('what is due says how late it is or how long is left', () => {
  const due = ['2026-11-19T08:00:00Z', '2026-11-21T10:50:00Z', '2026-11-21T07:59:50Z'];
  expect([due.map((at) => sayDue(at, chinese)), due.map((at) => sayDue(at, english))]).toEqual([
    ['迟 2 天', '剩 3 小时', '剩 1 分钟'],
    ['2 d late', '3 h left', '1 min left'],
  ]);
});
