import { backupBench } from './backup.ts';
import { findBench } from './find.ts';
import { importBench } from './import.ts';
import { type Bench, reportLine } from './measure.ts';
import { packBench } from './pack.ts';
import { queuesBench } from './queues.ts';
import { settleBench } from './settle.ts';
import { stockBench } from './stock.ts';
import { verifyBench } from './verify.ts';
import { wireBench } from './wire.ts';

const benches: readonly Bench[] = [
  settleBench,
  importBench,
  findBench,
  stockBench,
  wireBench,
  verifyBench,
  backupBench,
  packBench,
  queuesBench,
];
const wanted = process.argv.slice(2);

console.log(`${''.padEnd(58)}${'ours'.padStart(14)}${'floor'.padStart(14)}${'ratio'.padStart(10)}   aim`);
for (const bench of benches.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const measure of await bench.run()) console.log(reportLine(measure));
}
