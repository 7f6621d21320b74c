import { EventEmitter } from 'node:events';
import type { Display, NativeTheme, PowerMonitor, Rectangle, Screen } from 'electron';

/** One screen; a test may pull it out or put others beside it before the program starts. */
export const workAreas: Rectangle[] = [{ x: 0, y: 0, width: 1920, height: 1040 }];

export const screen = {
  getAllDisplays: () => workAreas.map((workArea) => ({ workArea }) as Display),
} satisfies Pick<Screen, 'getAllDisplays'>;

/** What the PC tells of itself: a test emits it. */
export const powerMonitor = new EventEmitter() satisfies Pick<PowerMonitor, 'emit'>;

export const nativeTheme: Pick<NativeTheme, 'themeSource'> = { themeSource: 'system' };
