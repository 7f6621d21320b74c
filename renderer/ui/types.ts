import type { Component } from 'svelte';

/** An icon of `@lucide/svelte/icons/…`. */
export type IconPart = Component<{ class?: string }>;
/** The four meanings, and none. */
export type Tone = 'good' | 'wait' | 'wrong' | 'note' | 'plain';
export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
};
