/** Names that events bear where no person of the shop stands behind them. */
const reserved: readonly string[] = ['owner', 'policy', 'nobody'];

/** A name without its case, width and spacing: two people whose names look the same would be one in the books. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

export function isReserved(name: string): boolean {
  return reserved.includes(nameKeyOf(name));
}
