import type { Return, ReturnLine, RuleResult } from '../../../contract/api/return-shape.ts';
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
  'close',
  'import',
] as const;

/** A step as something that was done; one of a newer program keeps its own name. */
export function stepName(step: string): string {
  const known = doneSteps.find((name) => name === step);
  return known ? t(`returns.step-${known}`) : step;
}

/** Who did a step. Until there are staff everybody is the owner; the policy and imports act on their own. */
export function personName(person: string): string {
  if (person === 'owner') return t('shell.owner');
  if (person === 'policy') return t('returns.by-policy');
  if (person === 'import') return t('returns.by-import');
  return person;
}

export function unlinkedSentence(why: NonNullable<ReturnLine['unlinked']>): string {
  return t('returns.unlinked', { why: say(unlinkedWords[why]) });
}

/** What one rule of the policy saw, as a sentence. */
export function ruleSentence({ rule, outcome, data }: RuleResult): string {
  const number = (name: string): number => Number(data[name] ?? 0);
  switch (rule) {
    case 'window': {
      if (data.known === false) return t('returns.rule-window-unknown');
      // A day is not broken at the end of a line.
      const lastDay = String(data.lastDay).replaceAll('-', '\u2011');
      const told = { days: number('days'), windowDays: number('windowDays'), lastDay };
      return outcome === 'accept' ? t('returns.rule-window-in', told) : t('returns.rule-window-late', told);
    }
    case 'sold-here':
      return number('unsold') === 0
        ? t('returns.rule-sold-here')
        : t('returns.rule-not-sold-here', { count: number('unsold') });
    case 'units-left': {
      const asked = number('asked');
      if (number('sold') === 0) return t('returns.rule-units-unknown', { asked });
      return t('returns.rule-units', { sold: number('sold'), returned: number('returned'), asked });
    }
    case 'reason-known':
      return number('other') === 0
        ? t('returns.rule-reason')
        : t('returns.rule-reason-other', { count: number('other') });
  }
}
