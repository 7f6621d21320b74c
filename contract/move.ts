/** Why a folder cannot take the shop in, or did not. */
export type MoveUnfitWhy =
  /** The shop was opened in a folder that somebody named: it is not ours to move. */
  | 'named'
  /** Whoever is at the desk may not decide that, or nobody is. */
  | 'not-allowed'
  | 'no-folder'
  | 'not-writable'
  | 'nested'
  | 'not-empty'
  | 'network-share'
  | 'removable'
  | 'synced'
  | 'too-long'
  | 'no-room'
  | 'in-use'
  | 'copy-differs'
  | 'does-not-open'
  | 'disk'
  | 'stopped';
/** `detail`: the sync program, or the bytes that are missing. */
export type MoveUnfit = { readonly why: MoveUnfitWhy; readonly detail?: string };
export type MoveProgress = { readonly phase: 'copy' | 'check'; readonly done: number; readonly total: number };
/** `from` stays as it was. `isWhole`: the check of all books in the new place found nothing. */
export type Moved = { readonly from: string; readonly to: string; readonly isWhole: boolean };
export type MoveOutcome = { readonly ok: Moved } | { readonly unfit: MoveUnfit };

/**
 * What a host starts the shop's process for, after the folder: to serve windows (`moved`: the shop was moved there and is never founded anew),
 * or to look at a folder, or to copy the shop into it and end.
 */
export type ShopErrand = 'serve' | 'serve-moved' | 'look-at' | 'copy-to';
/** What a process on such an errand says to its host; the last one ends it. */
export type ErrandNews =
  | { readonly progress: MoveProgress }
  | { readonly done: { readonly isWhole: boolean } }
  | { readonly unfit: MoveUnfit };
