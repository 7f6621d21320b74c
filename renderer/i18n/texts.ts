import { careTexts } from './care.ts';
import { findTexts } from './find.ts';
import { settingsTexts } from './settings.ts';
import { shellTexts } from './shell.ts';
import { startTexts } from './start.ts';
import { todayTexts } from './today.ts';
import { uiTexts } from './ui.ts';

/** Every text of the window: one line per area. */
export const catalogue = {
  ...uiTexts,
  ...shellTexts,
  ...findTexts,
  ...careTexts,
  ...startTexts,
  ...todayTexts,
  ...settingsTexts,
};

export type Key = keyof typeof catalogue;
