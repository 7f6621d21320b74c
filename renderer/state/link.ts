import type { Input, Outcome, ProcedureName } from '../../contract/api.ts';
import {
  type CallOptions,
  createClient,
  Disconnected,
  type ShopClient,
  type ShopEvent,
  type Transport,
} from '../../contract/wire.ts';

export type LinkState = 'connected' | 'disconnected';
/** `onAgain`: the shop went away in the middle, and the same is asked once more. */
export type LinkOptions = CallOptions & { readonly onAgain?: () => void };

/** The window's line to the shop. It knows whether the shop is there, and asks again what was asked while it was away. */
export class ShopLink {
  state: LinkState = 'connected';
  readonly #client: ShopClient;
  readonly #waitMs: number;
  readonly #listeners = new Set<(state: LinkState) => void>();

  constructor(transport: Transport, { waitMs }: { readonly waitMs: number }) {
    this.#client = createClient(transport);
    this.#waitMs = waitMs;
    this.#client.onEvent((event) => {
      if (event.type === 'gone') this.#become('disconnected');
      if (event.type === 'restarted') this.#become('connected');
    });
    transport.onClose(() => this.#become('disconnected'));
  }

  /**
   * Calls the shop. When the shop goes away meanwhile the same question is asked once more as soon as it is back: with the same
   * action id that is safe (DESIGN §6 rule 12). Rejects with `Disconnected` when it does not come back in time.
   */
  async call<Name extends ProcedureName>(
    name: Name,
    input: Input<Name>,
    options?: LinkOptions,
  ): Promise<Outcome<Name>> {
    try {
      return await this.#client.call(name, input, options);
    } catch (error) {
      if (!(error instanceof Disconnected) || options?.signal?.aborted) throw error;
      await this.#untilBack();
      options?.onAgain?.();
      return this.#client.call(name, input, options);
    }
  }

  onEvent(hear: (event: ShopEvent) => void): () => void {
    return this.#client.onEvent(hear);
  }

  onState(hear: (state: LinkState) => void): () => void {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  }

  #become(state: LinkState): void {
    this.state = state;
    for (const hear of [...this.#listeners]) hear(state);
  }

  #untilBack(): Promise<void> {
    if (this.state === 'connected') return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = this.onState((state) => {
        if (state !== 'connected') return;
        clearTimeout(timer);
        stop();
        resolve();
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Disconnected());
      }, this.#waitMs);
    });
  }
}
