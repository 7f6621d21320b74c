/** The currencies a shop is most likely to use, before all others of the system. */
const usual = ['CNY', 'HKD', 'TWD', 'USD', 'EUR', 'GBP', 'JPY', 'SGD', 'MYR', 'AUD', 'CAD'];

export function currencies(): string[] {
  const all = Intl.supportedValuesOf('currency');
  return [...usual, ...all.filter((code) => !usual.includes(code))];
}

/** The zones of the system, and the one it is in even if it goes by an older name. */
export function timeZones(current: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return all.includes(current) ? all : [current, ...all];
}
