import { expect, test } from 'vitest';
import { refusedSwitch } from './refused-switches.ts';

test.each([
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--inspect-wait=1',
  '--debug-port=1',
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--js-flags=--allow-natives-syntax',
  '--auto-open-devtools-for-tabs',
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--single-process',
  '--disable-site-isolation-trials',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--allow-file-access-from-files',
  '--unsafely-treat-insecure-origin-as-secure=http://a.example',
  '--ignore-certificate-errors',
  '--enable-blink-features=X',
  '--disable-features=IsolateOrigins',
  '--renderer-cmd-prefix=sh',
  '--utility-cmd-prefix=sh',
  '--gpu-launcher=sh',
  '--browser-subprocess-path=/tmp/x',
  '--load-extension=/tmp/x',
  '--host-rules=MAP * 10.0.0.1',
  '--host-resolver-rules=MAP * 10.0.0.1',
  '--proxy-server=10.0.0.1:8080',
  '--no-proxy-server',
  '--auth-server-allowlist=*',
  '--log-net-log=/tmp/x',
  '--ssl-key-log-file=/tmp/x',
  '--enable-logging=file',
  '--user-data-dir=/tmp/x',
  '-inspect',
  '--INSPECT',
])('%s is refused', (argument) => {
  expect(refusedSwitch(['sales.csv', argument], 'linux')).toBe(argument.split('=')[0]);
});

test('on Windows a slash begins a switch too; elsewhere it begins a path', () => {
  expect(refusedSwitch(['/Inspect=9229'], 'win32')).toBe('/Inspect');
  expect(refusedSwitch(['/inspect/sales.csv', '/sandbox'], 'linux')).toBeUndefined();
});

test('what systems and people give a program to start with is not refused', () => {
  const usual = [
    '/home/li/no-sandbox.csv',
    'C:\\Users\\li\\inspect.backshelf',
    '--force-device-scale-factor=1.5',
    '--ozone-platform=wayland',
    '--disable-gpu',
    '--lang=zh-CN',
    '-psn_0_12345',
    '-NSDocumentRevisionsDebugMode',
    '--prefetch:1',
    '--original-process-start-time=1',
    '--',
    '-',
    '',
  ];
  expect(refusedSwitch(usual, 'win32')).toBeUndefined();
  expect(refusedSwitch(usual, 'darwin')).toBeUndefined();
});
