import { once } from 'node:events';
import type { Outcome, ProcedureName, Progress } from '../contract/api.ts';
import type { Locale } from '../contract/values/words.ts';
import { refusalSentence } from '../contract/words/index.ts';

/** Exit codes of CONTRACT "Command line". */
export const exitCodes = { ok: 0, bug: 1, invalid: 2, refused: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What is printed, and what the program ends with. */
export type Said = { readonly json: unknown; readonly exit: ExitCode };

/** The result itself, or why there is none; a refusal gets its sentence here. */
export function sayOutcome(outcome: Outcome<ProcedureName>, locale: Locale): Said {
  if ('ok' in outcome) return { json: outcome.ok, exit: exitCodes.ok };
  if ('invalid' in outcome) return { json: { invalid: outcome.invalid }, exit: exitCodes.invalid };
  const { code, data } = outcome.refused;
  const message = refusalSentence(outcome.refused, locale);
  return { json: { refused: { code, data, message } }, exit: exitCodes.refused };
}

/** Writes one JSON value and a line end, and waits until a slow reader has room again. */
export async function writeJson(value: unknown, { pretty }: { pretty: boolean }): Promise<void> {
  const text = `${JSON.stringify(value, null, pretty ? 2 : undefined)}\n`;
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Ends the program once everything said has left it. */
export async function leave(exit: ExitCode): Promise<never> {
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit(exit);
}

/** One line on the terminal that is written over and over; nothing where nobody looks. */
export function progressLine(stream: NodeJS.WriteStream): { show(progress: Progress): void; clear(): void } {
  let shown = false;
  return {
    show: ({ phase, done, total }) => {
      if (!stream.isTTY) return;
      shown = true;
      stream.write(`\r\u001b[K${phase} ${done}${total === undefined ? '' : ` / ${total}`}`);
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[K');
      shown = false;
    },
  };
}
