/** No longer than what readers of PDFs and printers' drivers take: five metres. */
const longestPx = (5000 / 25.4) * 96;

/** How a roll is broken into pages of one length: what stands at `breaks` begins a page. Heights in CSS pixels. */
export type RollPlan = { readonly heightPx: number; readonly breaks: readonly number[] };

/**
 * Slips stand one after another, so that no paper is lost between them; a label is a page of its own, because a printer of labels moves
 * on to the next one where a page ends.
 */
export function planRoll(heights: readonly number[], { apart }: { readonly apart: boolean }): RollPlan {
  const breaks: number[] = [];
  let [strip, longest] = [0, 0];
  for (const [place, height] of heights.entries()) {
    if (place > 0 && (apart || strip + height > longestPx)) {
      breaks.push(place);
      strip = 0;
    }
    strip += height;
    longest = Math.max(longest, strip);
  }
  return { heightPx: longest, breaks };
}
