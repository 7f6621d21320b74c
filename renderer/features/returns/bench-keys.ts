import { dispositions, grades } from '../../../contract/values/words.ts';
import { dispositionWords, gradeWords } from '../../../contract/words/index.ts';
import { say, t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';
import type { Bench } from './bench.svelte.ts';

export const gradeKeys = grades.join('');
/** `1` to `5`, in the order of the ways. */
export const dispositionKeys = dispositions.map((_, index) => index + 1).join('');

type BenchDoing = { readonly record: () => Promise<void>; readonly photo: () => void };

/** The keys of the bench: they act on the grading in hand, wherever the focus is but in a field for text. */
export function benchKeys(bench: Bench, { record, photo }: BenchDoing): Action[] {
  return [
    ...([true, false] as const).map(
      (ok): Action => ({
        id: ok ? 'bench.yes' : 'bench.no',
        title: () => t(ok ? 'bench.say-yes' : 'bench.say-no'),
        shortcut: ok ? 'Y' : 'N',
        when: () => (bench.grading?.checks.list.length ?? 0) > 0,
        run: () => bench.answer(ok),
      }),
    ),
    { id: 'bench.photo', title: () => t('photos.add'), shortcut: 'F', run: photo },
    ...grades.map(
      (grade): Action => ({
        id: `bench.grade.${grade}`,
        title: () => t('returns.pick-grade', { grade: say(gradeWords[grade]) }),
        shortcut: grade,
        run: () => bench.pick({ grade }),
      }),
    ),
    ...dispositions.map(
      (disposition, index): Action => ({
        id: `bench.way.${disposition}`,
        title: () => say(dispositionWords[disposition]),
        shortcut: String(index + 1),
        when: () => bench.grading?.grade !== undefined,
        run: () => bench.pick({ disposition }),
      }),
    ),
    { id: 'bench.split', title: () => t('returns.split'), shortcut: 'S', run: () => bench.split() },
    { id: 'bench.next', title: () => t('returns.next-line'), shortcut: 'Alt+N', run: () => bench.goTo(bench.at + 1) },
    {
      id: 'bench.previous',
      title: () => t('returns.previous-line'),
      shortcut: 'Alt+P',
      run: () => bench.goTo(bench.at - 1),
    },
    { id: 'bench.record', title: () => t('returns.record-inspection'), shortcut: 'Ctrl+Enter', run: record },
  ];
}
