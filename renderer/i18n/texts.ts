import { shellTexts } from './shell.ts';
import { uiTexts } from './ui.ts';

/** Every text of the window: one line per area. */
export const catalogue = {
  ...uiTexts,
  ...shellTexts,
};

export type Key = keyof typeof catalogue;
