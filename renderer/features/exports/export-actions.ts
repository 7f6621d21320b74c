import FileOutput from '@lucide/svelte/icons/file-output';
import { type ListKind, listKinds } from '../../../contract/api/exports.ts';
import { t } from '../../i18n/index.ts';
import type { Action } from '../../state/actions.ts';
import { deskPerson } from '../../state/desk-person.svelte.ts';
import { exporting } from './exporting.svelte.ts';

const actionOf = (kind: ListKind): Action => ({
  id: `export.${kind}`,
  title: () => t(`exports.do-${kind}`),
  icon: FileOutput,
  when: () => deskPerson.may('figures'),
  run: () => exporting.open(kind),
});

/** Writing each list to a file, from anywhere. */
export const exportActions: readonly Action[] = listKinds.map(actionOf);
