import type { MessageTemplate } from '../../../contract/api/messages.ts';

type Place = Pick<MessageTemplate, 'stage' | 'locale'>;

const isAt =
  ({ stage, locale }: Place) =>
  (template: Place): boolean =>
    template.stage === stage && template.locale === locale;

/** What stands in the editor: the shop's own words as they are edited, else those the shop uses now. */
export function templateFor(
  place: Place,
  own: readonly MessageTemplate[],
  used: readonly (MessageTemplate & { readonly own: boolean; readonly standard: { subject: string; text: string } })[],
): MessageTemplate | undefined {
  const edited = own.find(isAt(place));
  if (edited) return edited;
  const found = used.find(isAt(place));
  return found && { stage: found.stage, locale: found.locale, ...found.standard };
}

/** The shop's own words with one template changed, or added. */
export function ownTemplates(own: readonly MessageTemplate[], changed: MessageTemplate): MessageTemplate[] {
  const { stage, locale, subject, text } = changed;
  return [...own.filter((template) => !isAt(changed)(template)), { stage, locale, subject, text }];
}
