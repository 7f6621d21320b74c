import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarText } from './ical.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 120 });

/** Reads a calendar as RFC 5545 says: lines joined again, then texts freed of their backslashes. */
function readBack(text: string): Map<string, string> {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const inEvent = lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('BEGIN:VALARM'));
  return new Map(
    inEvent.map((line) => {
      const [name = '', ...rest] = line.split(':');
      return [name, rest.join(':').replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))];
    }),
  );
}

/** What a calendar can hold of a text. */
const held = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n|\r|\n/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what cannot be held
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');

test('every text comes out of the calendar as it went in, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (name, summary, description) => {
      const event = { uid: 'return-1@x', at: '2026-11-18T03:04:05.678Z', summary, description };
      const text = calendarText({ name, stamp: '2026-11-17T00:00:00.000Z', events: [event] });
      const lines = text.split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(line).not.toMatch(/[\r\n]/);
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }
      const read = readBack(text);
      expect(read.get('SUMMARY')).toBe(held(summary));
      expect(read.get('DESCRIPTION')).toBe(held(description));
      expect(read.get('UID')).toBe('return-1@x');
      expect(read.get('DTSTART')).toBe('20261118T030405Z');
    }),
  );
});

test('a calendar without anything due is a calendar all the same', () => {
  const text = calendarText({ name: 'Shop', stamp: '2026-11-17T00:00:00.000Z', events: [] });
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Backshelf//Returns desk//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Shop',
    'END:VCALENDAR',
    '',
  ]);
});
