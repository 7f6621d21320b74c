import { importFieldWord } from './import-words.ts';
import { tenderWords } from './money-words.ts';
import { extraWords, reasonWord, stageWords, stepWord } from './return-words.ts';
import type { RefusalSentences } from './sentence-help.ts';
import { englishStaffRefusals } from './staff-refusals.ts';
import { voucherFieldWord } from './voucher-words.ts';

const whyNotOpen = {
  'foreign-file': 'This file was not made by Backshelf. Please choose another folder.',
  'newer-file': 'The shop was written by a newer Backshelf. Please update this program first.',
  'in-use': 'Another Backshelf has this shop open. Please close it first.',
  'read-only': 'The folder is read-only. Please choose one that can be written to.',
  'disk-full': 'The disk is full. Please make room and open the shop again.',
  damaged: 'The file is damaged. Please restore it from a backup.',
  altered:
    'Another program has changed how the file guards its books, so nothing more is written into it. Please restore a backup.',
  'no-access': 'This folder may not be opened. Please check its permissions, and whether the drive is there.',
  'io-error': 'The disk reported an error. Please check the drive and its cable, then try again.',
  'network-share':
    'The folder lies on another computer, where a file cannot be kept safe. Please choose one on this PC.',
  'migration-failed': 'Bringing the file up to date failed and nothing was changed. Please send the report to support.',
  'program-altered':
    'A part of the program is not as it was released, so the shop was not opened. Install Backshelf anew from a package you trust; your data stays as it is.',
} as const;

const whyNotWritten = {
  'disk-full': 'the disk is full. Please make room and try again.',
  'read-only': 'the folder is read-only. Please check its permissions and try again.',
  'io-error': 'the disk reported an error. Please check it and try again.',
} as const;

const becameOf = {
  no: 'Nothing was saved',
  partly: 'Only a part was saved (do it again and the rest follows)',
  unknown: 'It is not known whether this was saved (look once the disk is back)',
} as const;

const whyNotWhole = {
  damaged: 'it is damaged',
  'foreign-file': 'it was not made by Backshelf',
  'newer-file': 'it was written by a newer Backshelf; please update this program first',
  altered: 'the guards of its books were changed',
  'hash-differs': 'it is not the file that was written then',
  'no-manifest': 'it holds no manifest.json of Backshelf',
  'file-missing': 'a file of it is missing',
  'rows-do-not-fit': 'its rows do not make a shop whose books are right',
  'other-version': 'it was written by another version of Backshelf',
} as const;

const whyNotReadable = {
  encoding: 'its encoding is not known. Please save it as UTF-8',
  'too-large': 'it is too large. Please split it',
  empty: 'it is empty. Please export it again',
  'not-text': 'it is not a table of text. Please export it as CSV',
  workbook: 'it is no workbook that can be read; please save it as XLSX or CSV again',
  archive: 'it is a packed folder (ZIP); please unpack it and take the table in it',
  bomb: 'it unpacks to far more than it says; please save it as CSV',
  protected: 'it is locked with a password; please save it without one',
  'too-wide': 'one of its lines is longer, or has more columns, than any table of a shop. Please export it again',
  gzip: 'the compressed file is damaged. Please download or export it again',
} as const;

const whyNoPicture = {
  'not-a-picture': 'it is no JPEG, PNG or WebP picture',
  'too-large': 'it is larger than 5 MB. Please shrink it',
  missing: 'its file is gone from the folder of photos',
  altered: 'its file is not the one that was kept then',
} as const;

