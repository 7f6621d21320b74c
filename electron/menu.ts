import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Look } from '../contract/host.ts';
import type { MenuAction } from '../contract/host-bridge.ts';
import { type MenuWords, menuWords } from './menu-words.ts';

type Options = {
  readonly look: Pick<Look, 'locale' | 'textPercent'>;
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly act: (action: MenuAction) => void;
};
type Items = MenuItemConstructorOptions[];

const line: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as the platform has it: what the window can do, by the same ids and keys, and what the system does itself. */
export function setMenu(options: Options): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuOf(options)));
}

function menuOf({ look, platform, packaged, act }: Options): Items {
  const words = menuWords[look.locale];
  const isMac = platform === 'darwin';
  // The window hears its keys itself and keeps them; here they are shown.
  const item = (action: MenuAction, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => act(action),
    ...(accelerator && { accelerator, registerAccelerator: false }),
  });
  const about = item('about.open', words.about);
  const settings = item('place.settings', words.settings);
  const quit: MenuItemConstructorOptions = { label: words.quit, role: 'quit' };
  const file: Items = [
    item('import.open', words.import),
    item('care.open', words.backups),
    ...(isMac ? [line, { label: words.close, role: 'close' } as const] : [line, settings, line, quit]),
  ];
  const help: Items = [
    item('guide.open', words.guide, 'F1'),
    item('report.copy', words.report),
    ...(isMac ? [] : [line, about]),
  ];
  return [
    ...(isMac ? [{ label: 'Backshelf', submenu: appMenu({ words, about, settings, quit }) }] : []),
    { label: words.file, submenu: file },
    { label: words.edit, submenu: editMenu(words, item('find.focus', words.find, 'CmdOrCtrl+K')) },
    { label: words.view, submenu: [...textSizes(words, look.textPercent, item), line, ...systemView(words, packaged)] },
    ...(isMac ? [{ label: words.window, role: 'windowMenu' } as const] : []),
    { label: words.help, role: 'help', submenu: help },
  ];
}

type AppItems = Record<'about' | 'settings' | 'quit', MenuItemConstructorOptions> & { readonly words: MenuWords };

function appMenu({ words, about, settings, quit }: AppItems): Items {
  return [
    about,
    line,
    { ...settings, accelerator: 'Cmd+,' },
    line,
    { label: words.hide, role: 'hide' },
    { label: words.hideOthers, role: 'hideOthers' },
    { label: words.unhide, role: 'unhide' },
    line,
    quit,
  ];
}

function editMenu(words: MenuWords, find: MenuItemConstructorOptions): Items {
  return [
    { label: words.undo, role: 'undo' },
    { label: words.redo, role: 'redo' },
    line,
    { label: words.cut, role: 'cut' },
    { label: words.copy, role: 'copy' },
    { label: words.paste, role: 'paste' },
    { label: words.selectAll, role: 'selectAll' },
    line,
    find,
  ];
}

type ItemOf = (action: MenuAction, label: string, accelerator?: string) => MenuItemConstructorOptions;

/** The program's own size of text, which keeps the layout, in place of the browser's zoom. */
function textSizes(words: MenuWords, percent: number, item: ItemOf): Items {
  return [
    item('text.bigger', words.bigger, 'CmdOrCtrl+='),
    item('text.smaller', words.smaller, 'CmdOrCtrl+-'),
    item('text.usual', `${words.usual} (${percent} %)`, 'CmdOrCtrl+0'),
  ];
}

function systemView(words: MenuWords, packaged: boolean): Items {
  const developer: Items = packaged ? [] : [{ role: 'toggleDevTools' }, { role: 'reload' }];
  return [{ label: words.fullScreen, role: 'togglefullscreen' }, ...developer];
}
