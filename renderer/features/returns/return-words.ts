import type { Return, ReturnLine } from '../../../contract/api/return-shape.ts';
import { unlinkedWords } from '../../../contract/words/index.ts';
import { say, show, t } from '../../i18n/index.ts';

/** The customer as a list names one; nothing for nobody. */
export function customerName({ customer }: Pick<Return, 'customer'>): string {
  const phone = customer?.phone && show.phone(customer.phone);
  return [customer?.name ?? customer?.code, phone].filter(Boolean).join(' ');
}

export function goodsOf({ lines }: Pick<Return, 'lines'>): string {
  return lines.map(itemName).join(' · ');
}

export function itemName({ name, spec }: Pick<ReturnLine, 'name' | 'spec'>): string {
  return spec ? `${name} ${spec}` : name;
}

export function unitsOf({ lines }: Pick<Return, 'lines'>): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

const doneSteps = [
  'request',
  'approve',
  'reject',
  'cancel',
  'receive',
  'inspect',
  'refund',
  'void',
  'correct',
  'close',
  'import',
  'arrive',
  'match',
  'value',
  'waive',
  'repair',
] as const;

/** A step as something that was done; one of a newer program keeps its own name. */
export function stepName(step: string): string {
  const known = doneSteps.find((name) => name === step);
  return known ? t(`returns.step-${known}`) : step;
}

/** Who did a step. In a shop without people everybody is the owner; the policy and imports act on their own, and nobody is known where the file could not be opened. */
export function personName(person: string): string {
  if (person === 'owner') return t('shell.owner');
  if (person === 'nobody') return t('staff.nobody');
  if (person === 'policy') return t('returns.by-policy');
  if (person === 'import') return t('returns.by-import');
  return person;
}

/** The same with who agreed to it by PIN beside them. */
export function personsOf({
  person,
  approver,
}: {
  readonly person: string;
  readonly approver?: string | undefined;
}): string {
  const agreed = approver === undefined ? [] : [t('returns.agreed', { person: personName(approver) })];
  return [personName(person), ...agreed].join(' · ');
}

export function unlinkedSentence(why: NonNullable<ReturnLine['unlinked']>): string {
  return t('returns.unlinked', { why: say(unlinkedWords[why]) });
}
