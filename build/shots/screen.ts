import type { Page } from 'playwright-core';
import type { StartedHost } from '../../e2e/support/start-host.ts';

export type Call = StartedHost['call'];

/** One picture: how to reach the screen on the filled demo shop, and what to do there before it is taken. */
export type Screen = {
  readonly name: string;
  readonly route: string | ((call: Call) => Promise<string>);
  readonly steps?: (page: Page) => Promise<void>;
  /** Taken on a shop that nobody has set up yet, or on one whose file is damaged; else on the filled demo shop. */
  readonly shop?: 'empty' | 'damaged';
};
