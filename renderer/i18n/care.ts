import { texts } from './catalogue.ts';

/** Care of the books: the light, checks, fingerprints and what is handed to other programs. */
export const careTexts = texts({
  'care.title': { zh: '账本与备份', en: 'Books and backups' },
  'care.back': { zh: '返回', en: 'Back' },
  'care.more': { zh: '去看看', en: 'Look' },
  'care.later': { zh: '以后再说', en: 'Not now' },

  'care.light-good': { zh: '账已备份', en: 'Backed up' },
  'care.light-late': { zh: '待备份', en: 'Not backed up' },
  'care.light-look': { zh: '有提醒', en: 'Please look' },
  'care.light-wrong': { zh: '账本不符', en: 'Books differ' },

  'care.warn-wrong': {
    zh: '账本检查发现问题。请先不要记账，看看哪里不对、怎么办。',
    en: 'The books were checked and something is wrong. Please stop recording and see what and what to do.',
  },
  'care.warn-behind': {
    zh: '电脑时钟显示 {clockDay}，比最后一笔账早；在时钟追上以前，记账日期都用 {today}。请校准时钟。',
    en: 'The PC’s clock says {clockDay}, before the last entry. Until it has caught up, entries are booked on {today}. Please set the clock.',
  },
  'care.warn-doubtful': {
    zh: '电脑时钟显示 {clockDay}，比最后一笔账晚了一个多月。对吗？',
    en: 'The PC’s clock says {clockDay}, more than a month after the last entry. Is that right?',
  },
  'care.warn-trouble': {
    zh: '上次自动备份没有成功：{why}。',
    en: 'The last backup made by itself failed: {why}.',
  },
  'care.warn-second-gone': {
    zh: '第二备份文件夹已经 {count} 天连不上：{folder}。请插上 U 盘或移动硬盘。',
    en: {
      one: 'The second backup folder has not been there for {count} day: {folder}. Please plug the drive in.',
      other: 'The second backup folder has not been there for {count} days: {folder}. Please plug the drive in.',
    },
  },
  'care.warn-second-none': {
    zh: '备份都在这台电脑上。请再选一个 U 盘或移动硬盘，电脑坏了账还在。',
    en: 'All backups are on this PC. Please choose a USB stick or drive as well: then the books outlive the PC.',
  },
  'care.warn-space': {
    zh: '磁盘只剩 {free}，账本和备份快放不下了。请腾出空间。',
    en: 'Only {free} are left on the disk; books and backups will soon not fit. Please make room.',
  },
  'care.warn-space-unknown': {
    zh: '磁盘快满了，账本和备份快放不下了。请腾出空间。',
    en: 'The disk is nearly full; books and backups will soon not fit. Please make room.',
  },
  'care.warn-synced': {
    zh: '店铺文件夹由 {program} 同步，边写边同步会弄坏账本。请把这个文件夹移出同步，备份可以照常同步。',
    en: '{program} copies the shop’s folder elsewhere while it is written, which can damage the books. Please take the folder out of it; backups may stay.',
  },

  'care.trouble-disk-full': { zh: '磁盘已满', en: 'the disk is full' },
  'care.trouble-read-only': { zh: '位置是只读的', en: 'the place is read-only' },
  'care.trouble-io-error': { zh: '磁盘读写出错', en: 'the disk reported an error' },
  'care.trouble-folder-not-writable': { zh: '文件夹不能写入', en: 'nothing can be written into the folder' },
  'care.trouble-bug': { zh: '程序出错', en: 'the program made a mistake' },

  'care.clock-title': { zh: '时钟对吗？', en: 'Is the clock right?' },
  'care.clock-says': {
    zh: '电脑时钟显示 {clockDay}，而最后一笔账是 {lastDay}。',
    en: 'The PC’s clock says {clockDay}; the last entry is of {lastDay}.',
  },
  'care.clock-why': {
    zh: '记账日期不能倒退，所以先问一声。确认后，刚才的操作会接着完成，输入的内容不会丢。',
    en: 'Days of the books never run backward, so it is asked first. Once you say yes, what you were doing goes on; nothing typed is lost.',
  },
  'care.clock-yes': { zh: '对，时钟没错', en: 'Yes, it is right' },
  'care.clock-no': { zh: '不对，我去校准', en: 'No, I will set the clock' },

  'care.books': { zh: '检查账本', en: 'Check the books' },
  'care.check-full': { zh: '完整检查', en: 'Full check' },
  'care.check-quick': { zh: '快速检查', en: 'Quick check' },
  'care.checking': { zh: '正在检查：{name}', en: 'Checking: {name}' },
  'care.check-good': {
    zh: '没有问题：{count} 条记录，{checks} 项检查全部通过。',
    en: {
      one: 'All in order: {count} entry, {checks} checks.',
      other: 'All in order: {count} entries, {checks} checks.',
    },
  },
  'care.check-when': { zh: '{kind}，{when}', en: '{kind}, {when}' },
  'care.check-wrong': {
    zh: '{count} 项检查没有通过。请先不要记账。',
    en: {
      one: '{count} check found something wrong. Please stop recording for now.',
      other: '{count} checks found something wrong. Please stop recording for now.',
    },
  },
  'care.check-cancelled': { zh: '检查取消了，没有改动任何东西。', en: 'The check was cancelled; nothing was changed.' },
  'care.start-running': { zh: '开店时的快速检查正在进行…', en: 'The quick check of the start is running…' },
  'care.start-good': {
    zh: '这次打开时快速检查过：没有问题。',
    en: 'Checked quickly when the shop was opened: all in order.',
  },
  'care.start-wrong': {
    zh: '打开时的快速检查发现问题。请做一次完整检查，看看哪里不对。',
    en: 'The quick check of the start found something wrong. Please run the full check to see what.',
  },
  'care.start-not-asked': { zh: '这次打开后还没有检查过。', en: 'Not checked since the shop was opened.' },
  'care.checks': { zh: '各项检查', en: 'Checks' },
  'care.checks-show': { zh: '列出 {count} 项检查', en: 'Show the {count} checks' },
  'care.checks-hide': { zh: '收起', en: 'Hide the checks' },
  'care.check-ok': { zh: '通过', en: 'In order' },
  'care.check-failed': { zh: '有问题', en: 'Wrong' },
  'care.copy-findings': { zh: '复制检查结果', en: 'Copy the findings' },
  'care.events': { zh: '记录条数', en: 'Entries' },
  'care.head': { zh: '最新指纹', en: 'Newest fingerprint' },
  'care.folder': { zh: '店铺文件夹', en: 'Shop folder' },
  'care.free': { zh: '磁盘剩余', en: 'Room left' },
  'care.show-folder': { zh: '打开文件夹', en: 'Show the folder' },
  'care.cannot-show': { zh: '这里打不开文件夹，位置是：{path}', en: 'It cannot be shown from here. Place: {path}' },

  'care.fingerprint': { zh: '核对单据上的指纹', en: 'A paper’s fingerprint' },
  'care.fingerprint-field': { zh: '指纹', en: 'Fingerprint' },
  'care.fingerprint-hint': {
    zh: '印在退货单、退款凭条和月结包上；扫、贴、输都行，前 8 位就够',
    en: 'Printed on slips, receipts and month packs. Scan, paste or type it; the first 8 characters are enough',
  },
  'care.look-up': { zh: '核对', en: 'Look it up' },
  'care.fingerprint-number': {
    zh: '「{text}」是单据号。请输入单据上另印的那行指纹。',
    en: '“{text}” is the number of a document. Please enter the fingerprint printed on it.',
  },
  'care.found-one': { zh: '账里有它。', en: 'These books contain it.' },
  'care.found-proof': {
    zh: '再做一次完整检查（F8），通过就说明它和之前的账都没有被改过。',
    en: 'A full check (F8) then proves that it, and all before it, was not changed.',
  },
  'care.found-many': {
    zh: '有 {count} 条记录的指纹以此开头，请多输几位。',
    en: {
      one: '{count} entry begins so. Please enter more characters.',
      other: '{count} entries begin so. Please enter more characters.',
    },
  },
  'care.found-entry': { zh: '记录', en: 'Entry' },
  'care.found-place': { zh: '第 {seq} 条，{day}', en: 'No. {seq}, {day}' },
  'care.found-kind': { zh: '做了什么', en: 'What' },
  'care.found-documents': { zh: '单据', en: 'Documents' },
  'care.found-person': { zh: '经手', en: 'By' },
  'care.found-since': { zh: '此后', en: 'Since then' },
  'care.found-followed': {
    zh: '又记了 {count} 条',
    en: { one: '{count} entry followed', other: '{count} entries followed' },
  },
  'care.found-newest': { zh: '这就是最新一条', en: 'It is the newest entry' },
  'care.found-none': { zh: '账里没有这个指纹。', en: 'These books do not contain this fingerprint.' },
  'care.found-none-typed': {
    zh: '先核对有没有输错：只有 0–9 和 a–f。',
    en: 'First look whether it was typed right: it has only 0–9 and a–f.',
  },
  'care.found-none-other': {
    zh: '单据可能来自别的店，或演示店。',
    en: 'The paper may be of another shop, or of the demo shop.',
  },
  'care.found-none-restored': {
    zh: '恢复过备份的话，单据可能是在备份之后开的：旧文件还在「备份」列表里。',
    en: 'If a backup was restored, the paper may be younger than it: the former file is kept, see the list of backups.',
  },
  'care.found-none-changed': {
    zh: '都不是的话，账可能被动过：收好这张单据，做一次完整检查。',
    en: 'If none of these holds, the books may have been changed: keep the paper and run the full check.',
  },

  'care.export': { zh: '导出全部数据', en: 'Everything for other programs' },
  'care.export-about': {
    zh: '把所有数据写成 CSV 表，任何程序都能读；也可以用来在新电脑上重建这家店。',
    en: 'Writes all data as CSV files that any program reads; a new shop can be made from them as well.',
  },
  'care.export-do': { zh: '选文件夹并导出…', en: 'Choose a folder and export…' },
  'care.exporting': { zh: '正在写出各表…', en: 'Writing the tables…' },
  'care.exported': {
    zh: '已写出 {count} 个表，共 {rows} 行：{path}',
    en: { one: '{count} table with {rows} rows: {path}', other: '{count} tables with {rows} rows: {path}' },
  },
  'care.export-cancelled': { zh: '导出取消了，没有留下文件。', en: 'The export was cancelled; no files are left.' },
  'care.show': { zh: '打开位置', en: 'Show in folder' },
});
