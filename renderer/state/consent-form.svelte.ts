import { type AskedConsent, consent } from './consent.svelte.ts';
import { deskPerson } from './desk-person.svelte.ts';
import { PinTry } from './pin-try.svelte.ts';
import { ask, troubleSentence } from './shop.svelte.ts';
import { whoMayAgree } from './who-may-agree.ts';

/** The PIN that an action waits for: the own one once more, or that of somebody who agrees. */
export class ConsentForm {
  readonly asked: AskedConsent;
  readonly isOwn: boolean;
  readonly sentence: string;
  /** Nothing until the shop has named them; of one alone there is nothing to choose. */
  people = $state.raw<readonly string[]>();
  name = $state<string>();
  readonly pin = new PinTry();

  constructor(asked: AskedConsent) {
    this.asked = asked;
    this.isOwn = asked.code === 'pin-needed';
    this.sentence = troubleSentence({ kind: 'refused', refusal: asked });
    if (!this.isOwn) void this.#listPeople();
  }

  /** Whether there is something to be typed. */
  ready = $derived.by(() => this.isOwn || this.name !== undefined);

  pick(name: string): void {
    this.name = name;
    this.pin.forget();
  }

  async give(): Promise<void> {
    const { name } = this;
    const isRight = await this.pin.give((pin) => {
      if (this.isOwn || name === undefined) return ask('staff.confirm', { pin });
      return ask('staff.vouch', { name, pin });
    });
    if (isRight) consent.say(true);
  }

  /** Where nobody else could agree there is nothing to ask: the form says what is wrong. */
  async #listPeople(): Promise<void> {
    const [people, roles] = await Promise.all([ask('staff.list', {}), ask('staff.roles', {})]);
    const names = whoMayAgree(this.asked, {
      people: people.ok?.items ?? [],
      roles: roles.ok?.items ?? [],
      self: deskPerson.name,
    });
    if (names.length === 0) return consent.say(false);
    this.people = names;
    if (names.length === 1) this.name = names[0];
  }
}
