import type { StaffMember } from '../../../contract/api/staff.ts';
import { deskPerson } from '../../state/desk-person.svelte.ts';
import { signIn } from '../../state/desk-session.ts';
import { PinTry } from '../../state/pin-try.svelte.ts';
import { Query } from '../../state/query.svelte.ts';
import { afterRecovery } from './after-recovery.svelte.ts';
import { asRecoveryCode } from './recovery-code.ts';

/** Who comes to a locked desk, and their PIN. Make it while a component is set up. */
export class SignIn {
  readonly list = new Query('staff.list', () => ({}));
  readonly pin = new PinTry();
  #picked = $state<string>();
  /** The one who is expected was sent back to the names. */
  #turnedBack = $state(false);

  people = $derived<readonly StaffMember[]>(this.list.data?.items.filter(({ active }) => active) ?? []);
  /** Whose PIN is asked for; nothing while the names are. */
  chosen = $derived.by(() => {
    const name = this.#picked ?? (this.#turnedBack ? undefined : this.#expected);
    return this.people.find((person) => person.name === name);
  });

  /** Who was here last; of one person alone there is nothing to choose. */
  get #expected(): string | undefined {
    return this.people.length === 1 ? this.people[0]?.name : deskPerson.expected;
  }

  pick(person: StaffMember | undefined): void {
    if (!person) return;
    this.pin.forget();
    this.#picked = person.name;
  }

  back(): void {
    this.pin.forget();
    this.#picked = undefined;
    this.#turnedBack = true;
  }

  async enter(): Promise<void> {
    const { chosen } = this;
    if (!chosen) return;
    let code: string | undefined;
    const isRight = await this.pin.give((typed) => {
      code = chosen.role === 'owner' ? asRecoveryCode(typed) : undefined;
      return signIn(chosen.name, code ?? typed);
    });
    // Whoever got in by the code has forgotten the PIN, and sets another one.
    if (isRight && code) afterRecovery.wanted = true;
  }
}
