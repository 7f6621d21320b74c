import type { CDPSession, Page } from 'playwright-core';
import type { Channel } from '../contract/channels.ts';
import type { AskedAbilities } from '../contract/host.ts';
import type { HostAsk } from '../contract/host-bridge.ts';
import type { ShopEvent } from '../contract/wire.ts';
import { useAbility } from '../host/abilities.ts';
import { abilityNames } from '../host/ability-names.ts';
import { browserOrigin } from '../host/window-files.ts';
import { fromPage, toShop } from './from-page.ts';
import { type FromPage, putUpBridge, type ToPage } from './page-bridge.ts';

/** What stands behind a window: the way to the shop (nothing while it is gone) and the host's abilities. */
export type Behind = { connect(): Channel | undefined; readonly abilities: AskedAbilities };
export type Door = {
  shopGone(how: { readonly forGood: boolean }): void;
  shopRestarted(): void;
  /** Asks the page; one that is not there yet hears it when it comes. */
  ask(ask: HostAsk): void;
};

type OpenDocument = { readonly context: number; channel: Channel | undefined };
type Tell = (context: number, message: ToPage) => void;

/** A page's own message, to its own channel; what cannot go there is answered to the page. */
function forward(from: OpenDocument | undefined, message: unknown, tell: Tell): void {
  if (!from?.channel) return;
  const { context, channel } = from;
  toShop(message, { send: channel.send, answer: (reply) => tell(context, { kind: 'wire', message: reply }) });
}

/**
 * The one place where raw messages of a page arrive. They come over a binding of the debugging pipe, not over a port, and
 * only the main frame's own world at our own origin is listened to. Every document gets a channel of its own to the shop,
 * which closes with it: a reloaded page starts afresh.
 */
export async function openDoor(page: Page, behind: Behind): Promise<Door> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  let document: OpenDocument | undefined;

  function tell(context: number, message: ToPage): void {
    void evaluate(session, context, message);
  }
  function shopEvent(event: ShopEvent): void {
    if (document) tell(document.context, { kind: 'wire', message: { kind: 'event', event } });
  }
  function link(): void {
    if (!document) return;
    const { context } = document;
    document.channel = behind.connect();
    document.channel?.onMessage((message) => tell(context, { kind: 'wire', message }));
  }
  function leave(): void {
    document?.channel?.close();
    document = undefined;
  }
  function hear(message: FromPage): void {
    if (message.kind === 'hello' && !document?.channel) shopEvent({ type: 'gone' });
    if (message.kind === 'wire') forward(document, message.message, tell);
    if ((message.kind === 'ability' || message.kind === 'file') && document) void answer(document.context, message);
  }
  async function answer(context: number, asked: FromPage & { kind: 'ability' | 'file' }): Promise<void> {
    try {
      const value = await (asked.kind === 'file'
        ? pathOfGiven(session, context, asked.ask)
        : useAbility(behind.abilities, asked.name, asked.args));
      tell(context, { kind: 'done', ask: asked.ask, value });
    } catch (error) {
      tell(context, { kind: 'failed', ask: asked.ask, why: error instanceof Error ? error.message : String(error) });
    }
  }

  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId, isDefault } = context.auxData as { frameId?: string; isDefault?: boolean };
    if (!isDefault || frameId !== frameTree.frame.id) return;
    leave();
    if (context.origin !== browserOrigin) return;
    document = { context: context.id, channel: undefined };
    link();
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (document?.context === executionContextId) leave();
  });
  session.on('Runtime.bindingCalled', ({ executionContextId, payload }) => {
    const message = document?.context === executionContextId ? fromPage(payload) : undefined;
    if (message) hear(message);
  });
  page.once('close', leave);
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'backshelfPost' });
  await page.addInitScript(putUpBridge, abilityNames);

  return {
    shopGone: ({ forGood }) => shopEvent({ type: 'gone', ...(forGood && { forGood }) }),
    shopRestarted: () => {
      link();
      shopEvent({ type: 'restarted' });
    },
    ask: (ask) => {
      if (document) tell(document.context, { kind: 'ask', ask });
    },
  };
}

/** The debugging pipe tells where a file of the page lies, as it does for one that was picked. */
async function pathOfGiven(session: CDPSession, contextId: number, ask: number): Promise<string | undefined> {
  const expression = `backshelfGive(${Number(ask)})`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId });
  if (!result.objectId) throw new Error('The window gave no file.');
  const { path } = await session.send('DOM.getFileInfo', { objectId: result.objectId });
  return path || undefined;
}

async function evaluate(session: CDPSession, contextId: number, message: ToPage): Promise<void> {
  const expression = `backshelfHear(${JSON.stringify(JSON.stringify(message))})`;
  try {
    await session.send('Runtime.evaluate', { expression, contextId, silent: true });
  } catch {
    // The document went away while this was under way: there is nobody left to hear it.
  }
}
