import type { Span } from "../../index/index.ts";
import { findEscapes } from "./escape.ts";

/** How much room a part of a text takes as Markdown: never less than what is drawn, and more for more text. */
export interface Measure {
  /** Characters, each line with its prefix. */
  characters(start: number, end: number): number;
  lines(start: number, end: number): number;
}

/**
 * Measures neutral text once, so that trying where to cut it costs nothing.
 *
 * @param prefix what stands before each line
 * @param emphasis spans drawn in bold, in order
 */
export function measureText(text: string, prefix: string, emphasis: readonly Span[] = []): Measure {
  const marks = new Uint8Array(text.length);
  for (const { start, end } of emphasis) marks.fill(1, start, end);
  const characters = new Uint32Array(text.length + 1);
  const lines = new Uint32Array(text.length + 1);
  let at = 0;
  for (const line of text.split("\n")) {
    const escapes = findEscapes(line);
    for (let unit = 0; unit <= line.length && at < text.length; unit++, at++) {
      const isBreak = unit === line.length;
      const isBold = marks[at] === 1;
      // Bold begins, ends, or is interrupted by the line's end.
      const bold = (isBold && (at === 0 || marks[at - 1] === 0) ? 4 : 0) + (isBold && isBreak ? 4 : 0);
      const own = isBreak ? 1 + prefix.length : escapes.has(unit) ? 2 : 1;
      characters[at + 1] = (characters[at] ?? 0) + own + bold;
      lines[at + 1] = (lines[at] ?? 0) + (isBreak ? 1 : 0);
    }
  }
  const between = (sums: Uint32Array, start: number, end: number): number =>
    (sums[end] ?? 0) - (sums[start] ?? 0);
  return {
    // Cut inside bold, a part has marks of its own; where it begins a line, one escape more.
    characters: (start, end) =>
      prefix.length + between(characters, start, end) + (emphasis.length > 0 ? 4 : 0) + 1,
    lines: (start, end) => 1 + between(lines, start, end),
  };
}
