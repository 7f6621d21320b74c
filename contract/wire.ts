import type { Input, Outcome, ProcedureName, Progress } from './api.ts';
import { arrived, misfitReply, type Request } from './arrived.ts';

/** The least a transport can be: a way to send and a way to hear, and word when the other side is gone. */
export type Transport = {
  send(message: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  onClose(gone: () => void): void;
};

/** What the shop tells every window unasked. */
export type ShopEvent =
  | { readonly type: 'changed'; readonly by: ProcedureName }
  | { readonly type: 'restarted' }
  /** `forGood`: it died too often and is not started again by itself. */
  | { readonly type: 'gone'; readonly forGood?: true };

type Reply =
  | { readonly kind: 'outcome'; readonly call: number; readonly outcome: Outcome<ProcedureName> }
  | { readonly kind: 'bug'; readonly call: number; readonly report: string }
  | { readonly kind: 'progress'; readonly call: number; readonly progress: Progress }
  | { readonly kind: 'event'; readonly event: ShopEvent };

/** The shop process is gone: whether the action happened is not known. Asking again with the same id is safe. */
export class Disconnected extends Error {
  override readonly name = 'Disconnected';
}

/** A bug in the shop; the message is the report that a person can copy. */
export class ShopBug extends Error {
  override readonly name = 'ShopBug';
}

export type CallOptions = { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void };

export type ShopClient = {
  call<Name extends ProcedureName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Outcome<Name>>;
  onEvent(hear: (event: ShopEvent) => void): () => void;
};

type Pending = {
  readonly resolve: (outcome: Outcome<ProcedureName>) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
};

/**
 * The caller's end: matches replies to calls. When the shop's process dies (`gone`) all waiting calls reject, and later ones
 * too until the host has started it again (`restarted`); when the transport itself closes, for good.
 */
export function createClient(transport: Transport): ShopClient {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: ShopEvent) => void>();
  // A reloaded window must not take the replies to calls of its former life for its own.
  let calls = Math.floor(Math.random() * 2 ** 48);
  let gone = false;

  function lose(): void {
    gone = true;
    for (const waiting of pending.values()) waiting.reject(new Disconnected());
    pending.clear();
  }

  transport.onMessage((message) => {
    const reply = message as Reply;
    if (reply.kind === 'event') {
      if (reply.event.type === 'gone') lose();
      if (reply.event.type === 'restarted') gone = false;
      for (const hear of listeners) hear(reply.event);
      return;
    }
    const waiting = pending.get(reply.call);
    if (!waiting) return;
    if (reply.kind === 'progress') return waiting.onProgress?.(reply.progress);
    pending.delete(reply.call);
    if (reply.kind === 'outcome') waiting.resolve(reply.outcome);
    else waiting.reject(new ShopBug(reply.report));
  });
  transport.onClose(lose);

  return {
    call: (name, input, options = {}) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(new Disconnected());
        calls += 1;
        const call = calls;
        pending.set(call, { resolve: resolve as Pending['resolve'], reject, onProgress: options.onProgress });
        const cancel = (): void => transport.send({ kind: 'cancel', call } satisfies Request);
        options.signal?.addEventListener('abort', cancel, { once: true });
        transport.send({ kind: 'call', call, name, input } satisfies Request);
        if (options.signal?.aborted) cancel();
      }),
    onEvent: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

export type Answerer = (
  call: { readonly name: string; readonly input: unknown },
  doing: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
) => Promise<Outcome<ProcedureName>>;

/** More than a window ever has under way; what comes on top is not begun. */
const mostAtOnce = 1000;

/** The shop's end: answers calls, passes progress and cancel. Gives back a way to tell the caller something unasked. */
export function serve(transport: Transport, answer: Answerer): (event: ShopEvent) => void {
  const running = new Map<number, AbortController>();
  const reply = (message: Reply): void => transport.send(message);

  transport.onMessage(async (message) => {
    const request = arrived(message);
    if (request?.kind === 'cancel') return running.get(request.call)?.abort();
    // A number that is still running has an answer coming: a second one would be taken for it.
    if (!request || running.has(request.call)) return;
    const { call } = request;
    if (request.kind === 'misfit') return reply(misfitReply(request));
    if (running.size >= mostAtOnce)
      return reply(misfitReply({ call, path: 'call', message: 'too many calls at once' }));
    const { name, input } = request;
    const controller = new AbortController();
    running.set(call, controller);
    const onProgress = (progress: Progress): void => reply({ kind: 'progress', call, progress });
    try {
      reply({
        kind: 'outcome',
        call,
        outcome: await answer({ name, input }, { signal: controller.signal, onProgress }),
      });
    } catch (error) {
      reply({ kind: 'bug', call, report: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      running.delete(call);
    }
  });
  transport.onClose(() => {
    for (const controller of running.values()) controller.abort();
  });
  return (event) => reply({ kind: 'event', event });
}
