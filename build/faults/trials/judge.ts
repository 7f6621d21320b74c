import { existsSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { api } from '../../../contract/api.ts';
import { checkCopy } from '../../../db/backup.ts';
import type { Act } from '../acts/act.ts';
import { type Claim, problemsOf } from '../rig/check.ts';
import type { Outcome, Told, Trial } from '../rig/trial.ts';
import type { Course } from '../rig/undisturbed.ts';
import { type Fault, notInTime, type Seen } from '../shim/shim.ts';

export const killed = -constants.signals.SIGKILL;

type Tried = { readonly trial: Trial; readonly seen: Seen<Told>; readonly course: Course; readonly folder: string };

/** Everything that must not be after a trial: in how the process ended, in what it said, and in what it left. */
export async function judge({ trial: { act, fault }, seen, course, folder }: Tried): Promise<string[]> {
  const ended = wrongEnd(seen, fault.mode);
  const said = seen.told?.outcome ? wrongAnswer(act, fault, seen.told.outcome) : [];
  const closing = seen.told?.closing === undefined ? [] : [`closing threw ${seen.told.closing}`];
  const claim = claimOf(act, seen.told);
  const left = await problemsOf(folder, { act, undisturbed: course, claim });
  return [...ended, ...said, ...closing, ...left, ...wrongCopies(folder)];
}

function wrongEnd({ status }: Seen<Told>, mode: string): string[] {
  if (status === notInTime) return ['the process did not come to an end'];
  return status === 0 || (status === killed && mode !== 'fail') ? [] : [`the process ended with ${status}`];
}

/** Refusals by which a disk that fails may be reported; what concerns folders outside of the shop has one of its own. */
const diskRefusals = ['cannot-write', 'shop-cannot-open'];

function wrongAnswer({ call }: Act, { kinds, lasting = false }: Fault, outcome: Outcome): string[] {
  if ('ok' in outcome) return [];
  if ('bug' in outcome) return [`a bug: ${outcome.bug}`];
  if ('invalid' in outcome) return [`the input was not taken: ${JSON.stringify(outcome.invalid)}`];
  const { code, data } = outcome.refused;
  const isBesideTheBooks = call !== undefined && ['long-read', 'keeping'].includes(api[call.name].kind);
  const known = [...diskRefusals, ...(isBesideTheBooks ? ['folder-not-writable'] : [])];
  if (!known.includes(code)) return [`refused for another reason: ${JSON.stringify(outcome.refused)}`];
  // The file is whole: to say otherwise would make somebody go back to a backup. One that can be read no more is as good as damaged.
  const isUnreadable = lasting && kinds.includes('read');
  const isFalseAlarm =
    !isUnreadable && code === 'shop-cannot-open' && ['damaged', 'altered', 'foreign-file'].includes(String(data.why));
  return isFalseAlarm ? [`a whole file is called ${data.why}: ${data.detail}`] : [];
}

function claimOf({ armed, call }: Act, told: Told | undefined): Claim {
  if (armed === 'opening' || !call) return 'open';
  if (!told?.begun) return 'not-asked';
  if (!told.outcome) return 'open';
  if ('ok' in told.outcome) return 'happened';
  if (!('refused' in told.outcome) || told.outcome.refused.code !== 'cannot-write') return 'open';
  const { happened } = told.outcome.refused.data;
  return happened === 'no' ? 'did-not' : happened === 'partly' ? 'partly' : 'open';
}

/** What bears the name of a backup is one, and what was set aside is whole. */
function wrongCopies(folder: string): string[] {
  const backups = join(folder, 'backups');
  if (!existsSync(backups)) return [];
  const asides = readdirSync(backups).filter((name) => name.startsWith('set-aside-'));
  const names = [
    ...readdirSync(backups).filter((name) => name.endsWith('.db')),
    ...asides.map((name) => join(name, 'shop.db')),
  ];
  return names.flatMap((name) => {
    try {
      checkCopy(join(backups, name));
      return [];
    } catch (error) {
      return [`${name} is not whole: ${error instanceof Error ? error.message : error}`];
    }
  });
}

/** An answer in a word or two, for counting. */
export function inShort(told: Told | undefined): string {
  if (!told?.outcome) return 'no answer';
  const { outcome } = told;
  if ('ok' in outcome) return 'ok';
  if (!('refused' in outcome)) return 'bug' in outcome ? 'bug' : 'invalid';
  const { code, data } = outcome.refused;
  return [code, data.why, data.happened].filter((word) => word !== undefined).join(' ');
}
