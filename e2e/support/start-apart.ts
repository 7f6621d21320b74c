import { setTimeout as wait } from 'node:timers/promises';
import { runMain } from '../../build/stand-in/load.ts';

/** A program of its own: runs the main process named first, under the circumstances named second, and prints what it did at its start. */
const [, , mainPath = '', circumstances = '{}'] = process.argv;
const { recorded } = runMain(mainPath, JSON.parse(circumstances));
// A start that goes on has opened its window by then.
await wait(200);
const { quits, exits, errorBoxes, windows } = recorded;
process.stdout.write(JSON.stringify({ quits, exits, errorBoxes, windows: windows.length }));
process.exit(0);
