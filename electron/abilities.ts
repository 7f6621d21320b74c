import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BrowserWindow,
  clipboard,
  dialog,
  Notification,
  nativeTheme,
  type OpenDialogOptions,
  shell,
} from 'electron';
import type { AskedAbilities, HostInfo, Look } from '../contract/host.ts';
import type { CommonAbilities } from '../host/common-abilities.ts';
import { pdfName } from '../host/paper.ts';
import type { Reach } from '../host/reach.ts';
import { saveText } from '../host/save-text.ts';
import { paperPdf, printersOf, printPaper } from './print.ts';
import { electronUpdates, endingOf, type UpdatedShop } from './update.ts';

type Parts = {
  readonly info: () => HostInfo;
  readonly window: () => BrowserWindow;
  readonly reach: Reach;
  readonly switchTo: (to: 'own' | 'demo') => Promise<void>;
  readonly showAs: (look: Look) => void;
  /** Abilities that every host has in the same way. */
  readonly common: CommonAbilities;
  readonly shop: UpdatedShop;
};

/** What the window may ask of Electron. Arguments have been checked at the door. */
export function electronAbilities(parts: Parts): AskedAbilities {
  const { info, window, reach, switchTo, showAs, common, shop } = parts;
  async function pick(options: OpenDialogOptions): Promise<string | undefined> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options);
    const path = canceled ? undefined : filePaths[0];
    if (path) reach.pick(path);
    return path;
  }
  const pickFile = (extensions: readonly string[]): Promise<string | undefined> =>
    pick({
      properties: ['openFile'],
      filters: extensions.length > 0 ? [{ name: extensions.join(', '), extensions: [...extensions] }] : [],
    });
  const pickFolder = (): Promise<string | undefined> => pick({ properties: ['openDirectory', 'createDirectory'] });
  return {
    info: async () => info(),
    pickFile: ({ extensions }) => pickFile(extensions),
    pickFolder,
    reveal: async (path) => {
      if (!(await reach.allows(path))) throw new Error(`Not below the shop's folder or a picked one: ${path}`);
      if (!(await stat(path)).isDirectory()) return shell.showItemInFolder(path);
      const problem = await shell.openPath(path);
      if (problem) throw new Error(problem);
    },
    printers: () => printersOf(window()),
    print: (job) => printPaper(job, window()),
    savePdf: async (job) => {
      const folder = join(info().folder, 'exports');
      const path = join(folder, pdfName(job));
      const bytes = await paperPdf(job, window());
      await mkdir(folder, { recursive: true });
      await writeFile(path, bytes);
      return path;
    },
    switchShop: switchTo,
    copyText: async (text) => clipboard.writeText(text),
    saveText: (file) => saveText(info().folder, file),
    notify: async ({ title, text }) => {
      if (!Notification.isSupported()) return;
      const shown = new Notification({ title, body: text, silent: true });
      shown.on('click', () => window().show());
      shown.show();
    },
    openMail: (address) => shell.openExternal(address),
    showAs: async (look) => {
      nativeTheme.themeSource = look.theme;
      showAs(look);
    },
    ...common,
    ...electronUpdates({
      ...shop,
      pick: (from, installedAs) => (from === 'file' ? pickFile([endingOf(installedAs)]) : pickFolder()),
    }),
  };
}
