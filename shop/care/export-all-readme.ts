import { pair, type Said } from '../../contract/words/index.ts';
import type { ExportManifest } from './export-all-manifest.ts';

/** What each table holds. A table without words would be a riddle to whoever gets the files. */
const tableWords: Readonly<Record<string, Said>> = {
  settings: pair('店铺设置，每行一项，值为 JSON', 'The shop’s settings, one a row, the value as JSON'),
  journal_of_events: pair(
    '每一次操作一行，带指纹；hash 由上一行的 hash、本行内容和这次操作写下的全部行算出',
    'Every action, one a row, with its fingerprint: hash is over the hash before, this row and all rows it wrote',
  ),
  documents: pair('给出的单据号，每个系列每年连续', 'Numbers given to documents, without gaps per series and year'),
  month_closings: pair('已结的月份', 'Months that were closed'),
  products: pair('商品；cost_e4 为单位成本的万分之一', 'Products; cost_e4 is the unit cost in ten-thousandths'),
  customers: pair('客户', 'Customers'),
  imports: pair('读入过的文件', 'Files that were read in'),
  sales: pair('销售单', 'Sales'),
  sale_lines: pair(
    '销售明细；returned_… 和 credited_… 是退货合计',
    'Lines of sales; returned_… and credited_… sum up what came back',
  ),
  sale_tenders: pair('销售单的付款方式', 'How sales were paid'),
  stock_adjustments: pair('文件里的库存调整', 'Stock adjustments read from files'),
  returns: pair('退货单', 'Returns'),
  return_lines: pair('退货明细；received_… 等是合计', 'Lines of returns; received_… and the like are sums'),
  return_links: pair('退货明细对应的销售明细', 'Which lines of sales the lines of returns come from'),
  return_steps: pair('退货单的经过', 'Steps of returns'),
  receipts: pair('收货', 'Goods received'),
  line_revaluations: pair('事后补上的成本', 'Costs that were set later'),
  inspections: pair('检验与定级', 'Inspections with grades'),
  credit_notes: pair('红字单', 'Credit notes'),
  credit_note_lines: pair('红字单明细', 'Lines of credit notes'),
  payouts: pair('退款；负数为作废或更正', 'Payouts; below zero where one is taken back'),
  stock_moves: pair('库存流水', 'Moves of goods'),
  stock_balances: pair('各处的库存结存，由流水合计', 'What is where, summed up from the moves'),
  journal_lines: pair('分录的借贷行', 'Lines of journal entries'),
  journal_entries: pair('分录', 'Journal entries'),
  policies: pair('退货规则的各个版本', 'Versions of the return policy'),
  suppliers: pair('供应商', 'Suppliers'),
  sale_units: pair('售出的序列号与批号', 'Serial numbers and batches that were sold'),
  return_matches: pair('事后找到的原销售', 'Sales that were found for a return later'),
  photos: pair('照片；sha256 是 photos 文件夹里的文件名', 'Photos; sha256 names the file in the folder photos'),
  line_valuations: pair('没有凭证的货由人定的退款额', 'What a person gives for goods without a receipt'),
  waivers: pair('退款而不退货的数量', 'Units that the customer keeps'),
  credit_note_extras: pair('红字单上的运费、服务费等', 'Delivery, freight and fees of credit notes'),
  store_credits: pair('储值；balance_cents 是流水合计', 'Store credits; balance_cents sums up their events'),
  store_credit_events: pair(
    '储值流水；负数为使用、过期或作废',
    'Events of store credits; below zero when used, expired or voided',
  ),
  repair_tickets: pair('维修单', 'Repair tickets'),
  repair_works: pair('维修的配件、工时与外修', 'Parts, hours and outside work of repairs'),
  repair_outcomes: pair('维修结果', 'How repairs ended'),
  supplier_claims: pair('供应商索赔；…_cents 是合计', 'Claims on suppliers; …_cents are sums'),
  supplier_claim_lines: pair('索赔的货', 'Goods of claims'),
  supplier_claim_events: pair(
    '供应商的付款、拒绝与结案',
    'What suppliers paid and refused, and how claims were closed',
  ),
  red_invoices: pair('红字发票的进度，最后一行算数', 'How far red invoices are; the newest row counts'),
  assignments: pair('谁负责，最后一行算数', 'Whose work a return is; the newest row counts'),
  messages: pair('发给客户的消息', 'What customers were told'),
  ratings: pair('客户事后的评价', 'What customers said afterwards'),
  product_barcodes: pair('商品的条码', 'Barcodes of items'),
  import_mappings: pair('保存的文件对应关系', 'Mappings of files, by their names'),
  import_traces: pair(
    '文件带来或改动的商品、客户和供应商',
    'Items, customers and suppliers that a file made or changed',
  ),
  import_undos: pair('撤回的文件', 'Files that were taken back'),
  sale_refunds: pair('文件里说的、在别处退的款', 'Money given back elsewhere, as files say'),
  sale_statuses: pair('文件里说的销售单状态，最后一行算数', 'What files say of a sale; the newest row counts'),
  goods_receipts: pair('入库单与期初库存', 'Goods received and opening stock'),
  goods_receipt_lines: pair('入库明细', 'Lines of goods received'),
  goods_receipt_units: pair('入库的序列号和批次', 'Serial numbers and batches of goods received'),
  stocktakes: pair('盘点单', 'Stock counts'),
  stocktake_counts: pair(
    '盘点时每一次的数；book_milli 是当时的账面数',
    'Everything counted; book_milli is what the book said then',
  ),
  stocktake_ends: pair('盘点的结束', 'How stock counts ended'),
  prints: pair('打印过的单据，copy 是第几次补打', 'Documents that were printed; copy 0 is the original'),
  stocktake_differences: pair('入账的盘点差异', 'Differences that were booked'),
  drawer_moves: pair('存入和取出钱箱的现金', 'Cash put into the drawer and taken out'),
  drawer_counts: pair('钱箱清点；coins 是面额和张数', 'Counts of the drawer; coins are values and how many'),
  wallet_bills: pair('读入的微信、支付宝账单', 'Bills of WeChat Pay and Alipay that were read'),
  wallet_lines: pair(
    '账单上的退款；payout_id 是对应的退款',
    'Refunds on those bills; payout_id is the payout that is the same',
  ),
  wallet_ties: pair(
    '账单退款与退款单的对应，最后一行算数',
    'Ties of refunds on bills to payouts; the newest row counts',
  ),
  staff: pair(
    '店里的人；role 和 active 来自最后一次变更',
    'People of the shop; role and active are of their newest change',
  ),
  staff_roles: pair(
    '岗位及其权限和限额，同名的最后一行算数',
    'Roles with what they may do and their limits; the newest row of a name counts',
  ),
  role_permissions: pair('各岗位现在的权限，由岗位得出', 'What each role may do now, taken from the roles'),
  staff_changes: pair(
    '人的岗位与在职的变更，最后一行算数',
    'Roles given to people, and who has left; the newest row counts',
  ),
  staff_secrets: pair(
    'PIN 码与恢复码的 scrypt 哈希，同类的最后一行算数',
    'PINs and recovery codes as scrypt hashes; the newest row of a kind counts',
  ),
  staff_guesses: pair('连续输错的 PIN 码次数', 'Wrong PINs in a row'),
  month_packs: pair('写出过的月结包', 'Packs that were written for the accountant'),
  chart_accounts: pair('会计的科目表', 'The accountant’s own chart of accounts'),
  account_totals: pair('科目每月合计，由分录合计', 'Totals by month and account, summed up from the entries'),
};

