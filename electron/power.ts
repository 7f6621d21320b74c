import { app, type BrowserWindow, powerMonitor } from 'electron';

type Options = {
  readonly window: BrowserWindow;
  /** Brings everything into the shop's file. */
  readonly rest: () => void;
  /** Asks who is there, where the shop has people. */
  readonly lock: () => void;
  readonly say: (line: string) => void;
};

/**
 * Before the PC sleeps, when its screen is locked and when the session ends: what is in the log goes into the shop's file, and the window is
 * locked. A shutdown closes the shop like any end of the program; what the system does not wait for is safe in the log all the same.
 */
export function restWithThePc({ window, rest, lock, say }: Options): void {
  const settle = (what: string) => (): void => {
    say(what);
    rest();
    lock();
  };
  powerMonitor.on('suspend', settle('the PC goes to sleep'));
  powerMonitor.on('lock-screen', settle('the screen was locked'));
  // macOS and Linux wait for a program that asks for it, Windows hardly.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault();
    say('the PC shuts down');
    app.quit();
  });
  // Somebody may still turn back: then the shop goes on.
  window.on('query-session-end', settle('the session is about to end'));
  window.on('session-end', () => {
    say('the session ends');
    app.quit();
  });
}
