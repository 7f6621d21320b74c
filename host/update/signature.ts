import { createPublicKey, type KeyObject, sign as signBytes, verify } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in the form that crypto libraries read (SubjectPublicKeyInfo, RFC 8410). */
const spkiStart = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;

/** 64 bytes in Base64. */
const signatureLine = /^[A-Za-z0-9+/]{86}==$/;
/** One for each key that may be in use while one takes over from another. */
const signaturesMost = 2;

/** A public key as it stands in the program: its 32 bytes in Base64. Throws for anything else. */
function publicKeyOf(base64: string): KeyObject {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== keyBytes) throw new Error(`No public key: ${base64}`);
  return createPublicKey({ key: Buffer.concat([spkiStart, bytes]), format: 'der', type: 'spki' });
}

export function publicKeyText(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spkiStart.length).toString('base64');
}

/** Whether one of the keys made one of the signatures. A file of signatures that is not of their form is none. */
export function isSigned(bytes: Uint8Array, signatures: Uint8Array, keys: readonly string[]): boolean {
  const lines = Buffer.from(signatures).toString('latin1').trim().split(/\r?\n/);
  if (lines.length > signaturesMost || !lines.every((text) => signatureLine.test(text))) return false;
  const made = lines.map((text) => Buffer.from(text, 'base64'));
  return keys.map(publicKeyOf).some((key) => made.some((signature) => verify(null, bytes, key, signature)));
}

export function signatureOf(bytes: Uint8Array, privateKey: KeyObject): string {
  return signBytes(null, bytes, privateKey).toString('base64');
}
