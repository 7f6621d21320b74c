import { texts } from './catalogue.ts';

/** The program itself: its guide, its report, its size of text, and where it keeps the shop. */
export const programTexts = texts({
  'program.text-bigger': { zh: '放大文字', en: 'Larger text' },
  'program.text-smaller': { zh: '缩小文字', en: 'Smaller text' },
  'program.text-usual': { zh: '标准文字大小', en: 'Usual text size' },
  'program.text-now': { zh: '文字大小：{percent}%', en: 'Text size: {percent}%' },
  'program.guide': { zh: '使用手册', en: 'Guide' },
  'program.guide-pages': { zh: '手册目录', en: 'Contents of the guide' },
  'program.copy-report': { zh: '复制报告', en: 'Copy a report' },
  'program.report-copied': {
    zh: '报告已复制，可以粘贴发给支持人员。里面没有客户、金额和输入的内容。',
    en: 'The report was copied: paste it into a message to support. It holds no customers, amounts or anything typed.',
  },
  'program.about': { zh: '关于回架', en: 'About Backshelf' },
  'program.about-text': {
    zh: '小店的退货台。账都在这台电脑上，不用联网，也没有云端账户。',
    en: 'The returns desk of a small shop. The books stay on this PC: no network, no cloud, no account.',
  },
  'program.version': { zh: '版本', en: 'Version' },
  'program.data-folder': { zh: '数据文件夹', en: 'Data folder' },
  'program.data-about': {
    zh: '店铺的账、照片和备份都在这个文件夹里。卸载程序不会删掉它。',
    en: 'The shop’s books, photos and backups lie in this folder. Removing the program leaves it alone.',
  },
  'program.licences': { zh: '开源许可', en: 'Licences' },
  'program.show-folder': { zh: '打开文件夹', en: 'Show the folder' },
  'program.move': { zh: '移到别的文件夹…', en: 'Move it…' },
  'program.move-named': {
    zh: '这个文件夹是启动时指定的，程序不能移动它。',
    en: 'This folder was named when the program was started, so the program does not move it.',
  },
  'program.move-other': { zh: '换一个文件夹…', en: 'Choose another…' },
  'program.move-title': { zh: '移动数据文件夹', en: 'Move the data folder' },
  'program.move-from': { zh: '现在在', en: 'Now in' },
  'program.move-to': { zh: '移到', en: 'Move to' },
  'program.move-what': {
    zh: '店铺会先关上，把所有文件抄过去，逐个核对，再检查一遍账本，然后在新的地方打开。中途断电也没关系：不成功就还在原处。',
    en: 'The shop is closed, every file is copied and compared, the books are checked, and the shop opens in the new place. If the power goes meanwhile, it is still where it was.',
  },
  'program.move-old': {
    zh: '原来的文件夹原样留着，不再使用。确认新的地方一切正常后，可以自己删掉。',
    en: 'The old folder stays as it is and is no longer used. Delete it yourself once all is well in the new place.',
  },
  'program.move-go': { zh: '开始移动', en: 'Move the shop' },
  'program.move-copying': { zh: '正在抄写和核对文件…', en: 'Copying and comparing files…' },
  'program.move-checking': { zh: '正在新的地方检查账本…', en: 'Checking the books in the new place…' },
  'program.moved': {
    zh: '店铺现在在 {to}。原来的文件夹 {from} 原样留着，不再使用。',
    en: 'The shop is now in {to}. The old folder {from} was left as it was and is no longer used.',
  },
  'program.moved-not-whole': {
    zh: '文件一个不差地移过去了，但账本检查发现了问题，移动之前就有。请看「账本与备份」。',
    en: 'Every file arrived unchanged, but the check of the books found something that was there before. See Books and backups.',
  },
  'program.unfit-named': {
    zh: '这个文件夹是启动时指定的，程序不能移动它。',
    en: 'This folder was named when the program was started, so it is not moved.',
  },
  'program.unfit-not-allowed': {
    zh: '只有可以改店铺设置的人能移动数据文件夹。',
    en: 'Only somebody who may change the shop’s settings can move the data folder.',
  },
  'program.unfit-no-folder': {
    zh: '没有这个文件夹，请重新选择。',
    en: 'There is no such folder. Please choose another.',
  },
  'program.unfit-not-writable': {
    zh: '这个文件夹不能写入，请换一个。',
    en: 'Nothing can be written into this folder. Please choose another.',
  },
  'program.unfit-nested': {
    zh: '新文件夹不能在店铺或程序的文件夹里面，也不能把店铺的文件夹包在里面。',
    en: 'The new folder must not lie within the folder of the shop or of the program, nor the shop’s folder within it.',
  },
  'program.unfit-not-empty': {
    zh: '这个文件夹里已经有东西了。请选一个空的，或者新建一个。',
    en: 'There is something in this folder already. Please choose an empty one, or make a new one.',
  },
  'program.unfit-network-share': {
    zh: '这是网络共享文件夹。店铺必须放在本机的硬盘上，否则断线时账会坏。',
    en: 'This is a network share. The shop must lie on a drive of this PC: a lost connection would damage the books.',
  },
  'program.unfit-removable': {
    zh: '这是可以拔下来的盘。店铺要放在固定的硬盘上；U 盘适合放备份。',
    en: 'This drive can be pulled out. The shop needs a fixed drive; a stick is the right place for backups.',
  },
  'program.unfit-synced': {
    zh: '{detail} 会同步这个文件夹，写到一半的账会被它弄乱。请选一个不同步的。',
    en: '{detail} copies this folder elsewhere and would disturb the books while they are written. Please choose one that it leaves alone.',
  },
  'program.unfit-too-long': {
    zh: '这个路径太长，里面的文件会打不开。请选一个短一点的。',
    en: 'This path is too long: files in it could not be opened. Please choose a shorter one.',
  },
  'program.unfit-no-room': {
    zh: '那个盘上空间不够，请腾出地方或换一个盘。',
    en: 'There is not enough room on that drive. Make room, or choose another.',
  },
  'program.unfit-in-use': {
    zh: '店铺正被另一个窗口或命令使用，关掉它再试。',
    en: 'Another window or command has the shop open. Close it and try again.',
  },
  'program.unfit-copy-differs': {
    zh: '抄过去的文件和原来的不一样：那个盘可能有问题。店铺还在原处，请换一个盘。',
    en: 'What was read back differs from what was written: that drive may be failing. The shop is where it was; choose another drive.',
  },
  'program.unfit-does-not-open': {
    zh: '店铺在新的地方打不开，所以还在原处。请换一个文件夹。',
    en: 'The shop does not open in the new place, so it stays where it was. Please choose another folder.',
  },
  'program.unfit-disk': {
    zh: '写入时磁盘出错，店铺还在原处。请检查那个盘，或换一个。',
    en: 'The disk failed while it was written to. The shop is where it was; check that drive or choose another.',
  },
  'program.unfit-stopped': {
    zh: '移动中断了，店铺还在原处，什么都没丢。可以再试一次。',
    en: 'The move was broken off. The shop is where it was and nothing is lost; you may try again.',
  },
  'program.start-again': { zh: '重新启动店铺', en: 'Start the shop again' },
  'program.gave-up': {
    zh: '店铺连续几次意外停止，已不再自动启动。已经记下的账都在，输入的内容也还在。',
    en: 'The shop stopped several times and is not started by itself any more. What was recorded is safe, and what you typed is still here.',
  },
  'program.open-first': {
    zh: '请先完成第一次设置，再打开这个文件。',
    en: 'Please answer the questions of the first start, then open this file.',
  },
});
