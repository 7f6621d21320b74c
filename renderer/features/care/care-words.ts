import type { Backup, BackupWhy } from '../../../contract/api/care.ts';
import type { Api, ProcedureName } from '../../../contract/api.ts';
import { pair, type Said } from '../../../contract/words/index.ts';
import { say, show, t } from '../../i18n/index.ts';

type Writing = {
  [Name in ProcedureName]: Api[Name]['kind'] extends 'action' | 'long-action' | 'keeping' ? Name : never;
}[ProcedureName];
/** Echoes and lists leave no event. */
type EventKind = Exclude<Writing, 'wire.echo' | 'care.backups'>;

/** Events by the procedure that made them, as they are told of a paper. */
const eventWords: Readonly<Record<EventKind, Said>> = {
  'settings.set': pair('修改设置', 'Settings changed'),
  'settings.setDesk': pair('修改显示或打印机', 'Display or printers changed'),
  'staff.add': pair('添加人员', 'Person added'),
  'staff.change': pair('人员变动', 'Person’s role changed'),
  'staff.setPin': pair('重设 PIN 码', 'PIN set'),
  'staff.saveRole': pair('修改岗位', 'Role changed'),
  'policy.save': pair('修改退货规则', 'Return policy changed'),
  'catalog.saveProduct': pair('修改商品', 'Item changed'),
  'customers.save': pair('修改客户', 'Customer changed'),
  'returns.assign': pair('分派退货', 'Return given to somebody'),
  'messages.sent': pair('通知客户', 'Customer told'),
  'ratings.record': pair('客户回访', 'Customer asked afterwards'),
  'imports.run': pair('导入文件', 'File read'),
  'imports.saveMapping': pair('保存列的对应', 'Mapping of columns saved'),
  'imports.forgetMapping': pair('删除列的对应', 'Mapping of columns forgotten'),
  'imports.undo': pair('撤回导入', 'File taken back'),
  'imports.match': pair('文件退货匹配销售', 'Return from a file matched to its sale'),
  'sales.record': pair('录入销售', 'Sale recorded'),
  'returns.open': pair('登记退货', 'Return recorded'),
  'returns.counter': pair('柜台退货', 'Counter return'),
  'returns.approve': pair('批准退货', 'Return approved'),
  'returns.reject': pair('拒绝退货', 'Return rejected'),
  'returns.cancel': pair('取消退货', 'Return cancelled'),
  'returns.receive': pair('收货', 'Goods received'),
  'returns.arrive': pair('先收货', 'Goods without an order taken in'),
  'returns.match': pair('找到订单', 'Goods matched to a sale'),
  'returns.waive': pair('免退货', 'Refund without goods'),
  'returns.value': pair('定退款金额', 'What is given was set'),
  'photos.add': pair('拍照留存', 'Photo kept'),
  'returns.close': pair('结案', 'Return closed'),
  'inspection.record': pair('检验定级', 'Goods graded'),
  'repair.work': pair('维修记录', 'Repair work noted'),
  'repair.finish': pair('维修完成', 'Repair ended'),
  'suppliers.save': pair('保存供应商', 'Supplier saved'),
  'claims.open': pair('退供应商', 'Sent back to supplier'),
  'claims.pay': pair('供应商赔付', 'Supplier paid'),
  'claims.refuse': pair('供应商拒赔', 'Supplier refused'),
  'claims.close': pair('索赔结案', 'Claim closed'),
  'claims.note': pair('索赔备注', 'Note on a claim'),
  'refunds.record': pair('退款', 'Refund'),
  'refunds.void': pair('作废退款', 'Refund voided'),
  'refunds.correct': pair('更正退款', 'Refund corrected'),
  'storeCredit.use': pair('使用储值', 'Store credit used'),
  'storeCredit.expire': pair('储值到期', 'Store credit expired'),
  'storeCredit.void': pair('作废储值', 'Store credit voided'),
  'redInvoices.set': pair('红字发票', 'Red invoice'),
  'stock.setCost': pair('补记成本', 'Cost set'),
  'stock.receive': pair('采购入库', 'Goods received'),
  'stock.open': pair('期初库存', 'Stock opened'),
  'stock.voidReceipt': pair('入库作废', 'Goods received, taken back'),
  'catalog.setPhoto': pair('商品图片', 'Picture of an item'),
  'paper.printed': pair('打印单据', 'Document printed'),
  'paper.setLogo': pair('更换店标', 'Logo changed'),
  'drawer.count': pair('清点钱箱', 'Drawer counted'),
  'drawer.move': pair('钱箱存取', 'Cash put in or taken out'),
  'wallets.read': pair('读入钱包账单', 'Wallet bill read'),
  'wallets.tie': pair('账单对应退款', 'Refund on a bill tied'),
  'wallets.untie': pair('取消账单对应', 'Tie taken back'),
  'accounts.readChart': pair('读入会计科目表', 'Accountant’s chart read'),
  'stocktakes.open': pair('开始盘点', 'Stock count begun'),
  'stocktakes.count': pair('盘点', 'Stock counted'),
  'stocktakes.book': pair('盘点入账', 'Stock count booked'),
  'stocktakes.cancel': pair('取消盘点', 'Stock count ended without booking'),
  'months.close': pair('月结', 'Month closed'),
  'demo.fill': pair('布置演示店', 'Demo shop set up'),
  'care.confirmClock': pair('确认时钟', 'Clock confirmed'),
  'care.restore': pair('恢复备份', 'Backup restored'),
  'care.importAll': pair('从导出重建', 'Made anew from an export'),
};

