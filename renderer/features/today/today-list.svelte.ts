import { workSteps } from '../../../contract/api/work.ts';
import type { Output } from '../../../contract/api.ts';
import { stepWords } from '../../../contract/words/index.ts';
import { say, t } from '../../i18n/index.ts';
import { host } from '../../state/bridge.ts';
import { notices } from '../../state/notices.svelte.ts';
import { Query } from '../../state/query.svelte.ts';
import { router } from '../../state/router.svelte.ts';
import { ask } from '../../state/shop.svelte.ts';
import type { Option } from '../../ui/index.ts';
import { type Filter, fits, type WorkRow, workRows } from './work-rows.ts';

const filters: readonly Filter[] = ['all', ...workSteps, 'others'];
/** In the list of people: everybody, and nobody. Names are never empty, and never of one sign alone like these. */
const [everybody, nobody] = ['*', '-'] as const;

/** The work list of the home screen, narrowed by step and by person. The address keeps both. */
export class TodayList {
  selected = $state.raw<WorkRow>();
  readonly work = new Query('returns.worklist', () => ({ limit: 1000, ...this.#whose() }));
  readonly rows = $derived<readonly WorkRow[]>(this.work.data ? workRows(this.work.data) : []);
  readonly shown = $derived(this.rows.filter((row) => fits(row, this.filter)));

  get filter(): Filter {
    return filters.find((known) => known === router.query('next')) ?? 'all';
  }

  get person(): string {
    return router.query('person') ?? everybody;
  }

  get people(): readonly string[] {
    return this.work.data?.people.map(({ person }) => person) ?? [];
  }

  get narrowedTo(): string | undefined {
    if (this.filter !== 'all') return wordOf(this.filter);
    if (this.person === everybody) return undefined;
    return this.person === nobody ? t('today.nobody') : this.person;
  }

  /** The steps something waits for, each with how much. */
  get filterOptions(): Option<Filter>[] {
    const counts = Object.groupBy(this.rows, (row) => (row.kind === 'return' ? row.next : 'others'));
    return filters
      .filter((filter) => filter === 'all' || counts[filter] || filter === this.filter)
      .map((value) => ({
        value,
        label: value === 'all' ? t('today.all') : `${wordOf(value)} ${counts[value]?.length ?? 0}`,
      }));
  }

  get personOptions(): Option[] {
    const { work, person } = this;
    const known: Output<'returns.worklist'>['people'] = work.data?.people ?? [];
    const missing = [everybody, nobody, ...this.people].includes(person) ? [] : [{ value: person, label: person }];
    return [
      { value: everybody, label: t('today.everybody') },
      { value: nobody, label: t('today.nobody') },
      ...known.map(({ person: name, open, late }) => ({
        value: name,
        label: late > 0 ? t('today.person-late', { name, open, late }) : t('today.person-open', { name, open }),
      })),
      ...missing,
    ];
  }

  show({ next = this.filter, person = this.person }: { next?: Filter; person?: string }): void {
    router.replaceQuery({ ...(next !== 'all' && { next }), ...(person !== everybody && { person }) });
  }

  /** All due work as a file that any calendar reads. */
  async saveCalendar(): Promise<void> {
    const answer = await ask('work.calendar', this.#whose());
    if (!answer.ok) return;
    const { fileName: name, text, events } = answer.ok;
    const path = await host().saveText({ name, text });
    notices.say({
      tone: 'good',
      text: t('today.calendar-saved', { count: events }),
      action: { label: t('paper.show-file'), run: () => host().reveal(path) },
    });
  }

  #whose(): { person?: string | null } {
    if (this.person === everybody) return {};
    return { person: this.person === nobody ? null : this.person };
  }
}

function wordOf(filter: Exclude<Filter, 'all'>): string {
  return filter === 'others' ? t('today.others') : say(stepWords[filter]);
}
