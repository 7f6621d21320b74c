import type { ListKind } from '../../../contract/api/exports.ts';

/** The list that is being written to a file: asked for by any screen or the find box, done on one sheet over all of them. */
class Exporting {
  kind = $state<ListKind>();

  open(kind: ListKind): void {
    this.kind = kind;
  }

  close(): void {
    this.kind = undefined;
  }
}

export const exporting = new Exporting();
