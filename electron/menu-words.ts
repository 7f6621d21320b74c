import type { Locale } from '../contract/values/words.ts';

const zh = {
  file: '文件',
  import: '导入文件…',
  backups: '账本与备份',
  settings: '设置…',
  close: '关闭窗口',
  quit: '退出回架',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  find: '查找…',
  view: '显示',
  bigger: '放大文字',
  smaller: '缩小文字',
  usual: '标准大小',
  fullScreen: '全屏',
  window: '窗口',
  help: '帮助',
  guide: '使用手册',
  report: '复制报告（给支持人员）',
  about: '关于回架',
  hide: '隐藏回架',
  hideOthers: '隐藏其他',
  unhide: '全部显示',
};
export type MenuWords = typeof zh;

const en: MenuWords = {
  file: 'File',
  import: 'Import a file…',
  backups: 'Books and backups',
  settings: 'Settings…',
  close: 'Close window',
  quit: 'Quit Backshelf',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  find: 'Find…',
  view: 'View',
  bigger: 'Larger text',
  smaller: 'Smaller text',
  usual: 'Usual size',
  fullScreen: 'Full screen',
  window: 'Window',
  help: 'Help',
  guide: 'Guide',
  report: 'Copy a report for support',
  about: 'About Backshelf',
  hide: 'Hide Backshelf',
  hideOthers: 'Hide others',
  unhide: 'Show all',
};

export const menuWords: Readonly<Record<Locale, MenuWords>> = { 'zh-CN': zh, en };

type CrashWords = { readonly message: string; readonly detail: string; readonly again: string; readonly quit: string };

/** What is said where the page itself cannot say it any more. */
export const crashWords: Readonly<Record<Locale, CrashWords>> = {
  'zh-CN': {
    message: '窗口连续出错，已停止重新打开。',
    detail:
      '已经记下的账都在，输入了一半的内容留在草稿里。请重新打开窗口；还是不行就退出再启动，并把日志交给支持人员。',
    again: '重新打开窗口',
    quit: '退出',
  },
  en: {
    message: 'The window crashed several times and was not opened again.',
    detail:
      'Everything recorded is safe, and what was half typed is kept as a draft. Open the window again; if that does not help, quit and start anew, and give the log to support.',
    again: 'Open the window again',
    quit: 'Quit',
  },
};
