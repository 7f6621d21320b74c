import { isDoubtful } from '../rules/actions.ts';
import { type Asked, momentOf } from '../rules/perform.ts';
import {
  chooseAgain,
  chooseClosing,
  chooseCost,
  chooseInvalid,
  chooseSettings,
  chooseTakeBack,
  confirmClock,
} from './desk.ts';
import { chooseCounter, chooseOpen } from './returns.ts';
import { chooseSale } from './sales.ts';
import { chooseAdvance, chooseMisfit } from './steps.ts';
import { chooseReceipt, chooseStocktake, chooseVoidReceipt } from './stock-book.ts';
import { type World, weighed } from './world.ts';

/** One step of a history. */
export type Deed =
  | { readonly do: 'ask' | 'ask-twice'; readonly asked: Asked }
  | { readonly do: 'ask-nonsense'; readonly name: string; readonly input: unknown }
  | { readonly do: 'restart' | 'back-up' | 'restore' };

type Way = (world: World) => Deed;

const ask =
  (choose: (world: World) => Asked): Way =>
  (world) => ({ do: world.random.percent(3) ? 'ask-twice' : 'ask', asked: choose(world) });

const ways: readonly (readonly [number, Way])[] = [
  [150, ask(chooseSale)],
  [110, ask(chooseOpen)],
  [110, ask(chooseCounter)],
  [390, ask(chooseAdvance)],
  [60, ask(chooseMisfit)],
  [50, ask(chooseTakeBack)],
  [20, ask(chooseCost)],
  [45, ask(chooseReceipt)],
  [12, ask(chooseVoidReceipt)],
  [60, ask(chooseStocktake)],
  [12, ask(chooseClosing)],
  [25, ask(chooseSettings)],
  [3, ask(confirmClock)],
  [45, ask(chooseAgain)],
  [15, (world) => ({ do: 'ask-nonsense', ...chooseInvalid(world) })],
  [3, () => ({ do: 'restart' })],
  [3, () => ({ do: 'back-up' })],
  [2, () => ({ do: 'restore' })],
];

/** What happens next: something that fits the books as they are, mostly. */
export function chooseDeed(world: World): Deed {
  const { clockDay } = momentOf(world.books, world.now);
  const doubtful = isDoubtful(clockDay, world.books.events.at(-1)?.day);
  return doubtful && world.random.percent(30) ? { do: 'ask', asked: confirmClock(world) } : weighed(world, ways)(world);
}
