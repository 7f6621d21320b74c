import { Shim } from '../shim/shim.ts';
import { jobs } from './jobs.ts';
import type { FromJob, ToJob } from './preloaded.ts';

/* The process that runs a job with the shim between it and the disk. */

const tell = (message: FromJob): void => void process.send?.(message);

process.once('message', async ({ name, input }: ToJob) => {
  try {
    const run = jobs[name] as (shim: Shim, input: unknown, onDone: (done: number) => void) => Promise<unknown>;
    tell({ result: await run(new Shim(), input, (done) => tell({ done })) });
  } catch (error) {
    tell({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
