import { onMount, tick } from 'svelte';

/**
 * Says that a sheet stands as it will be printed, with its fonts, unless it was closed meanwhile. `layOut` is done before. Call it while
 * a component is set up.
 */
export function whenLaidOut(onready: () => void, layOut: () => void = () => undefined): void {
  onMount(() => {
    let isOpen = true;
    void document.fonts.ready
      .then(layOut)
      .then(tick)
      .then(() => isOpen && onready());
    return () => {
      isOpen = false;
    };
  });
}
