import { spawnSync } from 'node:child_process';

/** `npm run papers`: every document on every paper in every language, read back from its PDF, and measured at its longest. */
const journeys = ['--project', 'journeys', 'e2e/paper-suite', 'e2e/paper-longest'];
const { status } = spawnSync(process.execPath, ['build/test.ts', ...journeys, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, BACKSHELF_PAPERS: 'all' },
});
process.exitCode = status ?? 1;
