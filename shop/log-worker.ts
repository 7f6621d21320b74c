import { workerData } from 'node:worker_threads';
import { copyLog, emptyLog } from '../db/log.ts';
import type { Connection } from '../db/open.ts';
import { openForLog } from '../db/open.ts';
import type { LogCall } from './log-keeper.ts';
import { answerCalls } from './worker-calls.ts';

const { folder } = workerData as { folder: string };

let connection: Connection | undefined;

answerCalls(folder, (how: LogCall) => {
  connection ??= openForLog(folder);
  if (how === 'copy') copyLog(connection.raw);
  else emptyLog(connection.raw);
});
