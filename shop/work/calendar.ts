import type { Locale } from '../../contract/values/words.ts';
import { stepWords } from '../../contract/words/index.ts';
import type { ReadContext, ReadHandler } from '../context.ts';
import { type CalendarEvent, calendarText } from './ical.ts';
import { type Other, otherWork } from './others.ts';
import { openReturns, type WorkItem } from './worklist.ts';

/** More than a person works through in a year is no calendar. */
const mostReturns = 2000;
const withinDays = 366;

const otherWords: Readonly<Record<Other['kind'], Readonly<Record<Locale, string>>>> = {
  repair: { 'zh-CN': '维修到期', en: 'Repair due' },
  claim: { 'zh-CN': '供应商索赔到期', en: 'Supplier claim due' },
  'red-invoice': { 'zh-CN': '红字确认单失效', en: 'Red invoice lapses' },
  'call-back': { 'zh-CN': '回访客户', en: 'Call the customer' },
  'store-credit': { 'zh-CN': '储值到期', en: 'Store credit expires' },
};

const calendarName = (shopName: string, locale: Locale): string =>
  locale === 'en' ? `${shopName} – returns` : `${shopName} 退货`;

/** Everything that is due, as the text of a calendar file. A return keeps its entry through all its steps: the file read again moves it. */
export const workCalendar: ReadHandler<'work.calendar'> = (context, { locale: asked, person }) => {
  const { settings, now, today } = context;
  const locale = asked ?? settings.locale;
  const returns = openReturns(context, { limit: mostReturns, whose: person });
  const others = otherWork(context, { withinDays, whose: person });
  const events = [
    ...returns.flatMap((item) => returnEvent(item, locale)),
    ...others.map((other) => otherEvent(other, locale)),
  ].map((event) => ({ ...event, uid: `${event.uid}@${shopMark(context)}.backshelf` }));
  const text = calendarText({ name: calendarName(settings.shopName, locale), stamp: now, events });
  return { fileName: `backshelf-${today}.ics`, text, events: events.length, day: today };
};

function returnEvent(item: WorkItem, locale: Locale): CalendarEvent[] {
  if (item.dueAt === undefined) return [];
  const who = item.customer?.name ?? item.customer?.code ?? item.customer?.phone;
  const summary = [stepWords[item.next][locale], item.number, who].filter(Boolean).join(' · ');
  const description = [item.goods, item.assignee].filter(Boolean).join('\n');
  return [{ uid: `return-${item.returnId}`, at: item.dueAt, summary, description }];
}

function otherEvent({ kind, number, about, dueAt, assignee }: Other, locale: Locale): CalendarEvent {
  const summary = [otherWords[kind][locale], number, about].filter(Boolean).join(' · ');
  return { uid: `${kind}-${number}`, at: dueAt, summary, description: assignee ?? '' };
}

/** Two shops in one calendar keep apart: the first event of a shop is its own. */
function shopMark({ store }: ReadContext): string {
  return store.work.firstFingerprint().slice(0, 16);
}
