import { fileURLToPath } from 'node:url';
import { compileIfStale } from './compile/compile.ts';
import { buildInstallers, packFolder } from './pack/pack.ts';
import { targetHere } from './pack/target.ts';

/** `npm run pack`: a folder that starts on this PC. `npm run release`: every installer for this system. Both into `release/`. */
const root = fileURLToPath(new URL('..', import.meta.url));

await compileIfStale(root);
if (process.argv.includes('--installers')) await buildInstallers(root);
else console.log(await packFolder({ root, target: targetHere(), output: `${root}release` }));