/** Short and polite: what is wrong and what to do. */
export const englishRefusals: RefusalSentences = {
  ...englishStaffRefusals,
  'shop-cannot-open': ({ why, path }) => `The shop cannot be opened. ${whyNotOpen[why]} Place: ${path}`,
  'cannot-write': ({ why, path, happened }) => `${becameOf[happened]}: ${whyNotWritten[why]} Place: ${path}`,
  'clock-doubtful': ({ clockDay, lastDay }) =>
    `The PC’s clock says ${clockDay}, the last entry is of ${lastDay}. Please set the clock, or say that it is right.`,
  'id-used': ({ id }) =>
    `This step was done before with other content. Please refresh, check, and do it again. (id ${id})`,
  cancelled: () => 'Cancelled; nothing was changed.',

  'no-such-sale': ({ sale }) => `There is no sale ${sale}. Please check the number.`,
  'no-such-sale-line': ({ line, saleLineId }) =>
    `Line ${line} is not on this sale (sale line ${saleLineId}). Please choose the item again.`,
  'no-such-return': (data) => `There is no return ${data.return}. Please check the number.`,
  'no-such-return-line': ({ line, returnLineId }) =>
    `Line ${line} is not on this return (return line ${returnLineId}). Please refresh and try again.`,
  'no-such-payout': ({ payout }) => `There is no payout ${payout}. Please check the number.`,
  'no-such-product': ({ sku }) => `There is no item ${sku}. Please check the code or import it first.`,
  'no-such-reason': ({ line, reason }) =>
    `Line ${line}: the reason “${reason}” is not on the list. Please choose another.`,
  'note-needed': ({ line, reason }) =>
    `Line ${line}: please write what happened, as the reason is “${reasonWord(reason, 'en')}”.`,
  'approval-needs-note': ({ number }) => `Please write why ${number} is approved: that is not by the policy alone.`,
  'number-used': ({ number }) => `The number ${number} is taken. Please use another.`,
  'line-needs-item': ({ line }) => `Line ${line} names no item. Please choose a sale line or enter a code.`,

  'over-sold-quantity': ({ line, sku, sold, returned, asked }, { quantity }) =>
    `Line ${line} (${sku}): ${quantity(sold)} sold, ${quantity(returned)} returned before, so ${quantity(asked)} cannot be returned. Please lower the quantity.`,
  'over-requested-quantity': ({ line, sku, requested, received, asked }, { quantity }) =>
    `Line ${line} (${sku}): ${quantity(requested)} asked for, ${quantity(received)} received, so ${quantity(asked)} cannot be received. Please check the quantity.`,
  'over-received-quantity': ({ line, sku, received, inspected, asked }, { quantity }) =>
    `Line ${line} (${sku}): ${quantity(received)} received, ${quantity(inspected)} inspected, so ${quantity(asked)} cannot be inspected. Please check the quantity.`,
  'return-before-sale': ({ soldOn, returnedOn }) =>
    `The return is dated ${returnedOn}, before the sale of ${soldOn}. Please change the date.`,
  'day-in-future': ({ day, today }) => `The date ${day} has not come yet (today is ${today}). Please change it.`,
  'wrong-stage': ({ stage, step }) =>
    `This return stands at “${stageWords[stage].en}”, so “${stepWord(step, 'en')}” cannot be done. Please refresh and look again.`,
  'needs-approval': ({ number }) => `Return ${number} waits for review. Please approve it first.`,
  'not-received': ({ number }) => `The goods of return ${number} are not here yet. Please receive them first.`,
  'not-inspected': ({ number }) => `Return ${number} was not inspected yet. Please grade the goods first.`,
  'nothing-to-refund': ({ number }) => `There is nothing left to refund on return ${number}. It can be closed.`,
  'over-value': ({ line, valueCents, writeDownCents }, { money }) =>
    `Line ${line}: a write-down of ${money(writeDownCents)} is more than the goods are worth (${money(valueCents)}). Please lower it.`,

  'over-paid-amount': ({ payableCents, askedCents }, { money }) =>
    `${money(payableCents)} is to be refunded, not ${money(askedCents)}. Please lower the amounts.`,
  'under-paid-amount': ({ payableCents, askedCents }, { money }) =>
    `${money(payableCents)} is to be refunded, but only ${money(askedCents)} was entered. Please add the rest.`,
  'over-tender': ({ tender, maxCents, askedCents }, { money }) =>
    `${tenderWords[tender].en} can take back at most ${money(maxCents)}, not ${money(askedCents)}. Please pay the rest another way.`,
  'tenders-not-total': ({ totalCents, tendersCents }, { money }) =>
    `The total is ${money(totalCents)}, but the payments add up to ${money(tendersCents)}. Please make them equal.`,
  'already-voided': ({ payout }) => `Payout ${payout} is void already. There is nothing left to do.`,
  'void-other-day': ({ payout, day }) =>
    `Payout ${payout} is of ${day} and could be voided on that day only. Please have the owner correct it instead.`,
  'correct-same-day': ({ payout }) => `Payout ${payout} is of today. Please void it instead.`,

  'not-enough-stock': ({ sku, have, asked }, { quantity }) =>
    `${sku}: there are ${quantity(have)}, not ${quantity(asked)}. Please check the stock first.`,
  'month-closed': ({ month }) => `${month} is closed. Please choose a date in an open month.`,
  'month-not-over': ({ month }) => `${month} is not over yet. Please close it after its last day.`,
  'month-has-problems': ({ month, problems }) =>
    `${month} still has ${problems} ${problems === 1 ? 'problem' : 'problems'}. Please settle them before closing it.`,
  'currency-in-use': ({ currency }) =>
    `There are books in ${currency} already, so the currency stays. Please start another shop for another currency.`,
  'shop-not-empty': () => 'This shop has data already. This can be done in an empty shop only.',
  'cost-already-known': ({ sku }) => `The cost of ${sku} is known already. There is nothing to enter.`,

  'serial-not-sold': ({ line, sku, serial }) =>
    `Line ${line}: serial number ${serial} of ${sku} was not sold on this receipt.`,
  'serial-needed': ({ line, sku }) => `Line ${line}: scan the serial number of ${sku}.`,
  'serial-back-already': ({ line, serial }) => `Line ${line}: serial number ${serial} has come back already.`,
  'one-line-per-serial': ({ line, sku }) => `Line ${line}: ${sku} has serial numbers; use one line for each unit.`,
  'store-credit-only': ({ tenders }) =>
    `Without a receipt only this way: ${tenders.map((tender) => tenderWords[tender].en).join(', ')}.`,
  'already-matched': ({ number }) => `${number} already has its sale.`,
  'line-has-sale': ({ line, sku }) => `Line ${line}: ${sku} has a receipt; what was paid for it is given back.`,
  'line-has-value': ({ line, sku }) => `Line ${line}: what is given for ${sku} has been said already.`,
  'line-does-not-fit': ({ line, sku }) => `Line ${line}: the sale has no ${sku} that could come back.`,
  'photo-not-readable': ({ path, why }) => `The picture ${path} cannot be used: ${whyNoPicture[why]}.`,
  'no-such-photo': ({ photo }) => `There is no photo ${photo}.`,
  'check-needs-note': ({ line, question }) => `Line ${line}: “${question}” is a no; say what is wrong.`,
  'no-such-ticket': ({ ticket }) => `There is no repair ticket ${ticket}.`,
  'ticket-ended': ({ ticket }) => `Repair ticket ${ticket} has ended.`,
  'no-such-supplier': ({ supplier }) => `There is no supplier ${supplier}.`,
  'no-such-claim': ({ claim }) => `There is no supplier claim ${claim}.`,
  'claim-closed': ({ claim }) => `Supplier claim ${claim} is closed.`,
  'over-claimable-quantity': ({ line, sku, have, asked }, { quantity }) =>
    `Line ${line}: ${quantity(have)} of ${sku} wait for the supplier, ${quantity(asked)} were asked for.`,
  'no-such-credit': ({ code }) => `There is no store credit ${code}.`,
  'credit-expired': ({ code, day }) => `Store credit ${code} expired on ${day}.`,
  'credit-not-expired': ({ code }) => `Store credit ${code} has not expired.`,
  'over-credit-balance': ({ code, balanceCents, askedCents }, { money }) =>
    `Store credit ${code} has ${money(balanceCents)} left, not ${money(askedCents)}.`,
  'credit-used': ({ code, usedCents }, { money }) =>
    `${money(usedCents)} of store credit ${code} has been used, so its payout cannot be taken back.`,
  'credit-empty': ({ code }) => `There is nothing left on store credit ${code}.`,
  'over-fee': ({ maxCents, askedCents }, { money }) =>
    `At most ${money(maxCents)} can be kept, not ${money(askedCents)}.`,
  'over-delivery': ({ maxCents, askedCents }, { money }) =>
    `${money(maxCents)} of the delivery charge is left to give back, not ${money(askedCents)}.`,
  'extra-needs-note': ({ kind }) => `${extraWords[kind].en}: this is not what the policy proposes; say why in a note.`,
  'exchange-stays': ({ payout }) => `${payout} was paid in goods: take those goods back instead of voiding it.`,
  'goods-must-come': ({ number }) => `By the policy the goods of ${number} must come back first.`,
  'policy-in-past': ({ day }) => `A policy cannot begin in the past (${day}).`,
  'number-needed': () => `Enter the number of the red invoice.`,
  'name-used': ({ name }) => `“${name}” is already there.`,
  'customer-nameless': () => 'A customer needs a name, a code or a phone number. Please leave one of them.',
  'no-such-customer': ({ customer }) => `There is no customer ${customer}.`,

  'no-such-file': ({ path }) => `There is no file ${path}. Please choose it again.`,
  'file-not-readable': ({ path, why }) => `${path} cannot be read: ${whyNotReadable[why]}.`,
  'no-such-sheet': ({ sheet, sheets }) => `This workbook has no sheet “${sheet}”. It has: ${sheets.join(', ')}.`,
  'no-such-mapping': ({ name }) => `There is no saved mapping “${name}”.`,
  'no-such-import': ({ import: number }) => `There is no such file in the history (${number}).`,
  'import-undone': () => 'This file was taken back before.',
  'import-in-use': ({ by }) => `This file cannot be taken back: ${by.join(', ')} came out of it or refer to it.`,
  'no-such-receipt': ({ number }) => `There is no receipt of goods ${number}.`,
  'receipt-voided': ({ number }) => `${number} was taken back before.`,
  'receipt-mixed': ({ number, sku }) =>
    `Since ${number}, ${sku} was sold at its average cost or its cost was set: it cannot leave again at what it came in at. Send it to the supplier, or count it.`,
  'stock-opened-before': ({ line, sku }) => `Line ${line}: the stock of ${sku} was opened before. Count it instead.`,
  'unit-here-already': ({ line, sku, code }) => `Line ${line}: ${code} of ${sku} is here already.`,
  'units-do-not-fit': ({ line, sku }) =>
    `Line ${line}: the serial numbers or batches of ${sku} do not add up to its quantity.`,
  'expiry-needed': ({ line, sku, batch }) => `Line ${line}: batch ${batch} of ${sku} needs its last day.`,
  'barcode-used': ({ code, sku }) => `Barcode ${code} belongs to ${sku}.`,
  'expiry-needs-batch': ({ sku }) => `Only items kept by batch have a last day: ${sku} is not.`,
  'min-over-max': ({ sku }) => `The lowest stock of ${sku} is above its highest.`,
  'no-such-stocktake': ({ number }) => `There is no stock count ${number}.`,
  'stocktake-ended': ({ number }) => `Stock count ${number} is over.`,
  'stocktake-not-counted': ({ number }) => `Nothing was counted in ${number} yet.`,
  'not-in-scope': ({ line, sku }) => `Line ${line}: ${sku} does not belong to this count.`,
  'reason-needed': ({ sku }) => `Please give a reason for the difference of ${sku}.`,
  'goods-of-cases': ({ sku, place }) =>
    `${sku} ${place === 'returns' ? 'in the returns area' : 'on the repair bench'} belongs to a return, so no difference is booked there. Grade what is missing as scrapped, or take in what was found, and count it again.`,
  'count-below-zero': ({ line, sku, counted }) => `Line ${line}: only ${counted} of ${sku} were counted.`,
  'columns-unknown': ({ missing, columns }) =>
    `No column was found for: ${missing.map((field) => importFieldWord(field, 'en')).join(', ')}. Please choose them; the file has: ${columns.join(', ')}.`,
  'backup-not-whole': ({ path, why }) => `${path} cannot be restored: ${whyNotWhole[why]}. Please choose another one.`,
  'export-not-whole': ({ path, why }) => `${path} cannot be taken in: ${whyNotWhole[why]}.`,
  'fingerprint-too-short': ({ least }) => `Please enter at least ${least} characters of the fingerprint.`,
  'shop-busy': (data) => `The shop is busy (${data.with}). Please wait until that is done, or cancel it.`,
  'folder-not-writable': ({ path }) => `Nothing can be written into ${path}. Please choose another folder.`,
  'accounts-not-mapped': ({ accounts }) =>
    `The accountant’s chart does not have: ${accounts.join(', ')}. Please map them under Months › Accounts.`,
  'voucher-columns-missing': ({ missing }) =>
    `The voucher file has no column for: ${missing.map((field) => voucherFieldWord(field, 'en')).join(', ')}. Please add it under Months › Vouchers.`,
  'not-a-chart': ({ columns }) =>
    `There is no column of account codes and names here. Columns: ${columns.join(', ')}. Please say which they are.`,
  'not-a-wallet-bill': ({ path }) => `${path} is no bill of WeChat Pay or Alipay. Please download it there again.`,
  'no-such-wallet-line': () => 'This line is on no bill that was read.',
  'wallet-line-tied': ({ reference, payout }) => `Refund ${reference} is tied to payout ${payout} already.`,
  'wallet-line-not-tied': ({ reference }) => `Refund ${reference} is tied to nothing.`,
  'payout-tied': ({ payout, reference }) => `Payout ${payout} is tied to refund ${reference} already.`,
  'wallet-differs': ({ payout, reference, payoutCents, billCents }, { money }) =>
    `Payout ${payout} (${money(payoutCents)}) cannot be refund ${reference} (${money(billCents)}): wallet or amount differ.`,
  'note-for-difference': ({ differenceCents }, { money }) =>
    `The drawer differs by ${money(differenceCents)}. Please note why, or count again.`,
  'amount-too-large': ({ line, sku, unitCost }) =>
    `Line ${line}: so many of ${sku} at a cost of ${unitCost} come to more than can be recorded. Please check quantity and cost.`,
  'no-such-credit-note': ({ number }) => `There is no credit note ${number}. Please check the number.`,
};
