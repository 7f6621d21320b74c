/** `SHA256SUMS`, as `sha256sum` writes it. */
export const sumsName = 'SHA256SUMS';
export const signatureName = 'SHA256SUMS.sig';

/** A fingerprint, two spaces, and the plain name of a file: no folder, no control character, no byte order mark. */
const line = /^([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9._ -]{0,199})$/;

/**
 * The fingerprints by names. Nothing unless every line is of that form, ends with a line feed, and names a file of its own: where a list can
 * be read in two ways, it is not read.
 */
export function parseSums(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  // Latin-1 takes every byte for one character, so that nothing is replaced or dropped before it is looked at.
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  if (lines.length < 2 || lines.pop() !== '') return undefined;
  const sums = new Map<string, string>();
  const taken = new Set<string>();
  for (const text of lines) {
    const [, sha256, name] = line.exec(text) ?? [];
    if (sha256 === undefined || name === undefined) return undefined;
    // Windows and macOS take names that differ in case alone for one.
    if (taken.has(name.toLowerCase())) return undefined;
    taken.add(name.toLowerCase());
    sums.set(name, sha256);
  }
  return sums;
}

/** By name, so that the same files always make the same list. */
export function writeSums(sums: ReadonlyMap<string, string>): string {
  const names = [...sums.keys()].sort();
  return names.map((name) => `${sums.get(name)}  ${name}\n`).join('');
}
