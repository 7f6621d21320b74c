import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BrowserWindow, screen } from 'electron';
import { fittedPlace, type WindowPlace } from '../host/window-place.ts';

/** A window that is dragged says so many times a second. */
const restMs = 500;

function keptIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Where the window opens: where it was, on the screens there are now. */
export function placeFrom(file: string): ReturnType<typeof fittedPlace> {
  return fittedPlace(
    keptIn(file),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
}

/** Remembers every place it comes to rest in. That it cannot be written down is no reason to say anything. */
export function keepPlaceOf(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed()) return;
    const place: WindowPlace = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(place));
    } catch {
      // The next start opens it in the middle.
    }
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, restMs);
  };
  window.on('resize', later);
  window.on('move', later);
  window.on('maximize', later);
  window.on('unmaximize', later);
  window.on('close', keep);
}
