import type { Policy } from '../../../contract/api/policy.ts';
import type { PolicyRules } from '../../../contract/api/policy-rules.ts';
import { show, t } from '../../i18n/index.ts';
import { ActionCall } from '../../state/action-call.svelte.ts';
import { Job } from '../../state/job.svelte.ts';
import { misfitAt, refusedWith, type Trouble, troubleSentence } from '../../state/shop.svelte.ts';

export type PolicyDraft = { readonly name: string; readonly validFrom: string; readonly rules: PolicyRules };

/** A policy that is being written: begun from the one in force or from a preset, tried out, and put in force. */
export class PolicyDesk {
  name = $state('');
  validFrom = $state(show.today());
  rules: PolicyRules;
  readonly job = new Job('policy.replay');
  readonly saving = new ActionCall('policy.save');
  #tried = $state('');
  #stored: string;

  constructor({ name, rules }: Pick<Policy, 'name' | 'rules'>) {
    this.name = name;
    this.rules = $state(structuredClone(rules));
    this.#stored = $state(JSON.stringify(rules));
  }

  get changed(): boolean {
    return JSON.stringify(this.rules) !== this.#stored;
  }

  /** The result that stands there is of other rules. */
  get triedOthers(): boolean {
    return this.job.result !== undefined && this.#tried !== JSON.stringify(this.rules);
  }

  /** Begins anew from other rules. */
  take({ name, rules }: Pick<Policy, 'name' | 'rules'>): void {
    this.name = name;
    this.rules = structuredClone(rules);
  }

  keep(): PolicyDraft {
    return { name: this.name, validFrom: this.validFrom, rules: this.#rules() };
  }

  restore({ name, validFrom, rules }: PolicyDraft): void {
    this.take({ name, rules });
    // A day that has gone by meanwhile cannot be chosen any more.
    this.validFrom = validFrom < show.today() ? show.today() : validFrom;
  }

  async tryOut(): Promise<void> {
    const rules = this.#rules();
    this.#tried = JSON.stringify(rules);
    await this.job.run({ rules });
  }

  /** Gives the policy that is in force then; nothing when there was trouble, which then stands at its field. */
  async save(): Promise<Policy | undefined> {
    const rules = this.#rules();
    const saved = await this.saving.run({ name: this.name, validFrom: this.validFrom, rules });
    if (saved) this.#stored = JSON.stringify(rules);
    return saved;
  }

  get nameError(): string | undefined {
    return misfitAt(this.#trouble, 'name');
  }

  get dayError(): string | undefined {
    const trouble = this.#trouble;
    if (trouble && refusedWith(trouble, 'policy-in-past')) return troubleSentence(trouble);
    return this.validFrom === '' ? t('ui.fill-in') : misfitAt(trouble, 'validFrom');
  }

  get #trouble(): Trouble | undefined {
    return this.saving.trouble as Trouble | undefined;
  }

  #rules(): PolicyRules {
    return $state.snapshot(this.rules) as PolicyRules;
  }
}
