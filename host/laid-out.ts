/** The window has no such sheet; the message is its own sentence, in the language of the sheet. */
export class NothingToPrint extends Error {
  override readonly name = 'NothingToPrint';
}

type Answer = { readonly heightPx: number } | { readonly problem: string };

/**
 * Asked in the page: waits until it says that its sheets are laid out (texts in, codes drawn, fonts there) or that there are none.
 * How long a page of a roll is, in CSS pixels, the page says itself.
 */
const whenLaidOut = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => {
    if (root.dataset.paper === 'ready') {
      resolve({ heightPx: Number(root.dataset.paperHeight) });
    } else if (root.dataset.paper === 'missing') {
      resolve({ problem: document.querySelector('[role="alert"]')?.textContent ?? '' });
    }
  };
  new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['data-paper'] });
  look();
})`;

/** Enough for as many sheets as one job may have, on a slow PC. */
const withinMs = 60_000;

/** Waits for the sheets on a page that `evaluate` runs scripts in, and gives its height. Rejects with `NothingToPrint`. */
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
