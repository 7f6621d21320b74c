import { importFieldWord } from './import-words.ts';
import { tenderWords } from './money-words.ts';
import { extraWords, reasonWord, stageWords, stepWord } from './return-words.ts';
import type { RefusalSentences } from './sentence-help.ts';
import { chineseStaffRefusals } from './staff-refusals.ts';
import { voucherFieldWord } from './voucher-words.ts';

const zh = 'zh-CN';

const whyNotOpen = {
  'foreign-file': '这个文件不是 Backshelf 的店铺数据，请换一个文件夹。',
  'newer-file': '店铺数据来自更新版本的 Backshelf，请先更新本程序。',
  'in-use': '另一个 Backshelf 正在使用这家店，请先关闭它。',
  'read-only': '文件夹是只读的，请换一个可以写入的位置。',
  'disk-full': '磁盘已满，请先腾出空间再打开。',
  damaged: '数据文件已损坏，请从备份中恢复。',
  altered: '别的程序改动了账本的防护，不能再往里写；请从备份中恢复。',
  'no-access': '打不开这个文件夹，请检查权限，并看看硬盘是否接好。',
  'io-error': '磁盘读写出错，请检查硬盘和连线后再试。',
  'network-share': '这个文件夹在另一台电脑上，放在那里账本不安全；请换成本机的文件夹。',
  'migration-failed': '升级数据没有成功，数据保持原样；请把报告发给支持人员。',
  'program-altered':
    '程序的一个组成文件和发布时不一样，为保护账目没有打开店铺。请用可信的安装包重新安装，数据保持原样。',
} as const;

const whyNotWritten = {
  'disk-full': '磁盘已满，请先腾出空间再试。',
  'read-only': '文件夹是只读的，请检查权限后再试。',
  'io-error': '磁盘写入出错，请检查磁盘后再试。',
} as const;

const becameOf = {
  no: '没有保存',
  partly: '只保存了一部分（再做一次就会补齐）',
  unknown: '不知道有没有保存（磁盘恢复后请核对）',
} as const;

const whyNotWhole = {
  damaged: '文件已损坏',
  'foreign-file': '不是 Backshelf 的数据',
  'newer-file': '来自更新版本的 Backshelf，请先更新本程序',
  altered: '账本的防护被改动过',
  'hash-differs': '与当时写下的文件不一致',
  'no-manifest': '里面没有 Backshelf 的 manifest.json',
  'file-missing': '缺少文件',
  'rows-do-not-fit': '里面的数据拼不成一本对得上的账',
  'other-version': '来自另一个版本的 Backshelf',
} as const;

const whyNotReadable = {
  encoding: '认不出文字编码，请另存为 UTF-8 后再导入',
  'too-large': '文件太大，请分成几份导入',
  empty: '文件是空的，请重新导出',
  'not-text': '这不是表格文本，请导出成 CSV',
  workbook: '它不是能读的工作簿，请重新另存为 XLSX 或 CSV',
  archive: '它是压缩包（ZIP），请先解压，再选里面的表格',
  bomb: '它解压后远超声明的大小，请另存为 CSV',
  protected: '它有密码保护，请取消密码后再保存',
  'too-wide': '有一行太长或列数太多，不像店里的表格，请重新导出',
  gzip: '压缩文件已损坏，请重新下载或导出',
} as const;

const whyNoPicture = {
  'not-a-picture': '不是 JPEG、PNG 或 WebP 图片',
  'too-large': '超过 5 MB，请先缩小',
  missing: '照片文件夹里的文件不见了',
  altered: '文件已经不是当时保存的那张',
} as const;

