import type { Outcome, ProcedureName } from '../contract/api.ts';
import type { Locale } from '../contract/values/words.ts';
import { createClient, type ShopClient, type Transport } from '../contract/wire.ts';
import { loopback } from '../host/loopback.ts';
import { serveShop } from '../shop/serve.ts';
import { type ShopOptions, startShop } from '../shop/start.ts';
import { progressLine } from './output.ts';

export type OpenShop = {
  /** One call; what is invalid or no procedure at all is told by the shop. */
  call(name: string, input: unknown): Promise<Outcome<ProcedureName>>;
  /** Another way in, for a window. */
  connect(): Transport;
  /** The shop's language once it has been set up, else that of the system. */
  locale(): Promise<Locale>;
  close(): Promise<void>;
};

/** Starts the shop in this process, over the same wire that windows use. Ctrl+C cancels what is running. */
export function openShop(place: Pick<ShopOptions, 'folder' | 'mustExist'>): OpenShop {
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const shop = serveShop(startShop({ ...place, caresForItself: 'on-close', log }), log);
  const connect = (): Transport => {
    const [own, other] = loopback();
    shop.connect(other);
    return own;
  };
  const client = createClient(connect());
  const progress = progressLine(process.stderr);
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());

  return {
    call: (name, input) =>
      client
        .call(name as ProcedureName, input as never, { signal: cancel.signal, onProgress: progress.show })
        .finally(progress.clear),
    connect,
    locale: () => shopLocale(client),
    close: () => shop.close(),
  };
}

async function shopLocale(client: ShopClient): Promise<Locale> {
  const settings = await client.call('settings.get', {});
  if ('ok' in settings && settings.ok.shopName !== '') return settings.ok.locale;
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en';
}
