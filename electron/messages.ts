/** Names of the raw messages between a window's preload script and the main process; only the two doors use them. */
export const connectMessage = 'backshelf:connect';
export const abilityMessage = 'backshelf:ability';
export const shopMessage = 'backshelf:shop';

export const askMessage = 'backshelf:ask';

/** What the main process says of the shop; `connected` and `restarted` come with a port to it. */
export type ShopState = 'connected' | 'restarted' | 'gone' | 'gone-for-good';

/** What the main process says to the shop's process; `connect` comes with a window's port. */
export type ToShop = 'connect' | 'rest' | 'close';
