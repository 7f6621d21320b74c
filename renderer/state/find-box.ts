/** The box at the top of the window, for who wants to send the person there. */
class FindBoxHandle {
  element: HTMLInputElement | undefined;
  /** Where the arrow down leads from the empty box: the list of the screen. */
  below: (() => void) | undefined;

  focus(): void {
    this.element?.focus();
    this.element?.select();
  }
}
export const findBox = new FindBoxHandle();
