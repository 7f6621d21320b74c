import type { Page } from 'playwright-core';
import { answerAsInstalled, type InstalledAnswers } from '../../e2e/support/installed-program.ts';
import type { Screen } from './screen.ts';

const file = 'Backshelf-0.2.0-windows-x64-setup.exe';

const chosen = (choice: InstalledAnswers['choices'][number]) => async (page: Page) => {
  await answerAsInstalled(page, { installedAs: 'windows-installer', choices: [choice] });
  await page.getByRole('button', { name: /^(选择安装文件|Choose the file)/ }).click();
};

export const updateScreens: readonly Screen[] = [
  { name: 'update', route: '/#/update' },
  { name: 'update-found', route: '/#/update', steps: chosen({ found: { file, version: '0.2.0' } }) },
  {
    name: 'update-refused',
    route: '/#/update',
    steps: chosen({ refused: { code: 'content-wrong', file } }),
  },
];
