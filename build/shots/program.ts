import type { Page } from 'playwright-core';
import type { HostAbilities } from '../../contract/host.ts';
import type { MoveOutcome } from '../../contract/move.ts';
import type { Screen } from './screen.ts';

type Bridged = { readonly backshelf: { readonly host: HostAbilities } };

/** Answers as a host whose shop may be moved, with what such a move comes to. */
async function moveComingTo(page: Page, outcome: MoveOutcome): Promise<void> {
  await page.addInitScript((given) => {
    const { host } = (globalThis as unknown as Bridged).backshelf;
    const { info } = host;
    Object.assign(host, {
      info: async () => ({ ...(await info()), canMove: true, demo: false }),
      pickFolder: async () => 'D:\\我的店\\Backshelf',
      moveShop: async () => given,
    } satisfies Partial<HostAbilities>);
  }, outcome);
  await page.reload();
  await page.getByRole('button', { name: /^(移到别的文件夹…|Move it…)$/ }).click();
}

const moveButton = /^(开始移动|Move the shop)/;

async function openAbout(page: Page): Promise<void> {
  const isEnglish = (await page.locator('html').getAttribute('lang')) === 'en';
  await page.keyboard.press('Control+k');
  await page.keyboard.type(isEnglish ? 'About' : '关于');
  await page.getByRole('option', { name: /关于回架|About Backshelf/ }).click();
}

export const programScreens: readonly Screen[] = [
  { name: 'guide', route: '/#/guide?chapter=2' },
  { name: 'about', route: '/#/', steps: openAbout },
  {
    name: 'licences',
    route: '/#/',
    steps: async (page) => {
      await openAbout(page);
      await page.getByRole('button', { name: /^(开源许可|Licences)$/ }).click();
    },
  },
  {
    name: 'data-folder',
    route: '/#/settings',
    steps: (page) => page.getByRole('heading', { name: /^(数据文件夹|Data folder)$/ }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'move',
    route: '/#/settings',
    steps: (page) => moveComingTo(page, { unfit: { why: 'removable' } }),
  },
  {
    name: 'move-unfit',
    route: '/#/settings',
    steps: async (page) => {
      await moveComingTo(page, { unfit: { why: 'removable' } });
      await page.getByRole('button', { name: moveButton }).click();
    },
  },
  {
    name: 'moved',
    route: '/#/settings',
    steps: async (page) => {
      const [from, to] = ['C:\\Users\\wang\\AppData\\Local\\Backshelf', 'D:\\我的店\\Backshelf'];
      await moveComingTo(page, { ok: { from, to, isWhole: true } });
      await page.getByRole('button', { name: moveButton }).click();
      await page
        .getByText(/(原样留着，不再使用|no longer used)/)
        .first()
        .scrollIntoViewIfNeeded();
    },
  },
];
