import { toolCheck } from './tool.ts';

export const types = toolCheck({
  name: 'types',
  title: 'TypeScript',
  script: 'typescript/bin/tsc',
  args: ['--noEmit'],
});

/** The shop's side runs where there is no window, so the names of the DOM must not even be known there. */
export const windowless = toolCheck({
  name: 'windowless',
  title: 'TypeScript of the shop without a DOM',
  script: 'typescript/bin/tsc',
  args: ['--noEmit', '--project', 'build/checks/tsconfig.windowless.json'],
});

export const svelte = toolCheck({
  name: 'svelte',
  title: 'Svelte components',
  script: 'svelte-check/bin/svelte-check',
  args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
});

export const style = toolCheck({
  name: 'style',
  title: 'lint and format',
  script: '@biomejs/biome/bin/biome',
  args: ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', '.'],
  fixArgs: ['check', '--write', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', '.'],
});

export const unused = toolCheck({
  name: 'unused',
  title: 'files, exports and packages nobody uses',
  script: 'knip/bin/knip.js',
  args: ['--no-progress'],
});
