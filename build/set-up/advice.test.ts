import { expect, test } from 'vitest';
import { advice } from './advice.ts';

test('on Windows any of two browsers is enough, said in both languages', () => {
  expect(advice({ platform: 'win32', missing: ['chromium'] }).split('\n')).toEqual([
    'Please install Microsoft Edge or Google Chrome, then run this command again.',
    '请先安装 Microsoft Edge 或 Google Chrome，再运行本命令。',
  ]);
});

test('on Linux the command for what is missing stands beside the browsers to choose from', () => {
  expect(advice({ platform: 'linux', missing: ['chromium', 'xvfb'] }).split('\n')).toEqual([
    'Please install Chromium, Chrome or Edge (on Debian: sudo apt-get install chromium xvfb), then run this command again.',
    '请先安装 Chromium、Chrome 或 Edge（Debian：sudo apt-get install chromium xvfb），再运行本命令。',
  ]);
});

test('what is only nice to have is named without asking to start over', () => {
  expect(advice({ platform: 'linux', missing: ['xvfb', 'zbar-tools'] }).split('\n')).toEqual([
    'Going on without xvfb, zbar-tools (on Debian: sudo apt-get install xvfb zbar-tools).',
    '暂缺 xvfb、zbar-tools，继续运行（Debian：sudo apt-get install xvfb zbar-tools）。',
  ]);
});
