import type { ActionContext } from '../../context.ts';

type Trace = {
  readonly kind: 'product' | 'customer' | 'supplier';
  readonly rowId: number;
  /** Nothing where it was made. */
  readonly before: object | undefined;
  readonly after: object;
};

/** Leaves what reading a file made or changed, so that it can be taken back. */
export function leaveTrace({ store }: ActionContext, actionId: string, { kind, rowId, before, after }: Trace): void {
  store.caches.files.addTrace({
    actionId,
    kind,
    rowId,
    before: before === undefined ? null : JSON.stringify(before),
    after: JSON.stringify(after),
  });
}
