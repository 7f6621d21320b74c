import { parseArgs } from 'node:util';
import type { Part, PartResult } from './part.ts';
import { parts } from './parts.ts';

const shownBad = 100;

/** `npm run faults` runs every part in its long form; `npm run faults -- kills --count 500 --seed 7` one of them, as far as is said. */
async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { seed: { type: 'string' }, only: { type: 'string' }, ...numberOptions() },
  });
  const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(`No such part: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const { only, ...numbers } = values as Record<string, string | undefined>;
  const given = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, asNumber(name, value)]));
  const seed = given.seed ?? Math.floor(Math.random() * 2 ** 31);
  let bad = 0;
  for (const part of parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
    bad += (await runPart(part, { given, seed, only })).bad.length;
  console.log(bad === 0 ? 'Nothing bad.' : `${bad} bad.`);
  return bad === 0 ? 0 : 1;
}

function numberOptions(): Record<string, { type: 'string' }> {
  const names = parts.flatMap(({ numbers }) => Object.keys(numbers));
  return Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
}

function asNumber(name: string, value: unknown): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} ${value} is no whole number`);
  return number;
}

type Chosen = {
  readonly given: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly only: string | undefined;
};

async function runPart({ name, numbers, run }: Part, { given, seed, only }: Chosen): Promise<PartResult> {
  const own = Object.entries(numbers).map(([number, usual]) => [number, given[number] ?? usual] as const);
  const startedAt = performance.now();
  const say = (line: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${name}: ${line}`);
  };
  const result = await run({ numbers: Object.fromEntries(own), seed, say, ...(only !== undefined && { only }) });
  say('');
  const seconds = (performance.now() - startedAt) / 1000;
  const chosen = own.map(([number, value]) => `--${number} ${value}`).join(' ');
  console.log(`${result.bad.length === 0 ? 'ok ' : 'BAD'} ${name} ${chosen} --seed ${seed} (${seconds.toFixed(1)} s)`);
  console.log(`    ${result.figures}`);
  for (const line of result.bad.slice(0, shownBad)) console.log(`    ! ${line.replaceAll('\n', '\n      ')}`);
  if (result.bad.length > shownBad) console.log(`    ! and ${result.bad.length - shownBad} more`);
  return result;
}

process.exitCode = await main(process.argv.slice(2));
