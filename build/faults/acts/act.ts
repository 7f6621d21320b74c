import type { Input, ProcedureName } from '../../../contract/api.ts';
import { randomOf } from '../random.ts';

export type Call = { readonly name: ProcedureName; readonly input: unknown };

/** One thing a shop does that leaves something on the disk, and the folder it starts from. */
export type Act = {
  readonly name: string;
  /** A folder of the stage. */
  readonly from: Start;
  /** What is asked; without it the shop is only opened and closed. */
  readonly call?: Call;
  /** Whether faults begin with the opening of the shop or with the call. */
  readonly armed: 'opening' | 'call';
};

/**
 * `world`: a shop with something waiting for every act. `nothing`: no folder. `killed`: as a killed program leaves it, with a log.
 * `version-1`: a golden file of the first version. `fresh`: founded, and nothing done.
 */
export type Start = 'world' | 'nothing' | 'killed' | 'version-1' | 'fresh';

const ids = randomOf(20_261_118);

/** Declares an act of the world by what is asked; it gets an id of its own. */
export function actOf<Name extends ProcedureName>(
  name: Name,
  input: Omit<Input<Name>, 'id'>,
  { as = name, from = 'world', hasId = true }: { as?: string; from?: Start; hasId?: boolean } = {},
): Act {
  return { name: as, from, armed: 'call', call: { name, input: hasId ? { id: ids.uuid(), ...input } : input } };
}

/** Where the stage stands is not known while acts are declared: this stands for the folder of the shop in their inputs. */
export const shopFolder = '{shop}';

/** The same call in a folder. */
export function callIn(folder: string, { name, input }: Call): Call {
  return { name, input: JSON.parse(JSON.stringify(input).replaceAll(shopFolder, folder)) };
}
