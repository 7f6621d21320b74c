import type { AtDesk } from '../../contract/api/staff.ts';
import type { Permission } from '../../contract/values/permissions.ts';

/** Who is at the desk, as the shop said it last. One PC has one desk: what another window does to it is heard here too. */
class DeskPerson {
  /** Nothing until the shop has said it for the first time. */
  now = $state.raw<AtDesk>();
  /** The screens are being left: they keep what was typed before the desk is locked. */
  leaving = $state(false);
  /** Whose place is kept, and who is asked first at a locked desk; nothing when somebody else is to come. */
  expected = $state<string>();
  #last: string | undefined;
  #onAnother: () => void = () => undefined;

  locked = $derived(this.leaving || (this.now?.manned === true && this.now.person === undefined));
  /** Nothing in a shop without people. */
  name = $derived(this.now?.person?.name);

  may(need: Permission): boolean {
    return this.now?.permissions.includes(need) ?? false;
  }

  /** Hears that another person is there than before. */
  onAnother(hear: () => void): void {
    this.#onAnother = hear;
  }

  /** Whoever comes back goes on where they were; another person begins anew. */
  take(now: AtDesk): void {
    const name = now.person?.name;
    if (name !== undefined) {
      if (this.#last !== undefined && this.#last !== name) this.#onAnother();
      this.#last = name;
      // Who is leaving for another is not expected back.
      if (!this.leaving) this.expected = name;
    }
    this.now = now;
  }

  /** The shop said so in the middle: nothing of the shop stays on the screen. */
  signedOut(): void {
    if (!this.now || this.now.person) this.now = { ...lockedDesk };
  }
}

const lockedDesk: AtDesk = {
  manned: true,
  permissions: [],
  saleLimitCents: null,
  dayLimitCents: null,
  confirmed: false,
};

export const deskPerson = new DeskPerson();
