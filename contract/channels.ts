import type { Transport } from './wire.ts';

/** Several windows share one pipe to the shop's process: every message carries the channel it belongs to. */
type Parcel =
  | { readonly channel: number; readonly message: unknown }
  | { readonly channel: number; readonly closed: true };

export type Channel = Transport & { close(): void };
export type Channels = {
  open(): Channel;
  /** Hears of channels that the other side opened. */
  onOpen(hear: (channel: Channel) => void): void;
};

/** Splits one transport into many. Only one side opens channels; a channel begins with its first message. */
export function splitTransport(transport: Transport): Channels {
  type Ends = { readonly hear: Set<(message: unknown) => void>; readonly gone: Set<() => void> };
  const channels = new Map<number, Ends>();
  const ended = new Set<number>();
  const openers = new Set<(channel: Channel) => void>();
  let opened = 0;
  let closed = false;

  function end(channel: number): void {
    const ends = channels.get(channel);
    channels.delete(channel);
    ended.add(channel);
    for (const gone of ends?.gone ?? []) gone();
  }

  function begin(channel: number): Channel {
    const ends: Ends = { hear: new Set(), gone: new Set() };
    if (!closed) channels.set(channel, ends);
    return {
      send: (message) => {
        if (channels.has(channel)) transport.send({ channel, message } satisfies Parcel);
      },
      onMessage: (hear) => void ends.hear.add(hear),
      onClose: (gone) => void (closed ? gone() : ends.gone.add(gone)),
      close: () => {
        if (!channels.has(channel)) return;
        transport.send({ channel, closed: true } satisfies Parcel);
        end(channel);
      },
    };
  }

  transport.onMessage((raw) => {
    const parcel = raw as Parcel | null | undefined;
    if (!parcel || !Number.isSafeInteger(parcel.channel)) return;
    if ('closed' in parcel) return end(parcel.channel);
    if (!channels.has(parcel.channel)) {
      // What was still under way when a channel closed opens no other.
      if (openers.size === 0 || ended.has(parcel.channel)) return;
      const channel = begin(parcel.channel);
      for (const hear of openers) hear(channel);
    }
    for (const hear of channels.get(parcel.channel)?.hear ?? []) hear(parcel.message);
  });
  transport.onClose(() => {
    closed = true;
    for (const channel of [...channels.keys()]) end(channel);
  });

  return {
    open: () => {
      opened += 1;
      return begin(opened);
    },
    onOpen: (hear) => void openers.add(hear),
  };
}
