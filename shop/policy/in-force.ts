import { type PolicyRules, policyRulesSchema } from '../../contract/api/policy-rules.ts';
import type { Day } from '../../contract/values/days.ts';
import type { ReadContext } from '../context.ts';
import { DamagedFile } from '../damaged.ts';
import { plainRules, rulesOfSettings } from './settings-rules.ts';

export type InForce = { readonly policyId?: number; readonly name?: string; readonly rules: PolicyRules };

const mostRemembered = 40;
const remembered = new Map<string, PolicyRules>();

/** The rules for sales of a day: those saved last that hold from it or an earlier day; else those of the settings. */
export function rulesInForce({ store, settings }: Pick<ReadContext, 'store' | 'settings'>, day: Day): InForce {
  const saved = store.policy.inForce(day);
  if (!saved) return { rules: rulesOfSettings(settings) };
  return { policyId: saved.id, name: saved.name, rules: parsedRules(saved.rules) };
}

/** Rules as they were saved, checked once. What an earlier version did not know of is as in a policy that says nothing of it. */
export function parsedRules(stored: string): PolicyRules {
  const known = remembered.get(stored);
  if (known) return known;
  const rules = parse(stored);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(stored, rules);
  return rules;
}

function parse(stored: string): PolicyRules {
  try {
    return policyRulesSchema.parse({ ...plainRules, ...JSON.parse(stored) });
  } catch (error) {
    throw new DamagedFile(`a policy cannot be read: ${(error as Error).message}`);
  }
}
