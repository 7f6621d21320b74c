import { type ShopEvent, serve, type Transport } from '../contract/wire.ts';
import type { Shop } from './start.ts';

export type ServedShop = { connect(transport: Transport): void; close(): Promise<void> };

/** Answers every window that connects to the shop; each is told what changed, whoever changed it. */
export function serveShop(shop: Shop): ServedShop {
  const windows = new Set<(event: ShopEvent) => void>();
  shop.onChanged((by) => {
    for (const tell of windows) tell({ type: 'changed', by });
  });
  return {
    connect: (transport) => {
      const tell = serve(transport, shop.answer);
      windows.add(tell);
      transport.onClose(() => windows.delete(tell));
    },
    close: () => shop.close(),
  };
}
