import type { Page } from 'playwright-core';

type Words = { readonly title: string; readonly missing: string; readonly take: string; readonly back: string };

const words: Readonly<Record<'zh' | 'en', Words>> = {
  zh: { title: '文件夹的完整路径', missing: '没有这个文件夹，请检查路径。', take: '确定', back: '取消' },
  en: {
    title: 'Full path of the folder',
    missing: 'There is no such folder. Please check the path.',
    take: 'OK',
    back: 'Cancel',
  },
};

/**
 * Asks for a folder's path by typing, where the system has no dialog for it. Asks again until the folder exists; nothing when
 * the person turned back.
 */
export async function askForFolder(
  page: Page,
  isFolder: (path: string) => Promise<boolean>,
): Promise<string | undefined> {
  const language = await page.locator('html').getAttribute('lang');
  const said = words[language?.startsWith('zh') ? 'zh' : 'en'];
  for (let typed: string | null = '', wrong = false; ; wrong = true) {
    typed = await page.evaluate(askInPage, { said, typed, wrong });
    if (typed === null) return undefined;
    if (await isFolder(typed)) return typed;
  }
}

/** Runs in the page, as text. */
function askInPage({ said, typed, wrong }: { said: Words; typed: string; wrong: boolean }): Promise<string | null> {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    const form = document.createElement('form');
    form.method = 'dialog';
    const label = document.createElement('label');
    label.textContent = said.title;
    const field = document.createElement('input');
    field.value = typed;
    field.size = 60;
    field.required = true;
    const problem = document.createElement('p');
    problem.role = 'alert';
    problem.textContent = wrong ? said.missing : '';
    const take = document.createElement('button');
    take.textContent = said.take;
    const back = document.createElement('button');
    back.type = 'button';
    back.textContent = said.back;
    back.addEventListener('click', () => dialog.close());
    let answer: string | null = null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer = field.value.trim();
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    label.append(field);
    form.append(label, problem, take, back);
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
    field.focus();
  });
}
