import { expect, test } from 'vitest';
import { Finish } from './finish.svelte.ts';
import { Work } from './work.svelte.ts';

test('work says what was done; what costs says how it was paid', () => {
  const work = new Work();
  expect([work.toInput({ ticketId: 7 }), work.missing]).toEqual([undefined, true]);
  work.what = ' new hinge ';
  work.cents = 1250;
  work.paidBy = 'wechat';
  work.minutes = 20;
  expect(work.toInput({ ticketId: 7 })).toEqual({
    ticketId: 7,
    kind: 'part',
    what: 'new hinge',
    minutes: 20,
    cents: 1250,
    paidBy: 'wechat',
  });
});

test('a note costs nothing, whatever stood in the field before', () => {
  const work = new Work();
  work.what = 'part ordered';
  work.cents = 1250;
  work.kind = 'note';
  expect(work.toInput({ ticketId: 7 })).toEqual({ ticketId: 7, kind: 'note', what: 'part ordered' });
});

test('an entry that was left comes back as it was', () => {
  const work = new Work();
  work.what = 'soldered';
  work.kind = 'labour';
  work.minutes = 30;
  const again = new Work();
  again.restore(JSON.parse(JSON.stringify(work.keep())));
  expect(again.keep()).toEqual(work.keep());
});

const ofShop = { ticketId: 7, want: 'refund', mayGoHome: true } as const;

test('the end of a repair waits for whether it helped', () => {
  const finish = new Finish(ofShop);
  expect([finish.toInput(), finish.undecided]).toEqual([undefined, true]);
  finish.pickMended(true);
  expect([finish.toInput(), finish.undecided]).toEqual([
    { ticketId: 7, mended: true, grade: 'B', disposition: 'resell' },
    false,
  ]);
});

test('what was mended is resold, what was not is scrapped, and what was only to be mended goes home', () => {
  const ways = (of: ConstructorParameters<typeof Finish>[0]) =>
    [true, false].map((mended) => {
      const finish = new Finish(of);
      finish.pickMended(mended);
      return finish.disposition;
    });
  expect(ways(ofShop)).toEqual(['resell', 'scrap']);
  expect(ways({ ...ofShop, want: 'repair' })).toEqual(['send-back', 'send-back']);
  expect(ways({ ...ofShop, want: 'repair', mayGoHome: false })).toEqual(['resell', 'scrap']);
});

test('what was paid for does not go home', () => {
  const finish = new Finish({ ...ofShop, mayGoHome: false });
  finish.pickMended(true);
  finish.pickWay('send-back');
  expect(finish.disposition).toBe('resell');
});

test('a write-down and a twin go along only where they mean something', () => {
  const finish = new Finish(ofShop);
  finish.pickMended(true);
  finish.writeDownCents = 500;
  finish.twin.flaw = 'scratched';
  expect(finish.toInput()).toEqual({
    ticketId: 7,
    mended: true,
    grade: 'B',
    disposition: 'resell',
    writeDownCents: 500,
    twin: { flaw: 'scratched' },
  });
  finish.pickWay('scrap');
  expect(finish.toInput()).toEqual({ ticketId: 7, mended: true, grade: 'B', disposition: 'scrap' });
});
