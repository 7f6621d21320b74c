import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../browser-host/find-browser.ts';

/** What the set-up is for. */
export const purposes = ['start', 'test'] as const;
export type Purpose = (typeof purposes)[number];

/** Something of the system itself that npm cannot bring, by its Debian package. */
type Need = {
  readonly aptPackage: string;
  readonly purposes: readonly Purpose[];
  readonly present: () => boolean;
};

const needs: readonly Need[] = [
  { aptPackage: 'chromium', purposes: ['start', 'test'], present: () => findBrowser() !== undefined },
  { aptPackage: 'fonts-noto-cjk', purposes: ['start', 'test'], present: hasChineseFont },
  { aptPackage: 'xvfb', purposes: ['start'], present: () => hasDisplay() || onPath('Xvfb') },
  { aptPackage: 'xvfb', purposes: ['test'], present: () => onPath('Xvfb') },
  // xvfb-run does not start without it, though Debian only recommends it.
  { aptPackage: 'xauth', purposes: ['start'], present: () => hasDisplay() || onPath('xauth') },
  { aptPackage: 'xauth', purposes: ['test'], present: () => onPath('xauth') },
  { aptPackage: 'poppler-utils', purposes: ['test'], present: () => onPath('pdftotext') },
  // The faults are made by a small C library, which is compiled when they are tried.
  { aptPackage: 'gcc', purposes: ['test'], present: () => onPath('gcc') },
  { aptPackage: 'libc6-dev', purposes: ['test'], present: () => existsSync('/usr/include/stdio.h') },
  // The programs that read what goes to the accountant.
  { aptPackage: 'hledger', purposes: ['test'], present: () => onPath('hledger') },
  { aptPackage: 'libreoffice-calc', purposes: ['test'], present: () => onPath('soffice') },
  { aptPackage: 'zbar-tools', purposes: ['test'], present: () => onPath('zbarimg') },
];

/** The Debian packages this machine lacks for a purpose. */
export function missingFor(purpose: Purpose): string[] {
  return needs.filter((need) => need.purposes.includes(purpose) && !need.present()).map(({ aptPackage }) => aptPackage);
}

function hasChineseFont(): boolean {
  return (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
}

function hasDisplay(): boolean {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Whether a program can be called by its name. */
export function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => canRun(join(folder, program)));
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
