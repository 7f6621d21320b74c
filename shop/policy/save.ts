import type { PolicyRules } from '../../contract/api/policy-rules.ts';
import type { Day } from '../../contract/values/days.ts';
import type { ActionContext, ActionHandler } from '../context.ts';
import { refuse } from '../refused.ts';
import { viewPolicy } from './list.ts';
import { rulesOfSettings } from './settings-rules.ts';

/** Before every sale. */
const firstDay: Day = '1970-01-01';

/**
 * Puts rules in force for sales from a day on, never for sales that were made under others. The first ones also write down the two
 * windows that held until then, so that changing the settings later changes nothing about earlier sales.
 */
export const savePolicy: ActionHandler<'policy.save'> = (context, { name, validFrom = context.today, rules }) => {
  const { today, settings, store } = context;
  if (validFrom < today) return refuse('policy-in-past', { day: validFrom, today });
  if (store.policy.all().length === 0) {
    const before = settings.locale === 'en' ? 'The days of the settings' : '设置里的退货期限';
    add(context, { name: before, validFrom: firstDay, rules: rulesOfSettings(settings) });
  }
  const policyId = add(context, { name, validFrom, rules });
  const saved = store.policy.byId(policyId);
  if (!saved) throw new Error(`policy ${policyId} is not there after it was written`);
  return viewPolicy(saved);
};

type NewPolicy = { readonly name: string; readonly validFrom: Day; readonly rules: PolicyRules };

function add({ store, now, person }: ActionContext, { name, validFrom, rules }: NewPolicy): number {
  return store.facts.add('policies', { name, validFrom, rules: JSON.stringify(rules), at: now, person });
}
