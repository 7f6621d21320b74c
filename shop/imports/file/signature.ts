/** What the first bytes of a file say it is. A text says nothing. */
export type Signature = 'zip' | 'compound' | undefined;

const signatures: readonly (readonly [Exclude<Signature, undefined>, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // A package without anything in it begins with its end.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // Workbooks of Excel before 2007, and the wrapping of every workbook that has a password.
  ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

export function signatureOf(head: Buffer | undefined): Signature {
  return signatures.find(([, mark]) => mark.every((byte, index) => head?.[index] === byte))?.[0];
}

const lockedPart = Buffer.from('EncryptedPackage', 'utf16le');

/** Whether a compound file wraps a workbook that has a password. */
export function isLocked(bytes: readonly Buffer[]): boolean {
  return Buffer.concat(bytes).includes(lockedPart);
}
