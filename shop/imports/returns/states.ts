/**
 * How far a return is where it was asked for. `asked`: nobody has said yes. `agreed`: its goods may come. `sent`: they are on their way, or
 * there. `finished`: the money was given back. `closed`: it was given up, and nothing was. `unknown`: nobody knows what the words mean.
 */
export type ReturnState = 'asked' | 'agreed' | 'sent' | 'finished' | 'closed' | 'unknown';

/** The words of the platforms and of shops, as they are compared: no spaces, points or case. Only whole words are known. */
const words: Readonly<Record<Exclude<ReturnState, 'unknown'>, string>> = {
  asked:
    '买家已经申请退款等待卖家同意 买家申请退款等待卖家同意 等待卖家同意 卖家拒绝退款 待商家处理 待商家同意 待处理 待审核 待售后审核 商家拒绝 商家已拒绝 拒绝售后申请 售后待处理 退款中 退款处理中 退款待处理 asked requested request open pending pendingapproval pendingreview awaitingapproval',
  agreed:
    '卖家已经同意退款等待买家退货 卖家已同意退款等待买家退货 等待买家退货 待买家退货 待用户退货 待买家发货 待退货 同意退货 已同意 已同意退货 商家已同意 agreed approved authorized authorised awaitingreturn awaitingshipment labelsent',
  sent: '买家已经退货等待卖家确认收货 买家已退货等待卖家确认收货 等待卖家确认收货 待商家收货 待商家确认收货 待卖家收货 待收货 买家已退货 用户已退货 已退货 退货中 已寄回 商家已收货 已收货 已入库 sent shipped intransit inreturn received arrived',
  finished:
    '退款成功 退款完成 已退款 退款完结 售后成功 售后完成 售后完结 已完成 完成 全部退款成功 部分退款成功 退货成功 退货退款成功 finished refunded completed complete done success successful refundcompleted returncompleted unitreturnedtoinventory reimbursed repackagedsuccessfully',
  closed:
    '退款关闭 售后关闭 已关闭 关闭 用户取消 买家取消 已取消 取消 已撤销 撤销 买家撤销 售后取消 closed cancelled canceled withdrawn declined expired',
};

const known = new Map(
  Object.entries(words).flatMap(([state, said]) =>
    said.split(' ').map((word) => [word, state as ReturnState] as const),
  ),
);

/** What the words for a status say. Nothing is guessed from a part of them. */
export function stateOf(status: string): ReturnState {
  const bare = status
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,.;:!，。；：、_-]/g, '');
  return known.get(bare) ?? 'unknown';
}
