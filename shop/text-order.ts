/** For `sort`: by the signs of two texts as they are, whatever the language. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
