import { isProcedureName } from '../contract/api.ts';
import { errorKind } from '../contract/log-line.ts';
import { type Answerer, type ShopEvent, serve, type Transport } from '../contract/wire.ts';
import type { Shop } from './start.ts';

export type ServedShop = {
  connect(transport: Transport): void;
  /** Brings everything into its file now, as before the PC goes to sleep. */
  rest(): void;
  close(): Promise<void>;
};

/** Answers every window that connects to the shop; each is told what changed, whoever changed it. A bug is told to the log, too. */
export function serveShop(shop: Shop, log: (line: string) => void): ServedShop {
  const windows = new Set<(event: ShopEvent) => void>();
  shop.onChanged((by) => {
    for (const tell of windows) tell({ type: 'changed', by });
  });
  const answer: Answerer = async (call, doing) => {
    try {
      return await shop.answer(call, doing);
    } catch (error) {
      log(`bug in ${isProcedureName(call.name) ? call.name : 'no procedure'}: ${errorKind(error)}`);
      throw error;
    }
  };
  return {
    connect: (transport) => {
      const tell = serve(transport, answer);
      windows.add(tell);
      transport.onClose(() => windows.delete(tell));
    },
    rest: () => shop.rest(),
    close: () => shop.close(),
  };
}
