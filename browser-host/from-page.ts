import { arrived, misfitReply } from '../contract/arrived.ts';
import type { FromPage } from './page-bridge.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a page said, where it is a message of the bridge at all: any script in it could post any text. */
export function fromPage(text: string): FromPage | undefined {
  const said = parsed(text);
  if (typeof said !== 'object' || said === null || !('kind' in said)) return undefined;
  const { kind } = said;
  if (kind === 'hello') return { kind };
  if (kind === 'wire') return 'message' in said ? { kind, message: said.message } : undefined;
  if (!('ask' in said) || typeof said.ask !== 'number') return undefined;
  if (kind === 'file') return { kind, ask: said.ask };
  if (kind !== 'ability' || !('name' in said) || !('args' in said)) return undefined;
  return { kind, ask: said.ask, name: said.name, args: said.args };
}

/** Looks at a message for the shop before it goes there: what is too deep would not go through the pipe at all, and is answered here. */
export function toShop(message: unknown, way: { send(message: unknown): void; answer(reply: unknown): void }): void {
  const request = arrived(message);
  if (request?.kind === 'misfit') way.answer(misfitReply(request));
  else if (request) way.send(request);
}
