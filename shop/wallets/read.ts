import { basename } from 'node:path';
import type { Output } from '../../contract/api.ts';
import type { ActionContext, LongActionHandler } from '../context.ts';
import { forget, writeRefused } from '../imports/run.ts';
import { Refused } from '../refused.ts';
import { pickNews } from './bills/news.ts';
import { type OpenedBill, openBill } from './bills/open.ts';
import { tieWhatFits } from './tie.ts';

type Result = Output<'wallets.read'>;

/**
 * Reads a wallet's bill: first all of it, which may be cancelled, then its refunds and what they are tied to are stored as one event. Rows
 * that cannot be read go to a file of their own. A bill that was read before adds nothing, but what could not be tied then may be tied now.
 */
export const readWalletBill: LongActionHandler<'wallets.read'> = async (context, { id, path }) => {
  const bill = await openBill(path, context);
  if (bill instanceof Refused) return bill;
  const refused = await writeRefused(context, { opened: bill, problems: bill.problems });
  if (refused instanceof Refused) return refused;
  const event = { actionId: id, kind: 'wallets.read', inputSha256: context.inputSha256 };
  try {
    return context.runAction(event, (action) => {
      const result = store(action, { bill, fileName: basename(path) });
      return { ...result, ...(refused !== undefined && { refusedFile: refused }) };
    }) as Result;
  } catch (error) {
    // Whoever asks again gets a file of refused rows of its own.
    forget(refused);
    throw error;
  }
};

type Reading = { readonly bill: OpenedBill; readonly fileName: string };

function store(context: ActionContext, { bill, fileName }: Reading): Omit<Result, 'refusedFile'> {
  const { wallet, days, rowsRead, rowsOther, problems, refunds } = bill;
  const news = pickNews(refunds, context.store.wallets.known(wallet));
  keep(context, { bill, fileName, news });
  const tied = days === undefined ? 0 : tieWhatFits(context, wallet, days);
  return {
    wallet,
    ...days,
    rowsRead,
    rowsRefused: problems.size,
    rowsOther,
    refundsStored: news.length,
    refundsKnown: refunds.length - news.length,
    tied,
  };
}

/** The bill, for the days it speaks for, and what it brought. The same file again is no other bill. */
function keep(
  { store, now, person }: ActionContext,
  { bill, fileName, news }: Reading & { readonly news: ReturnType<typeof pickNews> },
): void {
  const { wallet, sha256, days, rowsRead, problems } = bill;
  if (days === undefined || (news.length === 0 && store.wallets.isRead(wallet, sha256))) return;
  const walletBillId = store.facts.add('walletBills', {
    wallet,
    fileName,
    sha256,
    fromDay: days.from,
    toDay: days.to,
    rowsRead,
    rowsRefused: problems.size,
    at: now,
    person,
  });
  for (const { row: _, isSoFar: __, ...refund } of news)
    store.facts.add('walletLines', {
      walletBillId,
      wallet,
      ...refund,
      orderReference: refund.orderReference ?? null,
      shopReference: refund.shopReference ?? null,
      shopRefundReference: refund.shopRefundReference ?? null,
      counterpart: refund.counterpart ?? null,
      note: refund.note ?? null,
    });
}
