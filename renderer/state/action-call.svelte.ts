import type { Input, Output, ProcedureName } from '../../contract/api.ts';
import { Intent } from './intent.ts';
import { ask, type Trouble } from './shop.svelte.ts';

type ActionName = { [Name in ProcedureName]: Input<Name> extends { id: string } ? Name : never }[ProcedureName];

/** One action as a screen offers it: its id stays until the shop says done, a second press meanwhile does nothing, refusals stay to be shown. */
export class ActionCall<Name extends ActionName> {
  busy = $state(false);
  trouble = $state.raw<Trouble<Name>>();
  readonly #name: Name;
  readonly #intent = new Intent();

  constructor(name: Name) {
    this.#name = name;
  }

  /** Gives the result; nothing when there was trouble, which then stands in `trouble`. */
  async run(input: Omit<Input<Name>, 'id'>): Promise<Output<Name> | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    const answer = await ask(this.#name, { ...input, id: this.#intent.id } as unknown as Input<Name>);
    this.busy = false;
    this.trouble = answer.trouble;
    if (answer.ok !== undefined) this.#intent.done();
    return answer.ok;
  }
}
