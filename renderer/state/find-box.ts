/** The box at the top of the window, for who wants to send the person there. */
class FindBoxHandle {
  element: HTMLInputElement | undefined;
  /** Where the arrow down leads from the empty box: the list of the screen. */
  below: (() => void) | undefined;

  /** Shows what can be found and done before anything is typed. */
  show: (() => void) | undefined;

  focus(): void {
    this.element?.focus();
    this.element?.select();
  }

  open(): void {
    this.focus();
    this.show?.();
  }
}
export const findBox = new FindBoxHandle();
