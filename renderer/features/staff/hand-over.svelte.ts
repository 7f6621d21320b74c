export type RecoveryCode = { readonly name: string; readonly code: string };

/** A recovery code that was just made: shown until somebody says that it is kept, and then nowhere any more. */
class HandOver {
  shown = $state.raw<RecoveryCode>();

  show(code: RecoveryCode): void {
    this.shown = code;
  }

  done(): void {
    this.shown = undefined;
  }
}

export const handOver = new HandOver();
