import { tick } from 'svelte';
import type { ProcedureName } from '../../contract/api.ts';
import { deskPerson } from './desk-person.svelte.ts';
import { draftsKept } from './drafts.svelte.ts';
import { router } from './router.svelte.ts';
import { type Answer, ask, shopLink } from './shop.svelte.ts';

/** They put another file in the place of the shop's, with people of its own. */
const replaces: ReadonlySet<ProcedureName> = new Set(['care.restore', 'care.importAll']);

/** At the start of the window: from then on who is at the desk is asked anew whenever that may have changed. */
export function startDesk(): void {
  shopLink().onEvent((event) => {
    const isChange = event.type === 'changed' && (event.by.startsWith('staff.') || replaces.has(event.by));
    if (event.type === 'restarted' || isChange) void lookAtDesk();
  });
  deskPerson.onAnother(() => router.go('/'));
}

/** Asks the shop who is at the desk. */
export async function lookAtDesk(): Promise<void> {
  const answer = await ask('staff.now', {});
  if (answer.ok) deskPerson.take(answer.ok);
}

/** The desk that is being locked: whoever comes next waits for it. */
let locking: Promise<void> = Promise.resolve();

export async function signIn(name: string, pin: string): Promise<Answer<'staff.signIn'>> {
  await locking;
  const answer = await ask('staff.signIn', { name, pin });
  if (answer.ok) deskPerson.take(answer.ok);
  return answer;
}

/** Locks the desk once every screen has kept what was typed. `another`: somebody else is to come, and nobody is asked first. */
export async function lockDesk({ another = false }: { readonly another?: boolean } = {}): Promise<void> {
  if (deskPerson.locked || !deskPerson.now?.manned) return;
  if (another) deskPerson.expected = undefined;
  deskPerson.leaving = true;
  locking = leave();
  await locking;
}

async function leave(): Promise<void> {
  await tick();
  await draftsKept();
  await ask('staff.signOut', {});
  // A shop that could not hear it is a shop that starts anew, and locked.
  deskPerson.signedOut();
  deskPerson.leaving = false;
}
