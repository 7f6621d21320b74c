import { workerData } from 'node:worker_threads';
import { answerCalls, type WorkerDoing } from '../worker-calls.ts';
import type { ApartCall } from './apart.ts';
import { apartTasks } from './apart-tasks.ts';

const { folder } = workerData as { folder: string };

type AnyTask = (doing: WorkerDoing, input: unknown) => unknown;

answerCalls(folder, ({ name, input }: ApartCall, doing) => (apartTasks[name] as AnyTask)(doing, input));
