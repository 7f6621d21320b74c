import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Misfit } from '../contract/api.ts';
import { documents, maximumSheets, type PrintJob, papers } from '../contract/host.ts';
import { localeSchema } from '../contract/values/words.ts';

/** `number` as it was typed: it may be several. */
export type PrintRequest = Pick<PrintJob, 'document' | 'paper'> & {
  readonly number: string;
  readonly locale?: PrintJob['locale'];
  readonly to: string;
};

/** One command line, understood. `as` is who signs in, with the PIN in BACKSHELF_PIN; `json` is the text to be parsed, `-` means standard input. */
export type Command = { readonly data: string | undefined; readonly as: string | undefined } & (
  | { readonly command: 'list' }
  | { readonly command: 'demo' }
  | { readonly command: 'call'; readonly name: string; readonly json: string | undefined }
  | { readonly command: 'batch'; readonly file: string }
  | { readonly command: 'print'; readonly request: PrintRequest }
);
type Understood = { readonly ok: Command } | { readonly invalid: readonly Misfit[] };

const printSchema = z.object({
  document: z.enum(documents),
  number: z
    .string()
    .trim()
    .min(1)
    .max(64 * maximumSheets),
  paper: z.enum(papers),
  locale: localeSchema.optional(),
  to: z.string().min(1),
});

/** A misfit for every issue, under the name the person typed. */
export function misfits(issues: readonly z.core.$ZodIssue[], renamed: Readonly<Record<string, string>> = {}): Misfit[] {
  return issues.map(({ path, message }) => {
    const name = path.join('.');
    return { path: renamed[name] ?? name, message };
  });
}

const invalid = (path: string, message: string): Understood => ({ invalid: [{ path, message }] });
const usage =
  '[--data DIR] [--as NAME] list | call NAME [JSON | -] | batch FILE | print DOCUMENT NUMBER[,NUMBER] --size PAPER --to FILE.pdf | demo';

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      as: { type: 'string' },
      size: { type: 'string' },
      locale: { type: 'string' },
      to: { type: 'string' },
    },
  });
}

/** Reads the words after `npm run -s shop --` (CONTRACT "Command line"). */
export function understand(argv: readonly string[]): Understood {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return invalid('arguments', error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [command, first, second, ...tooMany] = positionals;
  const who = { data: values.data, as: values.as };
  if (tooMany.length > 0) return invalid('arguments', `Too many words: ${tooMany.join(' ')}`);
  switch (command) {
    case 'list':
    case 'demo':
      return first === undefined ? { ok: { command, ...who } } : invalid('arguments', `Too many words: ${first}`);
    case 'call':
      return first ? { ok: { command, ...who, name: first, json: second } } : invalid('NAME', 'Which procedure?');
    case 'batch':
      return first ? { ok: { command, ...who, file: first } } : invalid('FILE', 'Which file?');
    case 'print': {
      const request = { document: first, number: second, paper: values.size, locale: values.locale, to: values.to };
      const checked = printSchema.safeParse(request);
      if (checked.success) return { ok: { command, ...who, request: withoutUndefined(checked.data) } };
      const renamed = { document: 'DOCUMENT', number: 'NUMBER', paper: '--size', locale: '--locale', to: '--to' };
      return { invalid: misfits(checked.error.issues, renamed) };
    }
    default:
      return invalid('command', usage);
  }
}

function withoutUndefined({ locale, ...rest }: z.infer<typeof printSchema>): PrintRequest {
  return locale === undefined ? rest : { ...rest, locale };
}
