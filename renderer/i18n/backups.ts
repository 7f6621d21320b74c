import { texts } from './catalogue.ts';

/** Backups, putting one back, and a shop that cannot be opened. */
export const backupsTexts = texts({
  'backups.title': { zh: '备份', en: 'Backups' },
  'backups.back-up': { zh: '立即备份', en: 'Back up now' },
  'backups.elsewhere': { zh: '备份到…', en: 'Back up to…' },
  'backups.copy': { zh: '正在抄写副本…', en: 'Copying…' },
  'backups.check': { zh: '正在核对副本…', en: 'Checking the copy…' },
  'backups.fingerprint': { zh: '正在计算副本的校验值…', en: 'Taking the copy’s checksum…' },
  'backups.prepare': { zh: '正在准备…', en: 'Preparing…' },
  'backups.swap': { zh: '正在换上备份…', en: 'Putting the backup in place…' },
  'backups.read': { zh: '正在核对各个文件…', en: 'Checking the files…' },
  'backups.rows': { zh: '正在写入数据…', en: 'Taking the data in…' },
  'backups.done': { zh: '已备份并核对：{path}', en: 'Backed up and checked: {path}' },
  'backups.cancelled': { zh: '备份取消了，没有留下文件。', en: 'The backup was cancelled; no file is left.' },
  'backups.empty': { zh: '还没有备份', en: 'No backups yet' },
  'backups.empty-hint': {
    zh: '有改动时会自动备份，也可以现在就备份一次。',
    en: 'One is made by itself when something has changed; or make one now.',
  },
  'backups.none-here': { zh: '这里没有备份', en: 'There are no backups here' },

  'backups.at': { zh: '时间', en: 'When' },
  'backups.why': { zh: '由来', en: 'Why' },
  'backups.events': { zh: '记录', en: 'Entries' },
  'backups.size': { zh: '大小', en: 'Size' },
  'backups.where': { zh: '位置', en: 'Where' },
  'backups.lost': { zh: '恢复会失去', en: 'Going back would lose' },
  'backups.why-asked': { zh: '手动', en: 'By hand' },
  'backups.why-by-itself': { zh: '自动', en: 'By itself' },
  'backups.why-on-close': { zh: '关闭时', en: 'On closing' },
  'backups.why-before-migration': { zh: '升级前', en: 'Before an update' },
  'backups.why-before-month-close': { zh: '月结前', en: 'Before closing a month' },
  'backups.why-set-aside': { zh: '移开的旧文件', en: 'Set aside' },
  'backups.here': { zh: '本机', en: 'This PC' },
  'backups.in-second': { zh: '第二文件夹', en: 'Second folder' },
  'backups.loses-nothing': { zh: '什么都不丢', en: 'Nothing' },
  'backups.loses-other': { zh: '是另一段历史', en: 'Another history' },
  'backups.loses-unknown': { zh: '现在看不出', en: 'Cannot be told now' },
  'backups.loses': {
    zh: '{since} 起的 {count} 条',
    en: { one: '{count} entry since {since}', other: '{count} entries since {since}' },
  },
  'backups.loses-count': {
    zh: '{count} 条',
    en: { one: '{count} entry', other: '{count} entries' },
  },

  'backups.second': { zh: '第二备份文件夹', en: 'Second backup folder' },
  'backups.second-about': {
    zh: '每份备份再抄一份到这里，比如 U 盘或移动硬盘；电脑坏了，账还在。',
    en: 'Every backup is copied here as well, such as a USB stick: the books outlive the PC.',
  },
  'backups.second-none': { zh: '还没有选', en: 'None chosen yet' },
  'backups.second-choose': { zh: '选择文件夹…', en: 'Choose a folder…' },
  'backups.second-change': { zh: '换一个…', en: 'Choose another…' },
  'backups.second-forget': { zh: '不再使用', en: 'Use it no more' },
  'backups.second-there': { zh: '已连接', en: 'There' },
  'backups.second-gone': { zh: '现在连不上', en: 'Not there now' },
  'backups.second-last': { zh: '上次抄到这里：{when}', en: 'Last copied here: {when}' },
  'backups.second-never': { zh: '还没有抄到这里过', en: 'Nothing copied here yet' },

  'backups.restore': { zh: '恢复', en: 'Restore' },
  'backups.restore-this': { zh: '恢复这一份…', en: 'Restore this one…' },
  'backups.from-file': { zh: '从文件恢复…', en: 'From a file…' },
  'backups.from-folder': { zh: '从文件夹恢复…', en: 'From a folder…' },
  'backups.in-folder': { zh: '{folder} 里的备份', en: 'Backups in {folder}' },
  'backups.back-to-own': { zh: '回到本店的备份', en: 'Back to this shop’s own' },
  'backups.restore-title': { zh: '恢复备份', en: 'Restore a backup' },
  'backups.of': { zh: '备份', en: 'Backup' },
  'backups.will-lose': { zh: '会失去', en: 'Will be lost' },
  'backups.will-lose-nothing': {
    zh: '什么都不丢：现在的账和备份一样。',
    en: 'Nothing: the books are as they were then.',
  },
  'backups.will-lose-some': {
    zh: '{from} 到 {to} 之间的 {count} 条记录，其中 {documents} 张单据。',
    en: {
      one: '{count} entry from {from} to {to}, documents among them: {documents}.',
      other: '{count} entries from {from} to {to}, documents among them: {documents}.',
    },
  },
  'backups.will-lose-count': {
    zh: '{count} 条记录，其中 {documents} 张单据。',
    en: {
      one: '{count} entry, documents among them: {documents}.',
      other: '{count} entries, documents among them: {documents}.',
    },
  },
  'backups.will-lose-other': {
    zh: '这份备份是另一段历史（别的店，或恢复之前的账）。现在账上的 {count} 条记录都会被换下。',
    en: 'This backup is of another history (another shop, or before an earlier restore). All {count} entries of now will be replaced.',
  },
  'backups.loses-other-some': {
    zh: '另一段历史，{since} 起的 {count} 条',
    en: {
      one: 'Another history, {count} entry since {since}',
      other: 'Another history, {count} entries since {since}',
    },
  },
  'backups.will-lose-since': {
    zh: '这份备份后来走了另一段历史。{from} 到 {to} 之间的 {count} 条记录会被换下，其中 {documents} 张单据。',
    en: {
      one: 'This backup went on differently. {count} entry from {from} to {to} will be replaced; documents among them: {documents}.',
      other:
        'This backup went on differently. {count} entries from {from} to {to} will be replaced; documents among them: {documents}.',
    },
  },
  'backups.will-lose-all': {
    zh: '这份备份是另一段历史。现在的账会整个被换下。',
    en: 'This backup is of another history. The books of now will be replaced as a whole.',
  },
  'backups.will-lose-unknown': {
    zh: '现在的店打不开，看不出会失去多少；备份之后记的账不在里面。',
    en: 'The shop cannot be opened, so it cannot be told. Whatever was recorded after the backup is not in it.',
  },
  'backups.will-lose-unseen': {
    zh: '这个文件要检查过才知道里面有什么；检查不过就什么都不动。',
    en: 'The file is checked first; unless it is whole, nothing is touched.',
  },
  'backups.old-file': { zh: '现在的文件', en: 'The file of now' },
  'backups.old-file-kept': {
    zh: '移到 backups 文件夹里单独存放，不会删除，以后还能换回来。',
    en: 'It is moved into the backups folder and kept, never deleted: you can go back to it.',
  },
  'backups.old-file-empty': { zh: '这是家新店，里面还没有账。', en: 'This shop is new and has no entries yet.' },
  'backups.understand': {
    zh: '我明白：备份以后记的账会从账本里换下来',
    en: 'I understand that what was recorded after the backup will no longer be in the books',
  },
  'backups.understand-same': {
    zh: '我要用这份备份换下现在的文件',
    en: 'I want this backup in the place of the file of now',
  },
  'backups.restored': { zh: '已恢复。', en: 'Restored.' },
  'backups.restored-lost-none': { zh: '没有失去任何记录', en: 'Nothing was lost' },
  'backups.restored-lost': {
    zh: '{count} 条记录，{documents} 张单据',
    en: {
      one: '{count} entry; documents among them: {documents}',
      other: '{count} entries; documents among them: {documents}',
    },
  },
  'backups.restored-span': { zh: '{lost}（{from} 到 {to}）', en: '{lost} ({from} to {to})' },
  'backups.lost-word': { zh: '换下', en: 'Lost' },
  'backups.up-to': { zh: '恢复到指纹', en: 'Restored up to' },
  'backups.moved-to': { zh: '旧文件', en: 'Former file' },
  'backups.check-now': { zh: '建议做一次完整检查。', en: 'A full check is advisable now.' },
  'backups.imported': {
    zh: '已从导出的数据重建：{events} 条记录，{rows} 行。',
    en: 'Made anew from the export: {events} entries, {rows} rows.',
  },

  'backups.closed-title': { zh: '店铺没有打开', en: 'The shop is not open' },
  'backups.closed-newer-file': {
    zh: '数据没有动过。更新程序以后再打开就好。',
    en: 'The data was not touched. Update this program, then open it again.',
  },
  'backups.closed-network-share': {
    zh: '请关闭程序，把整个文件夹复制到这台电脑上，再请维护电脑的人把程序的数据文件夹（BACKSHELF_DATA）改到那里。',
    en: 'Please close the program, copy the whole folder to this PC, and have whoever looks after the PC point the program’s data folder (BACKSHELF_DATA) there.',
  },
  'backups.closed-kept': {
    zh: '没有存下的内容还在屏幕后面，店铺一打开就能接着做。',
    en: 'What you typed is kept behind this screen and goes on once the shop is open.',
  },
  'backups.closed-retrying': { zh: '每隔几秒会自动再试。', en: 'It is tried again by itself every few seconds.' },
  'backups.closed-restore': {
    zh: '选一份备份恢复；现在的文件会移到一边，不会删除。',
    en: 'Choose a backup to restore. The file of now is put aside, never deleted.',
  },
  'backups.open-again': { zh: '再试一次', en: 'Try again' },
  'backups.show-folder': { zh: '打开文件夹', en: 'Show the folder' },
  'backups.copy-report': { zh: '复制报告', en: 'Copy the report' },
  'backups.copied': { zh: '已复制', en: 'Copied' },

  'backups.have-title': { zh: '以前用过回架？', en: 'Used Backshelf before?' },
  'backups.have-about': {
    zh: '换了电脑，可以从备份或导出的数据接着用。',
    en: 'On a new PC, go on from a backup or from an export of everything.',
  },
  'backups.have-backup': { zh: '我有备份…', en: 'I have a backup…' },
  'backups.have-export': { zh: '我有导出的全部数据…', en: 'I have a full export…' },
  'backups.find-title': { zh: '找到备份', en: 'Find the backup' },
  'backups.find-about': {
    zh: '备份是以 .db 结尾的文件，在旧电脑店铺文件夹的 backups 里，或在 U 盘上。',
    en: 'A backup is a file ending in .db: in “backups” inside the old PC’s shop folder, or on the USB stick.',
  },
  'backups.choose-file': { zh: '选文件…', en: 'Choose a file…' },
  'backups.choose-folder': { zh: '选文件夹…', en: 'Choose a folder…' },
});