/** 简短、客气、说清错在哪里、下一步怎么办。 */
export const chineseRefusals: RefusalSentences = {
  ...chineseStaffRefusals,
  'shop-cannot-open': ({ why, path }) => `店铺打不开：${whyNotOpen[why]}位置：${path}`,
  'cannot-write': ({ why, path, happened }) => `${becameOf[happened]}：${whyNotWritten[why]}位置：${path}`,
  'clock-doubtful': ({ clockDay, lastDay }) =>
    `电脑时钟显示 ${clockDay}，而最后一笔记账是 ${lastDay}。请先校准时钟，或确认时钟无误。`,
  'id-used': ({ id }) => `这一步已经用别的内容做过了，请刷新后核对，再重新操作。（编号 ${id}）`,
  cancelled: () => '已取消，没有改动。',

  'no-such-sale': ({ sale }) => `找不到销售单 ${sale}，请核对单号。`,
  'no-such-sale-line': ({ line, saleLineId }) =>
    `第 ${line} 行在这张销售单里找不到（明细 ${saleLineId}），请重新选择商品。`,
  'no-such-return': (data) => `找不到退货单 ${data.return}，请核对单号。`,
  'no-such-return-line': ({ line, returnLineId }) =>
    `第 ${line} 行在这张退货单里找不到（明细 ${returnLineId}），请刷新后再试。`,
  'no-such-payout': ({ payout }) => `找不到退款 ${payout}，请核对单号。`,
  'no-such-product': ({ sku }) => `没有编码为 ${sku} 的商品，请核对编码或先导入。`,
  'no-such-reason': ({ line, reason }) => `第 ${line} 行的退货原因「${reason}」不在列表里，请另选一个。`,
  'note-needed': ({ line, reason }) => `第 ${line} 行的原因是「${reasonWord(reason, zh)}」，请写明具体情况。`,
  'approval-needs-note': ({ number }) => `请写明为什么批准 ${number}：这不是规则自己决定的。`,
  'number-used': ({ number }) => `单号 ${number} 已经用过，请换一个。`,
  'line-needs-item': ({ line }) => `第 ${line} 行没有商品，请选择明细或填写编码。`,

  'over-sold-quantity': ({ line, sku, sold, returned, asked }, { quantity }) =>
    `第 ${line} 行（${sku}）售出 ${quantity(sold)}，已退 ${quantity(returned)}，不能再退 ${quantity(asked)}，请减少数量。`,
  'over-requested-quantity': ({ line, sku, requested, received, asked }, { quantity }) =>
    `第 ${line} 行（${sku}）登记 ${quantity(requested)}，已收 ${quantity(received)}，不能再收 ${quantity(asked)}，请核对数量。`,
  'over-received-quantity': ({ line, sku, received, inspected, asked }, { quantity }) =>
    `第 ${line} 行（${sku}）收到 ${quantity(received)}，已检 ${quantity(inspected)}，不能再检 ${quantity(asked)}，请核对数量。`,
  'return-before-sale': ({ soldOn, returnedOn }) => `退货日期 ${returnedOn} 早于销售日期 ${soldOn}，请改日期。`,
  'day-in-future': ({ day, today }) => `日期 ${day} 还没到（今天 ${today}），请改日期。`,
  'wrong-stage': ({ stage, step }) =>
    `这张退货单现在是「${stageWords[stage][zh]}」，不能做「${stepWord(step, zh)}」，请刷新后再看。`,
  'needs-approval': ({ number }) => `退货单 ${number} 还没审核，请先审核。`,
  'not-received': ({ number }) => `退货单 ${number} 的货还没收到，请先收货。`,
  'not-inspected': ({ number }) => `退货单 ${number} 还没检验，请先检验定级。`,
  'nothing-to-refund': ({ number }) => `退货单 ${number} 没有待退的款，可以直接结案。`,
  'over-value': ({ line, valueCents, writeDownCents }, { money }) =>
    `第 ${line} 行减值 ${money(writeDownCents)}，超过货值 ${money(valueCents)}，请改小。`,

  'over-paid-amount': ({ payableCents, askedCents }, { money }) =>
    `应退 ${money(payableCents)}，不能退 ${money(askedCents)}，请改成应退金额。`,
  'under-paid-amount': ({ payableCents, askedCents }, { money }) =>
    `应退 ${money(payableCents)}，现在只填了 ${money(askedCents)}，请补足。`,
  'over-tender': ({ tender, maxCents, askedCents }, { money }) =>
    `${tenderWords[tender][zh]}最多退 ${money(maxCents)}，现在填了 ${money(askedCents)}，请改用其他方式退余款。`,
  'tenders-not-total': ({ totalCents, tendersCents }, { money }) =>
    `合计 ${money(totalCents)}，付款加起来是 ${money(tendersCents)}，请改到一致。`,
  'already-voided': ({ payout }) => `退款 ${payout} 已经作废，不用再做。`,
  'void-other-day': ({ payout, day }) => `退款 ${payout} 是 ${day} 的，只能当天作废；请店主改做“更正退款”。`,
  'correct-same-day': ({ payout }) => `退款 ${payout} 是今天的，直接作废即可。`,

  'not-enough-stock': ({ sku, have, asked }, { quantity }) =>
    `${sku} 现有 ${quantity(have)}，不够 ${quantity(asked)}，请先核对库存。`,
  'month-closed': ({ month }) => `${month} 已经结账，请把日期改到未结账的月份。`,
  'month-not-over': ({ month }) => `${month} 还没过完，请等月底后再结账。`,
  'month-has-problems': ({ month, problems }) => `${month} 还有 ${problems} 个问题，请先处理再结账。`,
  'currency-in-use': ({ currency }) => `已经有 ${currency} 的账，不能再换货币；要换请另开一家新店。`,
  'shop-not-empty': () => '这家店已经有数据，这一步只能在空店里做。',
  'cost-already-known': ({ sku }) => `${sku} 的成本已经知道，不用再填。`,

  'serial-not-sold': ({ line, sku, serial }) => `第 ${line} 行：${sku} 的序列号 ${serial} 不是这张单卖出的。`,
  'serial-needed': ({ line, sku }) => `第 ${line} 行：请扫 ${sku} 的序列号。`,
  'serial-back-already': ({ line, serial }) => `第 ${line} 行：序列号 ${serial} 已经退过。`,
  'one-line-per-serial': ({ line, sku }) => `第 ${line} 行：${sku} 按序列号管理，请一件一行。`,
  'store-credit-only': ({ tenders }) =>
    `没有小票只能这样退：${tenders.map((tender) => tenderWords[tender][zh]).join('、')}。`,
  'already-matched': ({ number }) => `${number} 已经有对应的销售单。`,
  'line-has-sale': ({ line, sku }) => `第 ${line} 行：${sku} 有购买凭证，按实付金额退。`,
  'line-has-value': ({ line, sku }) => `第 ${line} 行：${sku} 的退款金额已经定过。`,
  'line-does-not-fit': ({ line, sku }) => `第 ${line} 行：销售单里没有可退的 ${sku}。`,
  'photo-not-readable': ({ path, why }) => `照片 ${path} 用不了：${whyNoPicture[why]}。`,
  'no-such-photo': ({ photo }) => `没有这张照片（${photo}）。`,
  'check-needs-note': ({ line, question }) => `第 ${line} 行：「${question}」不合格，请写明情况。`,
  'no-such-ticket': ({ ticket }) => `没有维修单 ${ticket}。`,
  'ticket-ended': ({ ticket }) => `维修单 ${ticket} 已经结束。`,
  'no-such-supplier': ({ supplier }) => `没有供应商 ${supplier}。`,
  'no-such-claim': ({ claim }) => `没有退供应商单 ${claim}。`,
  'claim-closed': ({ claim }) => `退供应商单 ${claim} 已经结案。`,
  'over-claimable-quantity': ({ line, sku, have, asked }, { quantity }) =>
    `第 ${line} 行：待退供应商的 ${sku} 只有 ${quantity(have)} 件，填了 ${quantity(asked)} 件。`,
  'no-such-credit': ({ code }) => `没有储值码 ${code}。`,
  'credit-expired': ({ code, day }) => `储值码 ${code} 在 ${day} 到期，不能再用了。`,
  'credit-not-expired': ({ code }) => `储值 ${code} 还没有到期。`,
  'over-credit-balance': ({ code, balanceCents, askedCents }, { money }) =>
    `储值码 ${code} 的余额只有 ${money(balanceCents)}，不够 ${money(askedCents)}。`,
  'credit-used': ({ code, usedCents }, { money }) => `储值 ${code} 已经用掉 ${money(usedCents)}，这笔不能作废。`,
  'credit-empty': ({ code }) => `储值 ${code} 已经没有余额。`,
  'over-fee': ({ maxCents, askedCents }, { money }) => `最多能扣 ${money(maxCents)}，现在填了 ${money(askedCents)}。`,
  'over-delivery': ({ maxCents, askedCents }, { money }) =>
    `原运费还能退 ${money(maxCents)}，现在填了 ${money(askedCents)}。`,
  'extra-needs-note': ({ kind }) => `「${extraWords[kind][zh]}」和规则算出的不一样，请写明原因。`,
  'exchange-stays': ({ payout }) => `${payout} 是换货，不能作废：请把换出的商品再退回来。`,
  'goods-must-come': ({ number }) => `按规则 ${number} 要先退回商品。`,
  'policy-in-past': ({ day }) => `规则不能从过去的日子 ${day} 起生效。`,
  'number-needed': () => `请填写红字发票号码。`,
  'name-used': ({ name }) => `「${name}」已经有了。`,
  'customer-nameless': () => '客户至少要有姓名、编号或电话中的一项，请保留一项。',
  'no-such-customer': ({ customer }) => `没有客户 ${customer}。`,

  'no-such-file': ({ path }) => `找不到文件 ${path}，请重新选择。`,
  'file-not-readable': ({ path, why }) => `读不了 ${path}：${whyNotReadable[why]}。`,
  'no-such-sheet': ({ sheet, sheets }) => `这个工作簿没有“${sheet}”表，它有：${sheets.join('、')}。`,
  'no-such-mapping': ({ name }) => `没有保存过“${name}”这个对应关系。`,
  'no-such-import': ({ import: number }) => `导入记录里没有这个文件（${number}）。`,
  'import-undone': () => '这次导入已经撤回过了。',
  'import-in-use': ({ by }) => `这次导入不能撤回：${by.join('、')} 用到了它带来的内容。`,
  'no-such-receipt': ({ number }) => `没有进货单 ${number}。`,
  'receipt-voided': ({ number }) => `${number} 已经作废过了。`,
  'receipt-mixed': ({ number, sku }) =>
    `${number} 之后 ${sku} 已按平均成本出库或补录过成本，不能再按原价作废；请退供应商，或用盘点调整。`,
  'stock-opened-before': ({ line, sku }) => `第 ${line} 行：${sku} 已有期初库存，请改用盘点。`,
  'unit-here-already': ({ line, sku, code }) => `第 ${line} 行：${sku} 的 ${code} 已经在店里。`,
  'units-do-not-fit': ({ line, sku }) => `第 ${line} 行：${sku} 的序列号或批次与数量对不上。`,
  'expiry-needed': ({ line, sku, batch }) => `第 ${line} 行：${sku} 的批次 ${batch} 需要到期日。`,
  'barcode-used': ({ code, sku }) => `条码 ${code} 已属于 ${sku}。`,
  'expiry-needs-batch': ({ sku }) => `只有按批次管理的商品才有到期日，${sku} 不是。`,
  'min-over-max': ({ sku }) => `${sku} 的最低库存高于最高库存。`,
  'no-such-stocktake': ({ number }) => `没有盘点单 ${number}。`,
  'stocktake-ended': ({ number }) => `盘点单 ${number} 已经结束。`,
  'stocktake-not-counted': ({ number }) => `盘点单 ${number} 还没有盘任何商品。`,
  'not-in-scope': ({ line, sku }) => `第 ${line} 行：${sku} 不在这次盘点的范围里。`,
  'reason-needed': ({ sku }) => `请为 ${sku} 的差异选择原因。`,
  'goods-of-cases': ({ sku, place }) =>
    `${place === 'returns' ? '退货区' : '维修台'}的 ${sku} 属于退货单，不能直接记盘点差异。少了的请定级报废，多出的请先收货，然后重新盘点。`,
  'count-below-zero': ({ line, sku, counted }) => `第 ${line} 行：${sku} 只盘到 ${counted}。`,
  'columns-unknown': ({ missing, columns }) =>
    `缺少这些列：${missing.map((field) => importFieldWord(field, zh)).join('、')}。请为它们指定列，文件里有：${columns.join('、')}。`,
  'backup-not-whole': ({ path, why }) => `${path} 不能用来恢复：${whyNotWhole[why]}，请另选一个。`,
  'export-not-whole': ({ path, why }) => `${path} 不能读入：${whyNotWhole[why]}。`,
  'fingerprint-too-short': ({ least }) => `请至少输入指纹的 ${least} 个字符。`,
  'shop-busy': (data) => `店铺正忙（${data.with}），请等它完成，或先取消。`,
  'folder-not-writable': ({ path }) => `写不进文件夹 ${path}，请换一个位置。`,
  'accounts-not-mapped': ({ accounts }) => `会计的科目表里没有：${accounts.join('、')}。请在“月结 › 科目对应”里改好。`,
  'voucher-columns-missing': ({ missing }) =>
    `凭证文件缺少这些列：${missing.map((field) => voucherFieldWord(field, zh)).join('、')}。请在“月结 › 凭证格式”里补上。`,
  'not-a-chart': ({ columns }) => `没有找到科目代码和科目名称列。文件的列有：${columns.join('、')}。请指明是哪两列。`,
  'not-a-wallet-bill': ({ path }) => `${path} 不是微信支付或支付宝的账单，请重新下载。`,
  'no-such-wallet-line': () => '读入的账单里没有这一行。',
  'wallet-line-tied': ({ reference, payout }) => `退款 ${reference} 已对应退款单 ${payout}。`,
  'wallet-line-not-tied': ({ reference }) => `退款 ${reference} 还没有对应任何退款单。`,
  'payout-tied': ({ payout, reference }) => `退款单 ${payout} 已对应账单退款 ${reference}。`,
  'wallet-differs': ({ payout, reference, payoutCents, billCents }, { money }) =>
    `退款单 ${payout}（${money(payoutCents)}）不能对应账单退款 ${reference}（${money(billCents)}）：钱包或金额不同。`,
  'note-for-difference': ({ differenceCents }, { money }) =>
    `钱箱差额 ${money(differenceCents)}，请注明原因，或重新清点。`,
  'amount-too-large': ({ line, sku, unitCost }) =>
    `第 ${line} 行：${sku} 按成本 ${unitCost} 乘以这个数量，超过了能记录的金额，请核对数量和成本。`,
  'no-such-credit-note': ({ number }) => `找不到红字单 ${number}，请核对单号。`,
};
