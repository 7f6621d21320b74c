import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const folders = '{contract,db,shop,host,renderer,electron,browser-host,cli,build,fixtures}';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        // The window's state classes are compiled as for a browser: on a server runes do not react.
        plugins: [svelte({ configFile: false, dynamicCompileOptions: () => ({ generate: 'client' }) })],
        resolve: { conditions: ['browser'] },
        // Each shop of a test starts its reader anew, which takes its time on a machine that does other things as well.
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.ts`],
          sequence: { groupOrder: 0 },
          testTimeout: 60_000,
        },
      },
      {
        // Each journey has a browser of its own. Two at a time share the cores, and a busy machine can be slower than a person's patience: what
        // fails three times has failed. What is polled is waited for as long as what the browser is asked for. The shop's process starts anew
        // for each of them, from the same files: what Node made of these is kept.
        test: {
          name: 'journeys',
          include: ['e2e/**/*.e2e.ts'],
          sequence: { groupOrder: 1 },
          retry: 2,
          expect: { poll: { timeout: 30_000 } },
          env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/backshelf', import.meta.url)) },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
