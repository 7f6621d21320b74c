/** Without those that look like another: 0 and O, 1 and I and L, U and V. */
const letters = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const groups = 5;
const perGroup = 4;
const shape = new RegExp(`^(?:[${letters}]{${perGroup}}){${groups}}$`);

/** A code of twenty letters and figures, nearly a hundred bits: `7KQM-…`. Made where it is shown, and kept by nobody. */
export function newRecoveryCode(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const picked: string[] = [];
  // A byte beyond the last whole round of letters would make the first ones likelier.
  const limit = 256 - (256 % letters.length);
  while (picked.length < groups * perGroup)
    for (const byte of random(new Uint8Array(groups * perGroup)))
      if (byte < limit && picked.length < groups * perGroup) picked.push(letters.charAt(byte % letters.length));
  return inGroups(picked.join(''));
}

const inGroups = (code: string): string => (code.match(new RegExp(`.{${perGroup}}`, 'g')) ?? []).join('-');

/** What was typed, as the code is written, however it was spaced; nothing when it is none. */
export function asRecoveryCode(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return shape.test(plain) ? inGroups(plain) : undefined;
}
