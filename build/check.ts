import { type Check, failed, type Outcome } from './checks/check.ts';
import { decisions } from './checks/decisions.ts';
import { layers } from './checks/layers.ts';
import { lock } from './checks/lock.ts';
import { sizes } from './checks/sizes.ts';
import { style, svelte, types, unused, windowless } from './checks/tools.ts';

/* The slow ones first, so that the quick ones run beside them. */
const checks: readonly Check[] = [types, svelte, windowless, style, unused, layers, sizes, decisions, lock];
const atOnce = 2;

/** `npm run check`, `npm run check -- layers sizes`, `npm run check -- style --fix`. */
async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    console.error(`No such check: ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const chosen = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const options = { root: process.cwd(), fix: args.includes('--fix') };
  const failures = await runAll(chosen, (check) => report(check, check.run(options)));
  console.log(failures === 0 ? '\nAll checks passed.' : `\n${failures} of ${chosen.length} checks failed.`);
  return failures === 0 ? 0 : 1;
}

/** Runs a few at a time and counts those that fail. */
async function runAll(chosen: readonly Check[], run: (check: Check) => Promise<boolean>): Promise<number> {
  const waiting = [...chosen];
  let failures = 0;
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await run(check))) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
}

async function report({ name, title }: Check, running: Promise<Outcome>): Promise<boolean> {
  const startedAt = performance.now();
  const outcome = await running.catch((error) => failed(`The check itself broke: ${error.stack}`));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const note = outcome.ok && outcome.note ? ` (${outcome.note})` : '';
  console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.padStart(5)} s  ${title}${note}`);
  if (!outcome.ok) console.log(`\n${outcome.report.replace(/^/gm, '    ')}\n`);
  return outcome.ok;
}

process.exitCode = await main(process.argv.slice(2));
