import type { ReadHandler } from '../context.ts';
import { viewCount, viewMove } from './view.ts';

const usualLimit = 200;

export const listDrawer: ReadHandler<'drawer.list'> = ({ store }, { from, to, limit = usualLimit }) => {
  const listing = { from: from ?? '', to: to ?? '9999-12-31', limit };
  return {
    counts: store.drawer.counts(listing).map(viewCount),
    moves: store.drawer.moves(listing).map(viewMove),
  };
};
