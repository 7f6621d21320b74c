import { asMessage } from './message.ts';
import { type HistoryOptions, runHistory } from './run.ts';

/** A process of its own that runs one history after another, as it is asked. */
process.on('message', async (options: HistoryOptions) => {
  process.send?.(asMessage(await runHistory(options)));
});
