import { texts } from './catalogue.ts';

/** Putting a newer program in the place of this one. */
export const updateTexts = texts({
  'update.title': { zh: '更新与换电脑', en: 'Updates and a new PC' },
  'update.open': { zh: '打开', en: 'Open' },
  'update.group': {
    zh: '版本 {version}。从文件或 U 盘更新，搬到新电脑。',
    en: 'Version {version}. Update from a file or stick, move to a new PC.',
  },
  'update.program': { zh: '更新程序', en: 'Update the program' },
  'update.now': { zh: '现在的版本', en: 'This version' },
  'update.system': { zh: '安装方式', en: 'Installed as' },
  'update.about': {
    zh: '更新是一个文件，用 U 盘带来或自己下载。程序从不自己上网找更新。',
    en: 'An update is a file that you bring on a stick or download yourself. The program never looks for one on the network.',
  },
  'update.needs': {
    zh: '安装文件旁边要有 {sums} 和 {signature} 两个文件：它们证明更新是真的。',
    en: 'The files {sums} and {signature} must lie beside it: they prove that the update is genuine.',
  },
  'update.choose-file': { zh: '选择安装文件…', en: 'Choose the file…' },
  'update.choose-folder': { zh: '选择文件夹或 U 盘…', en: 'Choose a folder or stick…' },
  'update.not-here': {
    zh: '这里只能看版本：更新是给安装版程序用的，这个窗口不是从安装版打开的。',
    en: 'Updates are for the installed program. This window was not opened from one, so it only shows the version.',
  },
  'update.checking': { zh: '正在核对签名并复制…', en: 'Checking the signature and copying…' },
  'update.found': { zh: '{file} 是真的：版本 {version}。', en: '{file} is genuine: version {version}.' },
  'update.start': { zh: '备份并更新', en: 'Back up and update' },
  'update.leave': { zh: '先不更新', en: 'Not now' },
  'update.starting': { zh: '正在备份，然后关闭店铺…', en: 'Backing up, then closing the shop…' },
  'update.closing': { zh: '回架马上关闭，更新接着进行。', en: 'Backshelf closes now and the update goes on.' },

  'update.as-windows-installer': { zh: 'Windows 安装版', en: 'Windows, installed' },
  'update.as-windows-portable': { zh: 'Windows 免安装版', en: 'Windows, portable' },
  'update.as-mac-image': { zh: 'macOS 应用', en: 'macOS app' },
  'update.as-linux-appimage': { zh: 'Linux AppImage 单文件版', en: 'Linux AppImage' },
  'update.as-linux-package': { zh: 'Linux 软件包（deb）', en: 'Linux package (deb)' },

  'update.next-windows-installer': {
    zh: '先备份，再关闭回架，然后打开安装程序：一路点“下一步”，装好后从桌面图标打开。',
    en: 'First a backup, then Backshelf closes and the installer opens: press Next until it is done, then start from the icon.',
  },
  'update.next-windows-portable': {
    zh: '先备份，再关闭回架；新程序放在旧程序旁边并打开。以后用新的，旧文件可以删掉。',
    en: 'First a backup, then Backshelf closes; the new program is put beside the old one and opens. Use it from now on and delete the old file.',
  },
  'update.next-mac-image': {
    zh: '先备份，再关闭回架，然后打开磁盘映像：把回架拖进“应用程序”，选“替换”。',
    en: 'First a backup, then Backshelf closes and the disk image opens: drag Backshelf into Applications and choose Replace.',
  },
  'update.next-linux-appimage': {
    zh: '先备份，再关闭回架；旧文件换成新的，并重新打开。文件名不变。',
    en: 'First a backup, then Backshelf closes, its file is replaced and it opens again. The file keeps its name.',
  },
  'update.next-linux-package': {
    zh: '先备份，再关闭回架，然后由系统的软件安装程序打开：点“安装”，再重新打开回架。',
    en: 'First a backup, then Backshelf closes and the system’s software installer opens: press Install, then start Backshelf again.',
  },

  'update.refused-not-installed': {
    zh: '更新是给安装版程序用的，这个窗口不是从安装版打开的。',
    en: 'Updates are for the installed program. This window was not opened from one.',
  },
  'update.refused-sums-missing': {
    zh: '旁边没有 {sums} 或 {signature}，没法证明这个更新是真的。请把发布的文件一起拷到同一个文件夹。',
    en: '{sums} or {signature} is missing beside it, so nothing proves that the update is genuine. Copy the files of the release into one folder.',
  },
  'update.refused-signature-wrong': {
    zh: '签名不对：这个更新不是我们发布的，或者被改动过。请不要安装，重新下载后再试。',
    en: 'The signature is not ours: the update was not made by us or was altered. Do not install it; get the files again.',
  },
  'update.refused-sums-not-readable': {
    zh: '{sums} 看不懂或读不出来。请重新下载发布的文件。',
    en: '{sums} cannot be read. Please get the files of the release again.',
  },
  'update.refused-not-listed': {
    zh: '{sums} 里没有 {file}。请用发布时的原名，不要改文件名。',
    en: '{sums} does not name {file}. Please leave the file its own name.',
  },
  'update.refused-file-missing': {
    zh: '文件夹里缺少 {file}。请把它也拷过来。',
    en: '{file} is missing in the folder. Please copy it there as well.',
  },
  'update.refused-not-for-this-pc': {
    zh: '这里没有适合这台电脑的安装文件。这台电脑需要：{needed}。',
    en: 'There is no installer for this PC here. It needs: {needed}.',
  },
  'update.refused-older-version': {
    zh: '{file} 是旧版本 {version}，现在用的是 {ours}。不能换回旧版本，旧程序读不了新的账。',
    en: '{file} is the older version {version}; you have {ours}. There is no way back: an older program cannot read newer books.',
  },
  'update.refused-same-version': {
    zh: '{file} 就是现在用的版本 {version}，不用更新。',
    en: '{file} is version {version}, which you have already.',
  },
  'update.refused-too-large': {
    zh: '{file} 太大，不像是安装文件。请重新下载。',
    en: '{file} is too large to be an installer. Please get it again.',
  },
  'update.refused-not-readable': {
    zh: '读不了 {file}。请检查 U 盘有没有插好，文件是不是快捷方式。',
    en: '{file} cannot be read. Is the stick still in, and is it the file itself, not a link to it?',
  },
  'update.refused-cannot-copy': {
    zh: '复制不了 {file}：磁盘可能满了。请腾出空间再试。',
    en: '{file} could not be copied: the disk may be full. Make room and try again.',
  },
  'update.refused-content-wrong': {
    zh: '{file} 的内容和签名时不一样：文件坏了，或被换过。请不要安装，重新下载。',
    en: '{file} is not what was signed: it is damaged or was swapped. Do not install it; get it again.',
  },
  'update.refused-backup-failed': {
    zh: '备份没有成功，所以没有更新，什么都没变。请到「账本与备份」看看原因。',
    en: 'The backup failed, so nothing was updated and nothing has changed. See Books and backups for why.',
  },
  'update.refused-place-not-writable': {
    zh: '回架所在的文件夹不能写入，换不了。请把程序文件移到自己的文件夹，或手动换上新文件。',
    en: 'Backshelf lies in a folder that cannot be written to. Move its file into a folder of yours, or replace it by hand.',
  },
  'update.refused-shop-in-program': {
    zh: '店铺的数据放在程序的文件夹里，安装新版会把它一起删掉，所以没有更新。请先在设置 → 数据文件夹里把它移到别处。',
    en: 'The shop’s data lies in the program’s folder, which an installer empties, so nothing was updated. First move it elsewhere: Settings → Data folder.',
  },
  'update.refused-cannot-start': {
    zh: '系统没有打开更新，店铺照常开着，什么都没变。可能被杀毒软件拦住了；也可以自己双击安装文件。',
    en: 'The system did not open the update. The shop is open as before and nothing has changed. A virus scanner may have stopped it; you may also open the file yourself.',
  },
});
