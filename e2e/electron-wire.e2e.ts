import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { wireConforms } from './support/conformance.ts';
import { type StandInHost, startStandIn } from './support/electron-stand-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'backshelf-electron-wire-'));
let host: StandInHost | undefined;
afterAll(() => {
  for (const path of [folder, host?.outFolder]) if (path) rmSync(path, { recursive: true, force: true });
});

wireConforms({
  name: 'Electron’s bundles under the stand-in',
  hasProcess: true,
  start: async () => {
    host = await startStandIn({
      folder,
      shopProgram: fileURLToPath(new URL('./support/buggy-shop-utility.ts', import.meta.url)),
    });
    return { transport: host.bridge, shopPid: host.shopPid, close: host.close };
  },
});
