import { joinNumbers } from '../../contract/host.ts';
import { router } from '../state/router.svelte.ts';
import type { Wanted } from './print-out.ts';

/** Shows documents as they will be printed, with their tools. */
export function lookAt({ document, numbers, paper, locale }: Wanted): void {
  const params = { document, numbers: joinNumbers(numbers), paper, locale };
  router.go('/paper/:document/:numbers/:paper/:locale', { params, query: { preview: '1' } });
}
