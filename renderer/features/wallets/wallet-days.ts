import { daysOfMonth, monthOf } from '../../../contract/values/days.ts';

export const lastDayOfMonth = (day: string): string => daysOfMonth(monthOf(day)).to;
