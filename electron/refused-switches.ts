/** Names of switches with which a program is opened to others or loses its walls; by families, since new ones keep the old beginnings. */
const refused: readonly RegExp[] = [
  // Debuggers and remote control: Node's, V8's and Chromium's.
  /^(inspect|debug)/,
  /^experimental-network-inspection$/,
  /^remote-(debugging|allow)/,
  /^js-flags$/,
  /^auto-open-devtools/,
  /^enable-automation$/,
  /^(headless|test-type)$/,
  // The sandbox, and the walls between pages.
  /sandbox/,
  /^(single-process|in-process-gpu|no-zygote)$/,
  /^(disable-site-isolation|site-per-process|isolate-origins)/,
  /^disable-web-security$/,
  /^(allow|unsafely|ignore)-.*(insecure|file-access|cert)/,
  /^(enable|disable)-(blink-)?features$/,
  /^enable-experimental/,
  // Programs and scripts in place of our own.
  /-(cmd-prefix|launcher)$/,
  /^browser-subprocess-path$/,
  /^(load|disable)-(extension|component)/,
  // A way to the network, where there is none.
  /^host-(rules|resolver-rules)$/,
  /proxy/,
  /^auth-/,
  // What happens in the window written down elsewhere.
  /^(log-|net-log|enable-logging|ssl-key-log|trace-)/,
  /^(user-data|disk-cache|crash-dumps|diagnostic)-dir$/,
];

/** As Chromium reads it: one or two hyphens, on Windows a slash too and any case; nothing for what is no switch. */
function nameOf(argument: string, platform: NodeJS.Platform): string | undefined {
  const shape = platform === 'win32' ? /^(?:--?|\/)([\w-]+)(?:=|$)/ : /^--?([\w-]+)(?:=|$)/;
  return shape.exec(argument)?.[1]?.toLowerCase();
}

/** The first argument that is not to be: as it was given, without its value. Files to be opened are none of these. */
export function refusedSwitch(args: readonly string[], platform: NodeJS.Platform): string | undefined {
  const found = args.find((argument) => {
    const name = nameOf(argument, platform);
    return name !== undefined && refused.some((family) => family.test(name));
  });
  return found?.split('=', 1)[0]?.slice(0, 60);
}