const opening = pair(
  `这是店铺的全部数据，归店主所有，任何程序都可以读。由 Backshelf 回架导出；放进一家空店可以整个读回来。

约定
- 每张表一个 CSV 文件（RFC 4180，UTF-8，无 BOM，逗号分隔，CRLF 换行），第一行是列名，行的顺序就是写入的顺序。
- 文字都在双引号里（里面的双引号写两个），整数不带引号。空单元格是“没有值”（NULL），"" 是空文字，两者不同。
- 单元格一字不差，没有为表格软件防公式而加的撇号。若要用表格软件打开，请用“导入数据”并把各列设为文本，不要直接双击。
- …_cents 是最小货币单位的整数；…_milli 是千分之一件；…_e4 是万分之一；日期是店铺时区的日期，…_at 是 UTC 时刻。
- schema.sql 是建表语句；manifest.json 列出每个文件的行数和 SHA-256；head 是最后一条记录的指纹。
- 照片不在这里：请把店铺文件夹里的 photos 文件夹一并复制到这个文件夹里或它旁边，导入时会一起带走，photos.csv 列出其中应有的文件。

文件`,
  `This is everything the shop has. It belongs to the shop’s owner, and any program may read it. Written by Backshelf; an empty shop takes
it in again as a whole.

Conventions
- One CSV file per table (RFC 4180, UTF-8 without a byte order mark, commas, CRLF). The first line names the columns; rows are in the
  order in which they were written.
- Texts stand between double quotes (a quote inside is written twice), whole numbers do not. An empty cell is no value at all (NULL);
  "" is an empty text. The two differ.
- Cells are exact: no apostrophe guards spreadsheets against formulas. To look at them in a spreadsheet, import them with every column as
  text; do not open them with a double click.
- …_cents are whole numbers of the currency’s smallest unit, …_milli thousandths of a piece, …_e4 ten-thousandths; days are days in
  the shop’s time zone, …_at are instants in UTC.
- schema.sql has the statements that make the tables, manifest.json the rows and the SHA-256 of every file; head is the fingerprint of the
  last event.
- Pictures are not among these files: copy the folder photos of the shop’s folder into this one or beside it, and they come along when it is taken in. photos.csv lists what must lie in it.

Files`,
);

/** In both languages, because nobody knows who will read it. */
export function readmeText(tables: ExportManifest['tables']): string {
  const parts = (['zh-CN', 'en'] as const).map((locale) =>
    [opening[locale], ...tables.map(({ table, file }) => `- ${file}  ${wordsOf(table)[locale]}`)].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

function wordsOf(table: string): Said {
  const words = tableWords[table];
  if (!words) throw new Error(`nobody has said what ${table} holds`);
  return words;
}
