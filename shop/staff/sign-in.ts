import type { Output } from '../../contract/api.ts';
import type { SessionContext, SessionHandler } from '../context.ts';
import { Refused, refuse } from '../refused.ts';
import { nameKeyOf } from './names.ts';
import { fitsSecret } from './secrets.ts';

/** Who is at the desk, as the window shows it. */
export const atDesk: SessionHandler<'staff.now'> = ({ session, store }) => viewDesk({ session, store });

function viewDesk({ session, store }: Pick<SessionContext, 'session' | 'store'>): Output<'staff.now'> {
  const actor = session.actor(store);
  const { staffId, person: name, role } = actor ?? {};
  return {
    manned: actor?.manned ?? true,
    ...(staffId !== undefined && name !== undefined && { person: { staffId, name, role: role ?? '' } }),
    permissions: [...(actor?.permissions ?? [])],
    saleLimitCents: actor?.saleLimitCents ?? null,
    dayLimitCents: actor?.dayLimitCents ?? null,
    confirmed: actor?.manned === true && actor.confirmed,
    ...(actor?.approver && { approver: actor.approver.person }),
  };
}

export const signIn: SessionHandler<'staff.signIn'> = async (context, { name, pin }) => {
  const known = await checkPin(context, name, pin);
  if (known instanceof Refused) return known;
  context.session.signIn(known.name);
  // What was given just now need not be given again; a recovery code is followed by a new PIN.
  context.session.confirm(known.name);
  return viewDesk(context);
};

export const signOut: SessionHandler<'staff.signOut'> = (context) => {
  context.session.signOut();
  return viewDesk(context);
};

export const confirmPin: SessionHandler<'staff.confirm'> = async (context, { pin }) => {
  const { session, actor } = context;
  const known = await checkPin(context, actor.person, pin);
  if (known instanceof Refused) return known;
  session.confirm(known.name);
  return viewDesk(context);
};

export const vouch: SessionHandler<'staff.vouch'> = async (context, { name, pin }) => {
  const { session, actor } = context;
  if (nameKeyOf(name) === nameKeyOf(actor.person)) return refuse('other-person-needed', { person: actor.person });
  const known = await checkPin(context, name, pin);
  if (known instanceof Refused) return known;
  session.vouch(known.name, { beside: actor.person });
  return viewDesk(context);
};

/**
 * Holds a PIN against the person's. A guess is counted before it is looked at, so that neither a crash nor many at once make it cheaper; a
 * name that nobody bears takes as long and is answered the same.
 */
async function checkPin(
  { session, store }: SessionContext,
  asked: string,
  pin: string,
): Promise<{ name: string } | Refused<'pin-wrong' | 'pin-wait'>> {
  const found = store.staff.byKey(nameKeyOf(asked));
  if (!found || found.active === 0) {
    await fitsSecret(pin, undefined);
    return refuse('pin-wrong', {});
  }
  const wait = session.waitFor(found.id, store.staff.failures(found.id));
  if (wait > 0) return refuse('pin-wait', { seconds: Math.ceil(wait / 1000) });
  store.caches.staff.countGuess(found.id);
  session.guessed(found.id);
  const fits =
    (await fitsSecret(pin, store.staff.secret(found.id, 'pin'))) ||
    (found.role === 'owner' && (await fitsSecret(pin, store.staff.secret(found.id, 'recovery'))));
  if (!fits) return refuse('pin-wrong', {});
  store.caches.staff.forgetGuesses(found.id);
  return { name: found.name };
}
