import { inspect, isDeepStrictEqual } from 'node:util';

/** Where the shop and the model part ways. */
export class Difference extends Error {
  override readonly name = 'Difference';
  constructor(what: string, { shop, model }: { shop: unknown; model: unknown }) {
    super(`${what}\nshop:  ${shown(shop)}\nmodel: ${shown(model)}`);
  }
}

function shown(value: unknown): string {
  return inspect(value, { depth: 8, breakLength: 160, maxArrayLength: 30, maxStringLength: 2000 });
}

export function mustEqual(what: string, { shop, model }: { shop: unknown; model: unknown }): void {
  if (!isDeepStrictEqual(shop, model)) throw new Difference(what, partThatDiffers(shop, model));
}

/** Of two lists only the first rows that differ: the others help nobody. */
function partThatDiffers(shop: unknown, model: unknown): { shop: unknown; model: unknown } {
  if (!Array.isArray(shop) || !Array.isArray(model)) return { shop, model };
  const at = Math.max(
    0,
    [...shop, undefined].findIndex((row, index) => !isDeepStrictEqual(row, model[index])),
  );
  return { shop: [`from row ${at}`, ...shop.slice(at, at + 2)], model: [`from row ${at}`, ...model.slice(at, at + 2)] };
}

type Answered = { readonly ok?: unknown; readonly refused?: unknown; readonly invalid?: unknown };

/** An answer without the fingerprints in it, which no model can know. */
export function withoutFingerprints(answer: Answered): Answered {
  return 'ok' in answer ? { ok: strip(answer.ok) } : answer;
}

function strip(result: unknown): unknown {
  if (result === null || typeof result !== 'object') return result;
  // Of a restore neither where the former file lies nor the fingerprints of what was lost.
  const { fingerprint: _, head: __, movedTo: ___, range: ____, ...rest } = result as Record<string, unknown>;
  // The code of a store credit is drawn by lot.
  delete rest.storeCredits;
  if (Array.isArray(rest.payouts)) rest.payouts = rest.payouts.map(({ storeCredit: _, ...payout }) => payout);
  for (const inner of ['return', 'lost']) if (inner in rest) rest[inner] = strip(rest[inner]);
  return rest;
}

/** The fingerprint that an answer shows. */
export function fingerprintOf(answer: Answered): string | undefined {
  const result = answer.ok as { fingerprint?: string; return?: { fingerprint?: string } } | undefined;
  return result?.fingerprint ?? result?.return?.fingerprint;
}
