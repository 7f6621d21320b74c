import { type DifferenceReason, differenceReasons } from '../../../contract/api/stocktakes.ts';
import type { Output } from '../../../contract/api.ts';
import {
  type Disposition,
  dispositions,
  type Grade,
  grades,
  type Place,
  places,
} from '../../../contract/values/words.ts';
import { dispositionWords, gradeWords, placeWords, reasonWord } from '../../../contract/words/index.ts';
import { language, say, t } from '../../i18n/index.ts';
import { shopSettings } from '../../state/settings.svelte.ts';

export type Happening = Output<'stock.history'>['items'][number];

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  words.some((word) => word === text);

/** What the shop notes beside a happening is a code: a reason, a place, a grade; names stay as they are. */
export function detailOf({ what, detail }: Happening): string {
  if (detail === undefined) return '';
  if (what === 'returned') return reasonWord(detail, language.locale, shopSettings.current?.reasons ?? []);
  if (what === 'counted')
    return isOneOf<DifferenceReason>(differenceReasons, detail) ? t(`stocktakes.reason-${detail}`) : detail;
  if (what === 'graded' || what === 'repaired' || what === 'moved' || what === 'revalued')
    return detail.split(' ').map(wordOf).join(' · ');
  return detail;
}

function wordOf(code: string): string {
  if (isOneOf<Grade>(grades, code)) return say(gradeWords[code]);
  if (isOneOf<Disposition>(dispositions, code)) return say(dispositionWords[code]);
  return isOneOf<Place>(places, code) ? say(placeWords[code]) : code;
}
