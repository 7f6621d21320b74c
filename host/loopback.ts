import type { Transport } from '../contract/wire.ts';

/** Two ends in one process that hand each other copies, as a real pipe would: what cannot be copied fails here too. */
export function loopback(): readonly [Transport, Transport] {
  const hearing = [new Set<(message: unknown) => void>(), new Set<(message: unknown) => void>()] as const;
  const end = (own: 0 | 1): Transport => ({
    send: (message) => {
      const copy = structuredClone(message);
      setImmediate(() => {
        for (const hear of hearing[own === 0 ? 1 : 0]) hear(copy);
      });
    },
    onMessage: (hear) => void hearing[own].add(hear),
    // It goes with the process: nobody is left to be told.
    onClose: () => {},
  });
  return [end(0), end(1)];
}
