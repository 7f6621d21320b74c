/** What a caller may ask of the shop over the wire. */
export type Request =
  | { readonly kind: 'call'; readonly call: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly call: number };

/** A call that cannot be listened to: whose it is, and what does not fit. */
export type NotArrived = {
  readonly kind: 'misfit';
  readonly call: number;
  readonly path: string;
  readonly message: string;
};

/**
 * The most that one message may hold. The largest that a window sends is a picture as Base64, 14 million characters of which half are refused
 * in words; a pasted table may have 5 million.
 */
export const mostOfMessage = { characters: 16 * 1024 * 1024, values: 250_000, depth: 32 } as const;

/** Longer than any procedure's. */
const mostOfName = 100;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  // By its tag and not by its prototype, which is another's where the other side is another realm.
  return Object.prototype.toString.call(value) === '[object Object]';
}

/** What is wrong with a value as input, whatever procedure it is for; nothing when it is plain data of a bearable size. */
function unbearable(input: unknown): string | undefined {
  const left: { characters: number; values: number } = { ...mostOfMessage };
  // With a list of its own and not by calling itself: what arrives may be deeper than calls can be.
  const looking: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }];
  for (let next = looking.pop(); next; next = looking.pop()) {
    const { value, depth } = next;
    left.values -= 1;
    if (typeof value === 'string') left.characters -= value.length;
    if (left.values < 0 || left.characters < 0) return 'larger than a message may be';
    if (typeof value === 'bigint') return 'not plain data';
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= mostOfMessage.depth) return 'deeper than a message may be';
    if (!Array.isArray(value) && !isPlainObject(value)) return 'not plain data';
    if (Array.isArray(value) && value.length > left.values) return 'larger than a message may be';
    if (Object.hasOwn(value, '__proto__')) return 'not plain data';
    for (const [key, below] of Object.entries(value)) {
      left.characters -= Array.isArray(value) ? 0 : key.length;
      looking.push({ value: below, depth: depth + 1 });
    }
  }
  return undefined;
}

/**
 * Looks at a message before anybody acts on it. What is no message of ours at all is passed over, since nobody waits for its answer; a call
 * whose number can be answered is told what does not fit.
 */
export function arrived(message: unknown): Request | NotArrived | undefined {
  if (!isPlainObject(message)) return undefined;
  const { kind, call, name, input } = message;
  if (typeof call !== 'number' || !Number.isSafeInteger(call) || call < 0) return undefined;
  if (kind === 'cancel') return { kind, call };
  if (kind !== 'call') return undefined;
  if (typeof name !== 'string' || name.length > mostOfName)
    return { kind: 'misfit', call, path: 'name', message: 'no name of a procedure' };
  const why = unbearable(input);
  return why === undefined ? { kind, call, name, input } : { kind: 'misfit', call, path: 'input', message: why };
}

/** What its caller is told: the outcome of a call whose input did not fit. */
export function misfitReply({ call, path, message }: Omit<NotArrived, 'kind'>) {
  return { kind: 'outcome', call, outcome: { invalid: [{ path, message }] } } as const;
}
