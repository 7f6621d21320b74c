import type { AskedAbilities } from '../contract/host.ts';
import type { HostAsk, HostBridge } from '../contract/host-bridge.ts';

/** What crosses between page and host, as JSON text both ways. */
export type FromPage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'wire'; readonly message: unknown }
  | { readonly kind: 'ability'; readonly ask: number; readonly name: unknown; readonly args: unknown }
  /** The file itself is fetched with `backshelfGive`. */
  | { readonly kind: 'file'; readonly ask: number };
export type ToPage =
  | { readonly kind: 'wire'; readonly message: unknown }
  | { readonly kind: 'ask'; readonly ask: HostAsk }
  | { readonly kind: 'done'; readonly ask: number; readonly value?: unknown }
  | { readonly kind: 'failed'; readonly ask: number; readonly why: string };

export type PageGlobals = {
  backshelf: HostBridge;
  backshelfPost(text: string): void;
  backshelfHear(text: string): void;
  backshelfGive(ask: number): File | undefined;
};

/**
 * Runs inside the page before its own scripts, as text: it may use nothing from outside itself. Puts up `window.backshelf`
 * over the two raw functions that the host provides.
 */
export function putUpBridge(abilityNames: readonly string[]): void {
  const page = globalThis as unknown as PageGlobals;
  const hearing: ((message: unknown) => void)[] = [];
  // What the host says before the window's own script listens.
  const early: unknown[] = [];
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const given = new Map<number, File>();
  const askedEarly: HostAsk[] = [];
  let hearAsk: ((ask: HostAsk) => void) | undefined;
  let asks = 0;
  const post = (message: FromPage): void => page.backshelfPost(JSON.stringify(message));

  function answerTo(send: (ask: number) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      asks += 1;
      asked.set(asks, { resolve, reject });
      send(asks);
    });
  }
  function ask(name: string, args: unknown[]): Promise<unknown> {
    return answerTo((number) => post({ kind: 'ability', ask: number, name, args }));
  }
  function pathOf(file: File): Promise<string | undefined> {
    const path = answerTo((number) => {
      given.set(number, file);
      post({ kind: 'file', ask: number });
    });
    return path as Promise<string | undefined>;
  }

  page.backshelfGive = (number) => {
    const file = given.get(number);
    given.delete(number);
    return file;
  };

  page.backshelfHear = (text) => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === 'wire') {
      if (hearing.length === 0) early.push(message.message);
      for (const hear of hearing) hear(message.message);
    } else if (message.kind === 'ask') {
      if (hearAsk) hearAsk(message.ask);
      else askedEarly.push(message.ask);
    } else {
      const waiting = asked.get(message.ask);
      asked.delete(message.ask);
      if (message.kind === 'done') waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.why));
    }
  };
  const abilities = abilityNames.map((name) => [name, (...args: unknown[]) => ask(name, args)]);
  page.backshelf = {
    send: (message) => post({ kind: 'wire', message }),
    onMessage: (hear) => {
      hearing.push(hear);
      for (const message of early.splice(0)) hear(message);
    },
    // The host closes its pages with itself: no page is left to be told.
    onClose: () => {},
    onAsk: (listener) => {
      hearAsk = listener;
      for (const ask of askedEarly.splice(0)) listener(ask);
    },
    host: { ...(Object.fromEntries(abilities) as AskedAbilities), pathOf },
  };
  post({ kind: 'hello' });
}
