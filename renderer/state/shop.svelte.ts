import type { Input, Misfit, Output, ProcedureName, RefusalOf } from '../../contract/api.ts';
import type { RefusalCode, RefusalData } from '../../contract/refusals.ts';
import { type CallOptions, Disconnected } from '../../contract/wire.ts';
import { refusalSentence } from '../../contract/words/index.ts';
import { language, t } from '../i18n/index.ts';
import { ShopLink } from './link.ts';

/** Longer than a shop needs to restart, shorter than a person's patience. */
const restartWaitMs = 15_000;

/** Everything that can come back instead of the answer. Screens show it at the field or as a banner. */
export type Trouble<Name extends ProcedureName = ProcedureName> =
  | { readonly kind: 'refused'; readonly refusal: RefusalOf<Name> }
  | { readonly kind: 'invalid'; readonly misfits: readonly Misfit[] }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'unexpected'; readonly report: string };

export type Answer<Name extends ProcedureName> =
  | { readonly ok: Output<Name>; readonly trouble?: undefined }
  | { readonly ok?: undefined; readonly trouble: Trouble<Name> };

/** Whether the shop process is there; the frame shows a banner while it is not. */
class Connection {
  lost = $state(false);
}
export const connection = new Connection();

let line: ShopLink | undefined;

/** The line to the shop over the host's bridge, made at the first use. */
export function shopLink(): ShopLink {
  if (!line) {
    line = new ShopLink(window.backshelf, { waitMs: restartWaitMs });
    line.onState((state) => {
      connection.lost = state === 'disconnected';
    });
  }
  return line;
}

/** Asks the shop. Never rejects: what is not the answer is a `Trouble` to show. */
export async function ask<Name extends ProcedureName>(
  name: Name,
  input: Input<Name>,
  options?: CallOptions,
): Promise<Answer<Name>> {
  try {
    const outcome = await shopLink().call(name, input, options);
    if ('ok' in outcome) return { ok: outcome.ok };
    if ('invalid' in outcome) return { trouble: { kind: 'invalid', misfits: outcome.invalid } };
    return { trouble: { kind: 'refused', refusal: outcome.refused } };
  } catch (error) {
    if (error instanceof Disconnected) return { trouble: { kind: 'disconnected' } };
    return { trouble: { kind: 'unexpected', report: reportOf(error) } };
  }
}

function reportOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The sentence for a trouble, for a banner. Misfits are named in full, for fields that are not on the screen. */
export function troubleSentence(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'refused':
      return refusalSentence(trouble.refusal, language.locale, language.currency);
    case 'invalid':
      return trouble.misfits.map(({ message }) => message).join(language.locale === 'en' ? ' ' : '');
    case 'disconnected':
      return t('shell.not-back');
    case 'unexpected':
      return t('shell.unexpected');
  }
}

/** What is wrong with one field: the message of the misfit at or below that path. */
export function misfitAt(trouble: Trouble | undefined, path: string): string | undefined {
  if (trouble?.kind !== 'invalid') return undefined;
  return trouble.misfits.find((misfit) => misfit.path === path || misfit.path.startsWith(`${path}.`))?.message;
}

/** The facts of a refusal when the trouble is that one. */
export function refusedWith<Code extends RefusalCode>(
  trouble: Trouble | undefined,
  code: Code,
): RefusalData<Code> | undefined {
  if (trouble?.kind !== 'refused' || trouble.refusal.code !== code) return undefined;
  return trouble.refusal.data as RefusalData<Code>;
}
