import type { Account, Settings } from '../../../contract/api/settings.ts';

type Preset = Omit<Account, 'role'>;

/** The shop’s own accounts with one of them changed. What is as the chart has it is nobody’s own. */
export function withAccount(own: Settings['accounts'], account: Account, preset: Preset): Settings['accounts'] {
  const others = own.filter(({ role }) => role !== account.role);
  const isPreset = account.code === preset.code && account.name === preset.name;
  return isPreset ? others : [...others, account];
}
