import type { Paragraph } from "./lines.ts";

/**
 * Makes entries of the rows of a table without bars at its sides: lines on top of each other with equally many " | " in them and no
 * full stop at the end, two at least of three cells, three of two. A page's title may have a bar, too: "A visit | News".
 *
 * @param paragraphs of one run of lines without a blank line between; changed in place
 */
export function markBareRows(paragraphs: readonly Paragraph[]): void {
  const bars = paragraphs.map(({ lines: [line, second], kind }) =>
    line && !second && kind !== "furniture" && !/[.!?]$/u.test(line.content)
      ? line.content.split(" | ").length - 1
      : 0,
  );
  let from = 0;
  for (let end = 1; end <= paragraphs.length; end++) {
    if (bars[end] === bars[from]) continue;
    const own = bars[from] ?? 0;
    if (own > 0 && end - from >= (own > 1 ? 2 : 3))
      for (const row of paragraphs.slice(from, end)) row.kind = "item";
    from = end;
  }
}
