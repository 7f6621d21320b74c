/** The letter of the template with the text as it stands now. */
export function withText(mailto: string, text: string): string {
  const [start = ''] = mailto.split('&body=');
  return `${start}&body=${encodeURIComponent(text.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n'))}`;
}
