import type { AskedAbilities } from '../contract/host.ts';

export type AbilityName = keyof AskedAbilities;

const known: Record<AbilityName, true> = {
  info: true,
  pickFile: true,
  pickFolder: true,
  reveal: true,
  printers: true,
  print: true,
  savePdf: true,
  switchShop: true,
  copyText: true,
  saveText: true,
  notify: true,
  openMail: true,
  showAs: true,
  report: true,
  licences: true,
  noteBug: true,
  startAgain: true,
  moveShop: true,
  moveProgress: true,
  chooseUpdate: true,
  startUpdate: true,
};
export const abilityNames = Object.keys(known) as AbilityName[];

/** The window's end: abilities as functions, each of which asks the host. */
export function askingAbilities(ask: (name: AbilityName, args: unknown[]) => Promise<unknown>): AskedAbilities {
  const functions = abilityNames.map((name) => [name, (...args: unknown[]) => ask(name, args)]);
  return Object.fromEntries(functions) as AskedAbilities;
}
