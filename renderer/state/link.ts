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

/**
 * The window's line to the shop over one transport that outlives the shop process. The contract's client ends for good when its
 * shop does; the link makes a new one when the host says that the shop is back, and asks again what had been asked.
 */
export class ShopLink {
  state: LinkState = 'connected';
  readonly #transport: Transport;
  readonly #waitMs: number;
  readonly #eventListeners = new Set<(event: ShopEvent) => void>();
  readonly #stateListeners = new Set<(state: LinkState) => void>();
  #client: ShopClient;
  #hear: (message: unknown) => void = () => {};
  #close: () => void = () => {};

  constructor(transport: Transport, { waitMs }: { readonly waitMs: number }) {
    this.#transport = transport;
    this.#waitMs = waitMs;
    this.#client = this.#freshClient();
    transport.onMessage((message) => this.#receive(message));
    transport.onClose(() => this.#down());
  }

  /**
   * Calls the shop. When the shop goes away meanwhile the same question is asked once more as soon as it is back: with the same
   * action id that is safe (DESIGN §6 rule 12). Rejects with `Disconnected` when it does not come back in time.
   */
  async call<Name extends ProcedureName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Outcome<Name>> {
    try {
      return await this.#client.call(name, input, options);
    } catch (error) {
      if (!(error instanceof Disconnected) || options?.signal?.aborted) throw error;
      await this.#untilBack();
      return this.#client.call(name, input, options);
    }
  }

  onEvent(hear: (event: ShopEvent) => void): () => void {
    this.#eventListeners.add(hear);
    return () => this.#eventListeners.delete(hear);
  }

  onState(hear: (state: LinkState) => void): () => void {
    this.#stateListeners.add(hear);
    return () => this.#stateListeners.delete(hear);
  }

  #receive(message: unknown): void {
    const event = eventOf(message);
    if (event?.type === 'gone') this.#down();
    if (event?.type === 'restarted') this.#up();
    if (event) for (const hear of this.#eventListeners) hear(event);
    else this.#hear(message);
  }

  #down(): void {
    this.#close();
    this.#become('disconnected');
  }

  #up(): void {
    this.#close();
    this.#client = this.#freshClient();
    this.#become('connected');
  }

  #become(state: LinkState): void {
    this.state = state;
    for (const hear of this.#stateListeners) hear(state);
  }

  #freshClient(): ShopClient {
    return createClient({
      send: (message) => this.#transport.send(message),
      onMessage: (hear) => {
        this.#hear = hear;
      },
      onClose: (gone) => {
        this.#close = gone;
      },
    });
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

function eventOf(message: unknown): ShopEvent | undefined {
  const said = message as { readonly kind?: string; readonly event?: ShopEvent };
  return said.kind === 'event' ? said.event : undefined;
}
