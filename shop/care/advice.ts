import type { Locale } from '../../contract/values/words.ts';
import { type CheckName, pair, type Words } from '../../contract/words/index.ts';

/** What to do depends on what kind of thing is wrong, not on which check found it. */
type Family = 'damage' | 'schema' | 'changed' | 'documents' | 'sums' | 'stock' | 'months' | 'quick' | 'photos';

const families: Readonly<Record<CheckName, Family>> = {
  integrity: 'damage',
  pages: 'damage',
  'foreign-keys': 'damage',
  schema: 'schema',
  chain: 'changed',
  'chain-newest': 'changed',
  staff: 'changed',
  'events-by-staff': 'changed',
  'other-eyes': 'changed',
  'event-days': 'months',
  'months-closed': 'months',
  numbers: 'documents',
  'documents-present': 'documents',
  'documents-posted': 'documents',
  'documents-moved': 'documents',
  'entries-balanced': 'documents',
  'sales-add-up': 'documents',
  'returns-fit-sales': 'documents',
  'credit-notes': 'documents',
  'payout-voids': 'documents',
  exchanges: 'documents',
  'store-credits': 'documents',
  repairs: 'documents',
  claims: 'documents',
  stocktakes: 'documents',
  'goods-receipts': 'documents',
  'wallet-ties': 'sums',
  barcodes: 'documents',
  drawer: 'documents',
  prints: 'documents',
  'account-totals': 'sums',
  'stock-balances': 'sums',
  'returns-area': 'sums',
  'units-returned': 'sums',
  'files-taken-back': 'sums',
  'refunded-elsewhere': 'sums',
  'money-credited': 'sums',
  'return-lines': 'sums',
  'return-stages': 'sums',
  'credit-notes-paid': 'sums',
  'tenders-given-back': 'sums',
  'stock-not-below-zero': 'stock',
  'stock-value': 'stock',
  'ledgers-agree': 'quick',
  photos: 'photos',
};

const advice: Words<Family> = {
  damage: pair(
    '请先停止记账。把整个店铺文件夹复制到另一块磁盘上留存，检查这块磁盘是否有故障，然后恢复最新一份检查无误的备份，并补记此后的业务。',
    'Please stop recording. Copy the shop’s whole folder to another disk and keep it, have this disk looked at, then restore the newest backup whose check is good and enter again what happened since.',
  ),
  schema: pair(
    '有别的程序改动了数据文件的结构，保护可能已经失效。请停止记账，不要再用别的程序打开它，把店铺文件夹复制一份留存，然后恢复最新一份检查无误的备份。',
    'Another program has changed the file’s structure, so its safeguards may be gone. Please stop recording, let no other program open it, keep a copy of the shop’s folder, then restore the newest backup whose check is good.',
  ),
  changed: pair(
    '有人或别的程序改动了已入账的内容。请停止记账，保留现在的文件作为凭证，用纸质单据和月结包上的指纹核对是从哪一条开始的，然后恢复那之前检查无误的备份，并补记此后的业务。',
    'Somebody or some program has changed what was already recorded. Please stop recording and keep the present file as evidence. Look up the fingerprints on papers and month packs to see since when, then restore a backup from before it and enter again what happened since.',
  ),
  documents: pair(
    '请先不要再处理所列单据，也不要手工改账。如果指纹链也不符，按那里的办法做；如果指纹链无误，就是程序当时记错了：请备份一次，连同这份检查结果发给支持人员，并告诉会计所列单据。',
    'Please leave the documents named as they are, and correct nothing by hand. If the chain of fingerprints is wrong too, do what is said there. If it is right, the program itself recorded them wrongly: make a backup, send it with this result to support, and tell your accountant which documents they are.',
  ),
  sums: pair(
    '单据本身可能完好，是为了快而另存的合计不对，限额可能因此算错。请先不要再退所列的货和款，恢复最新一份检查无误的备份并补记此后的业务；如果备份也是这样，请备份一次发给支持人员。',
    'The documents may well be whole; a sum that is kept beside them is wrong, and limits may be counted wrongly from it. Please take back and pay nothing more on what is named, restore the newest backup whose check is good and enter again what happened since. If the backups say the same, make one more and send it to support.',
  ),
  stock: pair(
    '请先看库存结存、单据与分录这几项检查的结果，按那里的办法做。如果只有这一项不符，请备份一次，连同检查结果发给支持人员，这段时间不要结账。',
    'Please look first at what the checks of balances, documents and entries say, and do what is advised there. If only this one is wrong, make a backup, send it with this result to support, and close no month until it is settled.',
  ),
  months: pair(
    '所列内容的日期不该在那里：月结包可能与账本不再一致。请不要再结账，重新导出那个月的月结包与交给会计的那份比较；如果指纹链也不符，按那里的办法恢复备份。',
    'What is named is dated where it should not be, so a month pack may no longer fit the books. Please close no month, export that month again and compare it with the pack your accountant has. If the chain of fingerprints is wrong too, restore a backup as is said there.',
  ),
  photos: pair(
    '账本没有受影响。请把第二备份文件夹里 photos 文件夹中的同名文件复制回店铺文件夹的 photos 文件夹。',
    'The books are not affected. Please copy the files of these names from the folder photos of the second backup folder into the folder photos of the shop’s folder.',
  ),
  quick: pair(
    '这是快速检查。请现在做一次完整检查，看是哪些商品或单据不符，再按那里的办法做。',
    'This was the quick check. Please run the full check now to see which items or documents it is about, and do what is advised there.',
  ),
};

/** What to do about a check that has failed: nothing is mended by itself. */
export function adviceFor(name: CheckName, locale: Locale): string {
  return advice[families[name]][locale];
}
