import { type MessagePlaceholder, messagePlaceholders } from '../../contract/api/messages.ts';

export type Filling = Readonly<Record<MessagePlaceholder, string>>;

const placeholder = new RegExp(`\\{(${messagePlaceholders.join('|')})\\}`, 'g');

/** Fills in what stands in braces, once: braces in what is filled in, and words nobody knows, stay as they are. */
export function fillTemplate(template: string, filling: Filling): string {
  return template.replace(placeholder, (_, name: MessagePlaceholder) => filling[name]);
}

/** A letter as an address that mail programs open (RFC 6068): everything beyond plain letters is percent-encoded, lines end as in mail. */
export function mailtoOf({ to, subject, text }: { to: string; subject: string; text: string }): string {
  const encoded = (part: string): string => encodeURIComponent(part.toWellFormed());
  const address = to.split('@').map(encoded).join('@');
  return `mailto:${address}?subject=${encoded(oneLine(subject))}&body=${encoded(mailLines(text))}`;
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ');
const mailLines = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n');
