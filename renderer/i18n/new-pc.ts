import { texts } from './catalogue.ts';

/** Moving to another PC, and removing the program from this one. */
export const newPcTexts = texts({
  'newpc.title': { zh: '换到新电脑', en: 'Moving to a new PC' },
  'newpc.here': { zh: '在这台电脑上', en: 'On this PC' },
  'newpc.stick': {
    zh: '插上 U 盘，在下面选它作第二备份文件夹。',
    en: 'Plug in a USB stick and choose it below as the second backup folder.',
  },
  'newpc.back-up': {
    zh: '按“{button}”，等到写着“已备份”。U 盘上就有了备份和 {photos} 文件夹。',
    en: 'Press “{button}” and wait until it says that it is backed up. The stick then holds a backup and the folder {photos}.',
  },
  'newpc.there': { zh: '在新电脑上', en: 'On the new PC' },
  'newpc.install': {
    zh: '安装同一版本或更新版本的回架（现在是 {version}）。',
    en: 'Install this version of Backshelf ({version}) or a newer one.',
  },
  'newpc.restore': {
    zh: '第一次打开时按“{button}”，选 U 盘，恢复最新的一份。照片会从 U 盘一起带过来。',
    en: 'At the first start press “{button}”, choose the stick and restore the newest one. The photos come along from the stick.',
  },
  'newpc.check': {
    zh: '在「账本与备份」按 F8 做完整检查，再重新选打印机和第二备份文件夹。',
    en: 'Press F8 in Books and backups for the full check; then choose the printers and the second backup folder anew.',
  },
  'newpc.stop': {
    zh: '从此只用新电脑：两边都记账，账就分成两本，合不起来。',
    en: 'From then on use the new PC only: books kept on both become two, and cannot be joined again.',
  },
  'newpc.goes': { zh: '会带过去', en: 'Goes along' },
  'newpc.goes-what': {
    zh: '全部账、商品、客户、设置、人员、照片、没填完的单子。',
    en: 'All books, items, customers, settings, people, photos, and what was typed but not finished.',
  },
  'newpc.stays': { zh: '不会带过去', en: 'Stays behind' },
  'newpc.stays-what': {
    zh: '打印机、{exports} 里的月结包和 PDF、以前的备份。需要的话自己复制。',
    en: 'Printers, the month packs and PDFs in {exports}, earlier backups. Copy what you want to keep.',
  },
  'newpc.copied': { zh: '已备份到 U 盘：{path}', en: 'Backed up, and copied to the stick: {path}' },
  'newpc.not-copied': {
    zh: '已备份在这台电脑上，但没有抄到第二备份文件夹。请先选好 U 盘并插好。',
    en: 'Backed up on this PC, but not copied to a second folder. Choose the stick and plug it in first.',
  },

  'newpc.uninstall': { zh: '卸载', en: 'Removing the program' },
  'newpc.uninstall-stays': {
    zh: '卸载只去掉程序。店铺的数据文件夹一直留着，重新安装后接着用：',
    en: 'Only the program goes. The shop’s data folder stays, and a program installed later goes on with it:',
  },
  'newpc.remove-windows-installer': {
    zh: 'Windows 设置 → 应用 → 已安装的应用 → Backshelf → 卸载。',
    en: 'Windows Settings → Apps → Installed apps → Backshelf → Uninstall.',
  },
  'newpc.remove-windows-portable': { zh: '删掉程序文件就行。', en: 'Delete the program’s file.' },
  'newpc.remove-mac-image': {
    zh: '把“应用程序”里的 Backshelf 拖进废纸篓。',
    en: 'Drag Backshelf from Applications into the Trash.',
  },
  'newpc.remove-linux-appimage': { zh: '删掉 AppImage 文件就行。', en: 'Delete the AppImage.' },
  'newpc.remove-linux-package': {
    zh: '在系统的软件中心里卸载 Backshelf。',
    en: 'Remove Backshelf in the system’s software centre.',
  },
  'newpc.uninstall-data': {
    zh: '不想留数据的话，先备份，再自己删掉这个文件夹：删了就找不回来。',
    en: 'To remove the data as well, make a backup and delete this folder yourself: what is deleted is gone.',
  },
});
