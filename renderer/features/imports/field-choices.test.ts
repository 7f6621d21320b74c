import { expect, test } from 'vitest';
import { columnChoices } from './field-choices.ts';

test('a column is offered with the first thing that stands in it, cut where it is long', () => {
  const sample = [
    { Nr: '', Was: 'Teekanne aus Steingut, blau glasiert' },
    { Nr: 'A-1', Was: 'Tasse' },
  ];
  expect(columnChoices({ columns: ['Nr', 'Was', 'leer'], sample })).toEqual([
    { value: 'Nr', label: 'Nr · A-1' },
    { value: 'Was', label: 'Was · Teekanne aus Steingut, b…' },
    { value: 'leer', label: 'leer' },
  ]);
});
