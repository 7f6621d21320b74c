/** Whether the few words about the program are shown. */
class About {
  shown = $state(false);

  open(): void {
    this.shown = true;
  }
}

export const about = new About();