/** An event of a newer program keeps its own name. */
export function eventWord(kind: string): string {
  const said: Said | undefined = eventWords[kind as EventKind];
  return said ? say(said) : kind;
}

export function whyWord(why: BackupWhy): string {
  return t(`backups.why-${why}`);
}

type Folder = { readonly path: string; readonly second: boolean };

/** Where a backup lies, in a word; the whole path is told on hover. */
export function placeWord(path: string, folders: readonly Folder[]): string {
  const folder = folders.find((known) => isBelow(known.path, path));
  if (!folder) return parentOf(path);
  return t(folder.second ? 'backups.in-second' : 'backups.here');
}

function isBelow(folder: string, path: string): boolean {
  const start = folder.replace(/[\\/]+$/, '');
  return path.startsWith(start) && /[\\/]/.test(path.charAt(start.length));
}

export function parentOf(path: string): string {
  return path.replace(/[\\/]+[^\\/]*$/, '') || path;
}

type Loss = Pick<Backup, 'history' | 'lost'>;

/** What going back to a backup loses, in a few words. */
export function lossWord({ history, lost }: Loss): string {
  if (history === 'unknown') return t('backups.loses-unknown');
  if (!lost?.fromAt) return wordOfCount(history, lost?.events ?? 0);
  return t(history === 'other' ? 'backups.loses-other-some' : 'backups.loses', {
    count: lost.events,
    since: show.whenWithin(lost.fromAt),
  });
}

function wordOfCount(history: 'same' | 'other', events: number): string {
  if (history === 'other') return t('backups.loses-other');
  return events === 0 ? t('backups.loses-nothing') : t('backups.loses-count', { count: events });
}

/** The same in full, for whoever is about to do it. `eventsNow` is how much the shop of now holds, where that is known. */
export function lossSentence(backup: Loss | undefined, eventsNow: number | undefined): string {
  if (!backup) return t('backups.will-lose-unseen');
  const { history, lost } = backup;
  if (history === 'unknown') return t('backups.will-lose-unknown');
  if (lost?.fromAt && lost.toAt) {
    return t(history === 'other' ? 'backups.will-lose-since' : 'backups.will-lose-some', {
      count: lost.events,
      documents: lost.documents,
      from: show.whenWithin(lost.fromAt),
      to: show.whenWithin(lost.toAt),
    });
  }
  if (history === 'same') return sentenceOfCount(lost ?? { events: 0, documents: 0 });
  return eventsNow === undefined ? t('backups.will-lose-all') : t('backups.will-lose-other', { count: eventsNow });
}

function sentenceOfCount({ events, documents }: NonNullable<Backup['lost']>): string {
  return events === 0 ? t('backups.will-lose-nothing') : t('backups.will-lose-count', { count: events, documents });
}

/** Whether a backup can be put back without anything leaving the books. */
export function losesNothing({ history, lost }: Pick<Backup, 'history' | 'lost'>): boolean {
  return history === 'same' && (lost?.events ?? 0) === 0;
}

const phases = ['copy', 'check', 'fingerprint', 'prepare', 'swap', 'read', 'rows'] as const;

/** A phase of writing, checking or putting back a backup. */
export function backupPhase(phase: string): string {
  const known = phases.find((name) => name === phase);
  return known ? t(`backups.${known}`) : t('ui.working');
}
