import { app, type BrowserWindow, dialog } from 'electron';
import type { Locale } from '../contract/values/words.ts';
import { tooOften } from '../host/keeper.ts';
import { crashWords } from './menu-words.ts';

type Options = { readonly locale: () => Locale; readonly say: (line: string) => void };

/** How often a page may crash within a minute before a person is asked. */
const crashes = 3;

/** A page that crashed comes back by itself: what was typed is in the drafts. One that crashes again and again is told of. */
export function bringCrashedPageBack(window: BrowserWindow, { locale, say }: Options): void {
  let crashesTooOften = tooOften(crashes);

  async function ask(): Promise<void> {
    const { message, detail, again, quit } = crashWords[locale()];
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message,
      detail,
      buttons: [again, quit],
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0) return app.quit();
    crashesTooOften = tooOften(crashes);
    window.webContents.reload();
  }
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    say(`the page is gone: ${reason} ${exitCode}`);
    if (crashesTooOften()) void ask();
    else window.webContents.reload();
  });
}
