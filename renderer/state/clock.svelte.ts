const tickMs = 20_000;

/** The time of the window, moving on every twenty seconds, so that "3 min left" stays true. */
class Clock {
  now = $state(Date.now());

  constructor() {
    setInterval(() => {
      this.now = Date.now();
    }, tickMs);
  }
}

export const clock = new Clock();
