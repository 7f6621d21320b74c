import { z } from 'zod';
import { type AskedAbilities, documents, maximumSheets, papers } from '../contract/host.ts';
import { localeSchema } from '../contract/values/words.ts';
import { type AbilityName, abilityNames } from './ability-names.ts';

const printJobSchema = z.object({
  document: z.enum(documents),
  sheets: z
    .array(z.object({ number: z.string().min(1).max(64), copy: z.int().min(0) }))
    .min(1)
    .max(maximumSheets),
  paper: z.enum(papers),
  locale: localeSchema,
  printer: z
    .object({ name: z.string().min(1).max(200), direct: z.boolean(), copies: z.int().min(1).max(9) })
    .exactOptional(),
});
const extensionsSchema = z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(20);

/** One plain file of these kinds: never a way to another folder, never a program. */
const fileName = /^[a-z0-9][a-z0-9._-]{0,80}\.(ics|txt|csv)$/i;
/** Only what percent-encoding leaves, so that no part of it means anything to a command line; and no file goes along. */
const mailAddress = /^mailto:[\w\-.!~*'()%@+,]*(?:[?&](?:subject|body|cc|bcc)=[\w\-.!~*'()%@+,]*)*$/;

/** As `errorKind` writes it: a class, a code and places in the program's files, nothing that a person typed. */
const bugKind = /^\w{1,60}(?: [A-Z][A-Z0-9_]{1,60})?(?: at (?:[\w.$<>[\] #]{1,80} \()?[\w.?=-]{1,80}:\d+:\d+\)?){0,8}$/;

/** What a window may ask and with which arguments: everything else is refused before a host acts. */
const argumentSchemas = {
  info: z.tuple([]),
  pickFile: z.tuple([z.object({ extensions: extensionsSchema })]),
  pickFolder: z.tuple([]),
  reveal: z.tuple([z.string().min(1).max(1000)]),
  printers: z.tuple([]),
  print: z.tuple([printJobSchema]),
  savePdf: z.tuple([printJobSchema]),
  switchShop: z.tuple([z.enum(['own', 'demo'])]),
  copyText: z.tuple([z.string().max(1_000_000)]),
  saveText: z.tuple([z.object({ name: z.string().regex(fileName), text: z.string().max(10_000_000) })]),
  notify: z.tuple([z.object({ title: z.string().min(1).max(200), text: z.string().max(1000) })]),
  openMail: z.tuple([z.string().regex(mailAddress).max(60_000)]),
  showAs: z.tuple([
    z.object({
      locale: localeSchema,
      theme: z.enum(['system', 'light', 'dark']),
      textPercent: z.int().min(50).max(200),
    }),
  ]),
  report: z.tuple([]),
  licences: z.tuple([]),
  noteBug: z.tuple([z.string().regex(bugKind)]),
  startAgain: z.tuple([]),
  moveShop: z.tuple([z.string().min(1).max(1000)]),
  moveProgress: z.tuple([]),
  chooseUpdate: z.tuple([z.enum(['file', 'folder'])]),
  startUpdate: z.tuple([]),
} satisfies Record<AbilityName, z.ZodType>;

/** Does what a window asks, after every argument was checked. Rejects for a name or an argument that does not fit. */
export async function useAbility(abilities: AskedAbilities, name: unknown, args: unknown): Promise<unknown> {
  const ability = abilityNames.find((known) => known === name);
  if (!ability) throw new Error(`The window asked for an unknown ability: ${String(name).slice(0, 40)}`);
  const parsed: unknown[] = argumentSchemas[ability].parse(args);
  const act = abilities[ability] as (...args: unknown[]) => Promise<unknown>;
  return act(...parsed);
}
