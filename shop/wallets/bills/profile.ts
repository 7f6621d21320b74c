import type { Wallet } from '../../../contract/api/wallets.ts';

/** What stands in a row under a heading, without the habits of the program that wrote it; '' where there is no such column. */
export type CellOf = (...headings: readonly string[]) => string;

/** A refund as the texts of its row say it. Numbers that the bill does not name are ''. */
export type SaidRefund = {
  /** The wallet's own number of the refund. */
  readonly reference: string;
  readonly orderReference: string;
  readonly shopReference: string;
  readonly shopRefundReference: string;
  /** As the clocks of China show it. */
  readonly at: string;
  readonly amount: string;
  readonly counterpart: string;
  readonly note: string;
  /** The row is a payment that says how much of it was given back in all until now, not a refund of its own. */
  readonly isSoFar: boolean;
};

/** `other`: no refund, or one that never happened. `unknown`: a refund in a state that nobody has told us of. */
export type SaidRow = SaidRefund | 'other' | 'unknown';

/** A kind of bill that a wallet gives out, known by its headings and never by its name. */
export type BillProfile = {
  readonly name: string;
  readonly wallet: Wallet;
  /** A table that has all of these in one row is one of them. */
  readonly knownBy: readonly string[];
  /** When whatever the row says took place. */
  readonly timeOf: (cell: CellOf) => string;
  readonly understand: (cell: CellOf) => SaidRow;
};

const states = {
  done: /^(SUCCESS|退款成功|成功|交易成功|已退款|已全额退款)/,
  /** A bill is a picture of its moment: what was under way stands on the next bill of the money itself. */
  notDone:
    /^(PROCESSING|FAIL|CHANGE|ABNORMAL|CLOSED|退款中|处理中|退款处理中|退款失败|失败|退款异常|异常|退款关闭|已关闭|交易关闭|等待)/,
} as const;

/** What a wallet's word for the state of a refund means. Where it says none, the row stands for what happened. */
export function stateOf(word: string): 'done' | 'not-done' | 'unknown' {
  if (word === '' || states.done.test(word)) return 'done';
  return states.notDone.test(word) ? 'not-done' : 'unknown';
}

const blank = /^[/\-—0]?$/;

/** A number, or '' where the bill writes a stroke or a nought for none. */
export const numberOr = (text: string): string => (blank.test(text) ? '' : text);

/** An amount without its sign: bills write what goes out with a minus or without. */
export const size = (text: string): string => text.replace(/^[-−]/, '');
