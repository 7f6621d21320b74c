import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { electronProgram } from '../../build/start/electron-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Electron's own program, where its download was possible: then everything runs in it too. */
export const realElectron = electronProgram(root);

export type ElectronRun = {
  readonly page: Page;
  shopPid(): Promise<number | undefined>;
  close(): Promise<void>;
};

/** What the person will choose takes the place of the system's dialogs. */
async function answerDialogs(app: ElectronApplication, answers: readonly (string | undefined)[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, picks) => {
      dialog.showOpenDialog = async () => {
        const path = picks.shift();
        return { canceled: !path, filePaths: path ? [path] : [] };
      };
    },
    answers.map((answer) => answer ?? null),
  );
}

/** The compiled program in the real Electron. */
export async function startElectron(options: {
  readonly program: string;
  readonly folder: string;
  readonly pickAnswers?: readonly (string | undefined)[];
}): Promise<ElectronRun> {
  const app = await electron.launch({
    executablePath: options.program,
    args: [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), BACKSHELF_DATA: options.folder },
  });
  await answerDialogs(app, options.pickAnswers ?? []);
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'backshelf' in globalThis);
  return {
    page,
    shopPid: () =>
      app.evaluate(({ app: running }) => running.getAppMetrics().find(({ name }) => name === 'Backshelf shop')?.pid),
    close: () => app.close(),
  };
}
