/** What the shop's process says for the log begins with this; everything else on its standard error is somebody's last words. */
export const logMark = 'log: ';

export const asLogLine = (line: string): string => `${logMark}${line}\n`;

const maximumFrames = 8;

/** One line of a stack by names of the program's own files: where it lies on this PC is nobody's business. Empty for what is no such line. */
export function framePlace(line: string): string {
  const [, name, file] = /^\s+at (?:([\w.$<>[\] #]+) \()?(?:.*[\\/])?([^\\/\s]+:\d+:\d+)\)?$/.exec(line) ?? [];
  if (!file) return '';
  return name ? `at ${name} (${file})` : `at ${file}`;
}

/**
 * What a log may keep of an error, in one line: its class, its code and the places it came through. Never its message, which may hold what
 * somebody typed.
 */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const name = /^\w+$/.test(error.name) ? error.name : 'Error';
  const { code } = error as { readonly code?: unknown };
  const known = typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : '';
  const { stack = '', message } = error;
  const afterMessage = stack.slice(Math.max(stack.indexOf(message), 0) + message.length);
  const places = afterMessage.split('\n').map(framePlace).filter(Boolean).slice(0, maximumFrames);
  return [name, known, ...places].filter(Boolean).join(' ');
}
