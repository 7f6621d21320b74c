import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { releaseKey } from '../../fixtures/releases.ts';
import { publicKeys } from './public-keys.ts';
import { isSigned, signatureOf } from './signature.ts';

const own = releaseKey();
const next = releaseKey();
const list = Buffer.from('the list\n');
const by = (key: typeof own, bytes: Uint8Array = list): string => signatureOf(bytes, key.privateKey);
const signed = (signatures: string, keys = [own.publicText]): boolean => isSigned(list, Buffer.from(signatures), keys);

test('a list is believed when a known key signed these very bytes', () => {
  expect(signed(by(own))).toBe(true);
  expect(signed(`${by(own)}\r\n`)).toBe(true);
  expect(isSigned(Buffer.from('the list'), Buffer.from(by(own)), [own.publicText])).toBe(false);
});

test('while one key takes over from another, either is enough, on both sides', () => {
  expect(signed(by(own), [next.publicText, own.publicText])).toBe(true);
  expect(signed(`${by(own)}\n${by(next)}\n`, [next.publicText])).toBe(true);
});

test.each([
  ['by another key', by(next)],
  ['over other bytes', by(own, Buffer.from('another list\n'))],
  ['cut off', by(own).slice(0, 60)],
  ['with a bit turned', `${by(own).startsWith('A') ? 'B' : 'A'}${by(own).slice(1)}`],
  ['of nothing', ''],
  ['of zeros', Buffer.alloc(64).toString('base64')],
  ['not in Base64', by(own).replace(/.{4}$/, '****')],
  ['in three lines', `${by(own)}\n${by(own)}\n${by(own)}\n`],
  ['with something behind it', `${by(own)}\nfoo`],
  ['with a byte order mark', `\u{FEFF}${by(own)}`],
])('a signature %s is none', (_what, signatures) => {
  expect(signed(signatures)).toBe(false);
});

test('without a key nothing is signed, and a key that is none is a bug', () => {
  expect(signed(by(own), [])).toBe(false);
  expect(() => signed(by(own), ['AAAA'])).toThrow('No public key');
});

test('the keys in the program are keys, at most two', () => {
  expect(publicKeys.length).toBeGreaterThan(0);
  expect(publicKeys.length).toBeLessThanOrEqual(2);
  expect(isSigned(list, Buffer.from(randomBytes(64).toString('base64')), publicKeys)).toBe(false);
});
