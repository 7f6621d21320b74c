type Situation = {
  readonly platform: NodeJS.Platform;
  /** Debian packages that are still missing. */
  readonly missing: readonly string[];
};

/** What a person has to install by hand, in both languages. */
export function advice({ platform, missing }: Situation): string {
  if (platform !== 'linux') {
    return [
      'Please install Microsoft Edge or Google Chrome, then run this command again.',
      '请先安装 Microsoft Edge 或 Google Chrome，再运行本命令。',
    ].join('\n');
  }
  const command = `sudo apt-get install ${missing.join(' ')}`;
  if (missing.includes('chromium')) {
    return [
      `Please install Chromium, Chrome or Edge (on Debian: ${command}), then run this command again.`,
      `请先安装 Chromium、Chrome 或 Edge（Debian：${command}），再运行本命令。`,
    ].join('\n');
  }
  return [
    `Going on without ${missing.join(', ')} (on Debian: ${command}).`,
    `暂缺 ${missing.join('、')}，继续运行（Debian：${command}）。`,
  ].join('\n');
}
