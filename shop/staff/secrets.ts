import { randomBytes, type ScryptOptions, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { SecretRow } from '../../db/queries/staff.ts';

/** The power of two of scrypt's N: some 32 MB and a twentieth of a second for a guess. */
const cost = 15;
const hashBytes = 32;
const saltBytes = 16;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

const optionsOf = (power: number): ScryptOptions => ({ N: 2 ** power, r: 8, p: 1, maxmem: 2 ** (power + 11) });
/** The same PIN is the same PIN, whichever keyboard its figures were typed with. */
const plain = (secret: string): string => secret.normalize('NFKC');

/** What a secret is checked by from now on, with a salt of its own. */
export function hashSecret(secret: string): SecretRow {
  const salt = randomBytes(saltBytes);
  const hash = scryptSync(plain(secret), salt, hashBytes, optionsOf(cost));
  return { cost, salt: salt.toString('hex'), hash: hash.toString('hex') };
}

/** Whether a secret is the one that was hashed. Takes the same time where there is none to hold it against. */
export async function fitsSecret(secret: string, row: SecretRow | undefined): Promise<boolean> {
  const { cost: power, salt, hash } = row ?? { cost, salt: '00'.repeat(saltBytes), hash: '00'.repeat(hashBytes) };
  const derived = await derive(plain(secret), Buffer.from(salt, 'hex'), hashBytes, optionsOf(power));
  return timingSafeEqual(derived, Buffer.from(hash, 'hex')) && row !== undefined;
}

const leastOf = (role: string): number => (role === 'owner' ? 6 : 4);

/** How long a PIN must be, when it is too easy to guess: too short, one figure over and over, a pair repeated, or a row up or down. */
export function tooSimple(pin: string, role: string): { least: number } | undefined {
  const figures = [...plain(pin)];
  const least = leastOf(role);
  const isSimple = figures.length < least || new Set(figures).size < 3 || isRow(figures, 1) || isRow(figures, -1);
  return isSimple ? { least } : undefined;
}

function isRow(figures: readonly string[], step: number): boolean {
  const codes = figures.map((figure) => figure.codePointAt(0) ?? 0);
  return codes.every((code, index) => index === 0 || code === (codes[index - 1] ?? 0) + step);
}
