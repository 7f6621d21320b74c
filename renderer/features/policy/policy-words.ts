import type { Policy } from '../../../contract/api/policy.ts';
import type { Exclusion, PolicyFee, PolicyWindow } from '../../../contract/api/policy-rules.ts';
import { extraWords, wantWords } from '../../../contract/words/index.ts';
import { language, say, show, t } from '../../i18n/index.ts';

/** What the rules say, as an owner would read them. */
export function windowSentence(window: PolicyWindow): string {
  const { kind, channels, categories, wants, days, from, startsDayAfter, beyond } = window;
  const subject = [
    ...channels.map((channel) => t(`policy.sold-${channel}`)),
    ...(categories.length > 0 ? [listed(categories)] : []),
    inSentence(t(`policy.kind-${kind}`)),
    ...(wants.length > 0 ? [t('policy.wanting', { want: wantsListed(wants) })] : []),
  ];
  return t('policy.sentence', {
    subject: firstLarge(listed(subject)),
    count: days,
    start: t(`policy.${startsDayAfter ? 'after' : 'on'}-${from}`),
    beyond: t(`policy.later-${beyond}`),
  });
}

export function exclusionSentence({ label, categories, skus, when, outcome }: Exclusion): string {
  const goods = [...categories, ...skus];
  const about = [goods.length > 0 ? listed(goods) : t('policy.all-goods')];
  if (when !== 'always') about.push(inSentence(t(`policy.when-${when}`)));
  about.push(inSentence(t(`policy.outcome-${outcome}`)));
  return `${label}${colon()}${listed(about)}`;
}

export function feeSentence({ label, categories, reasons, when, kind, cents, percent, taxPercent }: PolicyFee): string {
  const about = [cents === undefined ? show.percent((percent ?? 0) / 100) : show.money(cents)];
  about.push(inSentence(t(`policy.fee-${reasons}`)));
  if (when !== 'always') about.push(inSentence(t(`policy.when-${when}`)));
  if (categories.length > 0) about.push(listed(categories));
  if (kind !== 'restocking') about.push(inSentence(say(extraWords[kind])));
  if (taxPercent > 0) about.push(t('policy.fee-taxed', { percent: show.percent(taxPercent / 100) }));
  return `${label}${colon()}${listed(about)}`;
}

function wantsListed(wants: PolicyWindow['wants']): string {
  return listed(wants.map((want) => inSentence(say(wantWords[want]))));
}

export function listed(parts: readonly string[]): string {
  return parts.join(language.locale === 'en' ? ', ' : '，');
}

const colon = (): string => (language.locale === 'en' ? ': ' : '：');

/** English writes a label small within a sentence. */
function inSentence(label: string): string {
  return language.locale === 'en' ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function firstLarge(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What was typed with commas, semicolons or line breaks between, each name once. */
export function namesIn(text: string): string[] {
  const names = text.split(/[,，、;；\n]/).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}

export function nameOfPolicy({ policyId, name }: Pick<Policy, 'policyId' | 'name'>): string {
  return policyId === undefined ? t('policy.of-settings') : name;
}

/** No sale is recorded from before it. */
const firstDay = '1970-01-02';

/** The one that was written down from the settings holds from before every sale. */
export function sinceOfPolicy({ validFrom }: Pick<Policy, 'validFrom'>): string {
  if (validFrom !== undefined && validFrom > firstDay) return t('policy.since', { day: show.date(validFrom) });
  return t('policy.before-others');
}
