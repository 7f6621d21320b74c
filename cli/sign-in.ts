import type { Outcome, ProcedureName } from '../contract/api.ts';
import type { Locale } from '../contract/values/words.ts';
import type { OpenShop } from './open.ts';
import { exitCodes, type Said, sayOutcome } from './output.ts';

/** What stands for the fields of `staff.signIn` on a command line. */
const fields: Readonly<Record<string, string>> = { name: '--as', pin: 'BACKSHELF_PIN' };

/** The PIN as it was given; programs that this one starts do not get it. */
export function takePin(): string | undefined {
  const pin = process.env.BACKSHELF_PIN;
  delete process.env.BACKSHELF_PIN;
  return pin;
}

type Given = { readonly as: string | undefined; readonly pin: string | undefined };

/**
 * Signs in before anything else is asked for, once there are people; gives what is to be said when that cannot be done. Without `--as` the desk stays
 * locked, and each call says so itself; of a shop that cannot be opened, too, the call says why.
 */
export async function signIn(shop: OpenShop, { as: name, pin }: Given, locale: Locale): Promise<Said | undefined> {
  if (name === undefined) return undefined;
  const now = (await shop.call('staff.now', {})) as Outcome<'staff.now'>;
  if (!('ok' in now)) return undefined;
  if (!now.ok.manned) {
    process.stderr.write('There are no people in this shop yet: --as is of no use, and all is done as the owner.\n');
    return undefined;
  }
  if (!pin) return invalid([{ path: 'BACKSHELF_PIN', message: `The PIN of ${name} belongs in it.` }]);
  const outcome = await shop.call('staff.signIn', { name, pin });
  if ('ok' in outcome) return undefined;
  return 'invalid' in outcome ? invalid(renamed(outcome.invalid)) : sayOutcome(outcome, locale);
}

type Misfits = Extract<Outcome<ProcedureName>, { invalid: unknown }>['invalid'];

const invalid = (misfits: Misfits): Said => ({ json: { invalid: misfits }, exit: exitCodes.invalid });
const renamed = (misfits: Misfits): Misfits =>
  misfits.map(({ path, message }) => ({ path: fields[path] ?? path, message }));
