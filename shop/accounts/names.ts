/** What stands between the levels of a name: 其他货币资金-微信, 其他货币资金_微信, `Bank:WeChat`. */
const separators = /\s*[-_/\\:|·—–－＿／：]+\s*/;

/** A name as it is compared: width, case and spaces do not count. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** The last level of a name, as it is compared: 微信 of 其他货币资金-微信. */
export function lastPart(name: string): string {
  const parts = name.split(separators).filter((part) => part.trim() !== '');
  return plainName(parts.at(-1) ?? name);
}
