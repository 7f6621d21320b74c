import { type ShopEvent, serve, type Transport } from '../contract/wire.ts';
import { type Shop, type ShopOptions, startShop } from './start.ts';

export type ServedShop = { connect(transport: Transport): void; close(): Promise<void> };
export type StartShop = (options: ShopOptions) => Shop;

/** Starts the shop and answers every window that connects; each is told what the others changed. */
export function serveShop(options: ShopOptions, start: StartShop = startShop): ServedShop {
  const shop = start(options);
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
