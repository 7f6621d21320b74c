import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Locale } from '../contract/values/words.ts';
import { misfits } from './arguments.ts';
import type { OpenShop } from './open.ts';
import { type ExitCode, exitCodes, type Said, sayOutcome, writeJson } from './output.ts';

const lineSchema = z.object({ name: z.string(), input: z.unknown() });

/** A bug says more of the whole run than a misfit, and that more than a refusal. */
const gravest = [exitCodes.bug, exitCodes.invalid, exitCodes.refused];

function parseLine(line: string): z.infer<typeof lineSchema> | Said {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : { json: { invalid: misfits(parsed.error.issues) }, exit: exitCodes.invalid };
  } catch (error) {
    return { json: { invalid: [{ path: '', message: (error as Error).message }] }, exit: exitCodes.invalid };
  }
}

async function answerLine(shop: OpenShop, line: string, locale: Locale): Promise<Said> {
  const parsed = parseLine(line);
  if ('exit' in parsed) return parsed;
  try {
    return sayOutcome(await shop.call(parsed.name, parsed.input ?? {}), locale);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return { json: { bug: (error as Error).message.split('\n')[0] }, exit: exitCodes.bug };
  }
}

/**
 * One call a line, one answer a line in the same order: what `call` would print, or `{"bug": …}` with the report on standard
 * error. Goes on after whatever is refused. Ends with the gravest exit code of all lines. A file named `-` is standard input.
 */
export async function runBatch(shop: OpenShop, file: string): Promise<ExitCode> {
  const locale = await shop.locale();
  const seen = new Set<ExitCode>();
  const lines = createInterface({
    input: file === '-' ? process.stdin : createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    const text = line.replace(/^\uFEFF/, '').trim();
    if (text === '') continue;
    const said = await answerLine(shop, text, locale);
    seen.add(said.exit);
    await writeJson(said.json, { pretty: false });
  }
  return gravest.find((code) => seen.has(code)) ?? exitCodes.ok;
}
