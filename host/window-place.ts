import { z } from 'zod';

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Rectangle = z.infer<typeof rectangleSchema>;

const placeSchema = rectangleSchema.extend({ isMaximized: z.boolean() });
/** Where the window was last, not counting that it was maximised. */
export type WindowPlace = z.infer<typeof placeSchema>;

export const usualSize = { width: 1280, height: 800 };
/** So much of its upper edge must lie on a screen that it can be taken hold of. */
const graspable = { width: 120, height: 32 };

function sharedArea(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width < graspable.width || height < graspable.height ? 0 : width * height;
}

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * What was kept of a window's place, brought onto a screen that exists: the one it shares most with, wholly within the part that is free for
 * windows. Only its size where that screen is gone, so that the system puts it in the middle; nothing where nothing sensible was kept.
 */
export function fittedPlace(
  kept: unknown,
  screens: readonly Rectangle[],
): { readonly bounds: Partial<Rectangle>; readonly isMaximized: boolean } {
  const parsed = placeSchema.safeParse(kept);
  if (!parsed.success) return { bounds: usualSize, isMaximized: false };
  const { isMaximized, ...was } = parsed.data;
  const [nearest] = [...screens].sort((a, b) => sharedArea(was, b) - sharedArea(was, a));
  const width = Math.min(was.width, nearest?.width ?? usualSize.width);
  const height = Math.min(was.height, nearest?.height ?? usualSize.height);
  if (!nearest || sharedArea(was, nearest) === 0) return { bounds: { width, height }, isMaximized };
  const x = between(nearest.x, was.x, nearest.x + nearest.width - width);
  const y = between(nearest.y, was.y, nearest.y + nearest.height - height);
  return { bounds: { x, y, width, height }, isMaximized };
}
