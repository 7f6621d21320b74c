import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { askForFolder } from './ask-folder.ts';

export type Pickers = {
  pickFile(extensions: readonly string[]): Promise<string | undefined>;
  pickFolder(): Promise<string | undefined>;
};

const run = promisify(execFile);

const windowsFolderScript = [
  'Add-Type -AssemblyName System.Windows.Forms',
  '[Console]::OutputEncoding = [System.Text.Encoding]::UTF8',
  '$dialog = New-Object System.Windows.Forms.FolderBrowserDialog',
  "if ($dialog.ShowDialog() -eq 'OK') { Write-Output $dialog.SelectedPath }",
].join('; ');

/** The folder dialog of the system, as a program of its own: a browser has none that tells the path. */
const folderDialogs: Partial<Record<NodeJS.Platform, readonly [program: string, args: readonly string[]]>> = {
  win32: ['powershell.exe', ['-NoProfile', '-STA', '-Command', windowsFolderScript]],
  darwin: ['osascript', ['-e', 'POSIX path of (choose folder)']],
  linux: ['zenity', ['--file-selection', '--directory']],
};

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function pickFolder(page: Page): Promise<string | undefined> {
  const dialog = folderDialogs[process.platform];
  if (dialog) {
    try {
      const { stdout } = await run(dialog[0], dialog[1]);
      return stdout.trim() || undefined;
    } catch (error) {
      // These programs end with 1 when the person turned back; a program that is not there is another matter.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
    }
  }
  return askForFolder(page, isFolder);
}

/** Chromium's own file dialog on a field that is never shown; the debugging pipe tells the chosen file's path. */
async function pickFile(page: Page, extensions: readonly string[]): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `(${chooseFile.toString()})(${JSON.stringify(extensions)})`,
      awaitPromise: true,
      userGesture: true,
    });
    if (!result.objectId) return undefined;
    const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId });
    return path;
  } finally {
    await session.detach();
  }
}

/** Runs in the page, as text. */
function chooseFile(extensions: readonly string[]): Promise<File | undefined> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = extensions.map((extension) => `.${extension}`).join(',');
    field.addEventListener('change', () => resolve(field.files?.[0]));
    field.addEventListener('cancel', () => resolve(undefined));
    field.click();
  });
}

export function systemPickers(page: Page): Pickers {
  return { pickFile: (extensions) => pickFile(page, extensions), pickFolder: () => pickFolder(page) };
}
