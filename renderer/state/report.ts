import { errorKind } from '../../contract/log-line.ts';
import { host } from './bridge.ts';

/** Copies what whoever looks after the PC needs: what happened here, then the host's own report. */
export async function copyReport(what?: string): Promise<void> {
  const report = await host().report();
  await host().copyText([what, report].filter(Boolean).join('\n\n'));
}

/** Bugs of the window itself go into the log: what they are and where, never what was typed. */
export function noteBugs(): void {
  const note = (error: unknown): void => {
    // A host that cannot write it down has troubles of its own.
    void host()
      .noteBug(errorKind(error))
      .catch(() => undefined);
  };
  addEventListener('error', ({ error }) => note(error));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
}
