import { type MessageTemplate, type ToldStage, toldStages } from '../../contract/api/messages.ts';
import type { Return } from '../../contract/api/return-shape.ts';
import type { Settings } from '../../contract/api/settings.ts';
import { currencyDigits } from '../../contract/values/money.ts';
import { type Locale, locales } from '../../contract/values/words.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { payableOf } from '../refunds/payable.ts';
import { refuse } from '../refused.ts';
import { viewReturn } from '../returns/view.ts';
import { defaultTemplate, nameless } from './default-templates.ts';
import { type Filling, fillTemplate, mailtoOf } from './fill.ts';

/** The shop's own words for a stage, else those the program came with. */
function templateOf({ messageTemplates }: Settings, stage: ToldStage, locale: Locale): MessageTemplate {
  return messageTemplates.find((own) => own.stage === stage && own.locale === locale) ?? defaultTemplate(stage, locale);
}

export const listTemplates: ReadHandler<'messages.templates'> = ({ settings }) => ({
  items: toldStages.flatMap((stage) =>
    locales.map((locale) => ({
      ...templateOf(settings, stage, locale),
      standard: standardWords(stage, locale),
      own: settings.messageTemplates.some((own) => own.stage === stage && own.locale === locale),
    })),
  ),
});

function standardWords(stage: ToldStage, locale: Locale): Pick<MessageTemplate, 'subject' | 'text'> {
  const { subject, text } = defaultTemplate(stage, locale);
  return { subject, text };
}

/** The stage a customer is told of; a return that is not yet asked for is spoken of as one that is. */
export function toldStage(stage: string): ToldStage {
  return toldStages.find((told) => told === stage) ?? 'requested';
}

export const draftMessage: ReadHandler<'messages.draft'> = (context, { returnId, locale: asked }) => {
  const { store, settings } = context;
  const row = store.returns.byId(returnId);
  if (!row) return refuse('no-such-return', { return: String(returnId) });
  const customer = row.customerId === null ? undefined : store.catalog.customerById(row.customerId);
  const locale = asked ?? (customer?.locale as Locale | null | undefined) ?? settings.locale;
  const view = viewReturn(context, returnId);
  const stage = toldStage(row.stage);
  const template = templateOf(settings, stage, locale);
  const filling = fillingOf(context, view, { locale, owedCents: payableOf(context, row).totalCents });
  const subject = fillTemplate(template.subject, filling);
  const text = fillTemplate(template.text, filling);
  return {
    stage,
    locale,
    subject,
    text,
    ...(customer?.email && { mailto: mailtoOf({ to: customer.email, subject, text }) }),
  };
};

function fillingOf(
  { settings }: Pick<ReadContext, 'settings'>,
  view: Return,
  { locale, owedCents }: { locale: Locale; owedCents: number },
): Filling {
  const cents = view.paidOutCents > 0 ? view.paidOutCents : owedCents;
  return {
    customer: view.customer?.name ?? nameless[locale],
    number: view.number,
    shop: settings.shopName,
    items: view.lines.map(({ name, quantity }) => `${name} × ${quantity}`).join(locale === 'en' ? ', ' : '、'),
    amount: moneyIn(cents, settings.currency, locale),
    due: view.dueAt === undefined ? '' : momentIn(view.dueAt, settings.timeZone, locale),
  };
}

function moneyIn(cents: number, currency: string, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.format(cents / 10 ** currencyDigits(currency));
}

/** English days are written as in most of the world. */
function momentIn(at: string, timeZone: string, locale: Locale): string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(new Date(at));
}
