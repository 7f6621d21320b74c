import { t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { misfitAt, refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';
import { handOver } from './hand-over.svelte.ts';
import { NewPin } from './new-pin.svelte.ts';
import { newRecoveryCode } from './recovery-code.ts';

/** Refusals that are said at their field. */
const atFields: ReadonlySet<string> = new Set(['name-used', 'pin-too-simple']);

/** Somebody who is added: the name that events will bear, the role and the PIN. An owner gets a recovery code by it. */
export class NewPerson {
  name = $state('');
  role = $state('');
  readonly pin = new NewPin();
  readonly call = new ActionCall('staff.add');
  #tried = $state(false);

  constructor(role: string) {
    this.role = role;
  }

  get nameProblem(): string | undefined {
    const { trouble } = this.call;
    if (this.#tried && this.name.trim() === '') return t('ui.fill-in');
    return refusedWith(trouble, 'name-used') && trouble ? troubleSentence(trouble) : misfitAt(trouble, 'name');
  }

  get otherTrouble(): Trouble | undefined {
    const { trouble } = this.call;
    return trouble?.kind === 'refused' && atFields.has(trouble.refusal.code) ? undefined : trouble;
  }

  /** Whether it was done; what is missing is said at its field. */
  async add(): Promise<boolean> {
    this.#tried = true;
    const name = this.name.trim();
    if (!this.pin.check() || name === '') return false;
    const recoveryCode = this.role === 'owner' ? newRecoveryCode() : undefined;
    const added = await this.call.run({
      name,
      role: this.role,
      pin: this.pin.pin,
      ...(recoveryCode !== undefined && { recoveryCode }),
    });
    if (!added) return false;
    this.pin.forget();
    if (recoveryCode !== undefined) handOver.show({ name, code: recoveryCode });
    return true;
  }
}
