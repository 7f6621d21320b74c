import type { Policy } from '../../contract/api/policy.ts';
import type { Day } from '../../contract/values/days.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { parsedRules } from './in-force.ts';
import { presetRules } from './presets.ts';
import { rulesOfSettings } from './settings-rules.ts';

type PolicyRow = NonNullable<ReturnType<ReadContext['store']['policy']['byId']>>;

export function viewPolicy({ id, name, validFrom, at, person, rules }: PolicyRow): Policy {
  return { policyId: id, name, validFrom, savedAt: at, person, rules: parsedRules(rules) };
}

function policyOn({ store, settings }: ReadContext, day: Day): Policy {
  const found = store.policy.inForce(day);
  const row = found && store.policy.byId(found.id);
  return row ? viewPolicy(row) : { name: '', rules: rulesOfSettings(settings) };
}

export const getPolicy: ReadHandler<'policy.get'> = (context, { day }) => policyOn(context, day ?? context.today);

/** While none was saved, the one made from the settings stands alone. */
export const listPolicies: ReadHandler<'policy.list'> = (context) => {
  const current = policyOn(context, context.today);
  const saved = context.store.policy.all();
  if (saved.length === 0) return { policies: [{ ...current, inForce: true }] };
  return { policies: saved.map((row) => ({ ...viewPolicy(row), inForce: row.id === current.policyId })) };
};

export const listPresets: ReadHandler<'policy.presets'> = ({ settings }) => ({
  presets: presetRules(settings.locale),
});
