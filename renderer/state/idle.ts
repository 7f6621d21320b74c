const hands = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

type Watching = {
  /** After this long without a hand on mouse or keyboard. */
  readonly afterMs: number;
  readonly onIdle: () => void;
  /** Milliseconds of a clock that only runs forward. */
  readonly steady?: () => number;
};

/** Watches for hands on mouse and keyboard, by one timer that is not set anew with every movement. Gives the way to stop. */
export function watchHands(
  page: EventTarget,
  { afterMs, onIdle, steady = () => performance.now() }: Watching,
): () => void {
  let last = steady();
  let timer: ReturnType<typeof setTimeout>;
  const touched = (): void => {
    last = steady();
  };
  const look = (): void => {
    const left = last + afterMs - steady();
    if (left > 0) timer = setTimeout(look, left);
    else onIdle();
  };
  for (const hand of hands) page.addEventListener(hand, touched, { capture: true, passive: true });
  timer = setTimeout(look, afterMs);
  return () => {
    clearTimeout(timer);
    for (const hand of hands) page.removeEventListener(hand, touched, { capture: true });
  };
}
