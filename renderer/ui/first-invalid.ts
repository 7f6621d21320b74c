import { tick } from 'svelte';

/** To the first field that is wrong, once the screen says so. */
export async function goToInvalid(around: HTMLElement | undefined): Promise<void> {
  await tick();
  around?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
