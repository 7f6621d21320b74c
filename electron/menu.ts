import { Menu, type MenuItemConstructorOptions } from 'electron';

const words = {
  zh: { file: '文件', quit: '退出', edit: '编辑', view: '显示' },
  en: { file: 'File', quit: 'Quit', edit: 'Edit', view: 'View' },
};

/** Little more than what the keyboard needs: everything else is in the window itself. */
export function setMenu({ locale, packaged }: { locale: string; packaged: boolean }): void {
  const { file, quit, edit, view } = words[locale.startsWith('zh') ? 'zh' : 'en'];
  const first: MenuItemConstructorOptions =
    process.platform === 'darwin' ? { role: 'appMenu' } : { label: file, submenu: [{ label: quit, role: 'quit' }] };
  const developer: MenuItemConstructorOptions[] = packaged ? [] : [{ role: 'toggleDevTools' }, { role: 'reload' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      first,
      { label: edit, role: 'editMenu' },
      { label: view, submenu: [{ role: 'togglefullscreen' }, ...developer] },
    ]),
  );
}
