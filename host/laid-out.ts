/** The window has no such sheet; the message is its own sentence, in the language of the sheet. */
export class NothingToPrint extends Error {
  override readonly name = 'NothingToPrint';
}

type Answer = { readonly heightPx: number } | { readonly problem: string };

/**
 * Asked in the page: waits until it says that its sheet is laid out (texts in, codes drawn, fonts there) or that there is none.
 * The height of a roll is that of its one sheet, in CSS pixels.
 */
const whenLaidOut = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => {
    if (root.dataset.paper === 'ready') {
      const sheet = document.querySelector('.sheet') ?? document.body;
      resolve({ heightPx: sheet.getBoundingClientRect().height });
    } else if (root.dataset.paper === 'missing') {
      resolve({ problem: document.querySelector('[role="alert"]')?.textContent ?? '' });
    }
  };
  new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['data-paper'] });
  look();
})`;

const withinMs = 20_000;

/** Waits for the sheet on a page that `evaluate` runs scripts in, and gives its height. Rejects with `NothingToPrint`. */
export async function laidOut(evaluate: (script: string) => Promise<unknown>): Promise<number> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new Error('The sheet of paper was not laid out in time.')), withinMs);
  });
  try {
    const answer = (await Promise.race([evaluate(whenLaidOut), tooLate])) as Answer;
    if ('problem' in answer) throw new NothingToPrint(answer.problem.trim());
    return answer.heightPx;
  } finally {
    clearTimeout(late);
  }
}
