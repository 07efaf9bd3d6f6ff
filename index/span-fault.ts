import type { Span } from "./document.ts";

/**
 * What is wrong with spans of a text of `length` code units, or `null`.
 *
 * @param apart whether they may not overlap
 */
export function findSpanFault(
  what: string,
  spans: readonly Span[],
  length: number,
  apart: boolean,
): string | null {
  let earliest = 0;
  for (const { start, end } of spans) {
    if (!isRange(start, end, length)) return `a ${what} from ${start} to ${end} in a text of ${length}`;
    if (start < earliest) return `a ${what} from ${start} to ${end} out of order`;
    earliest = apart ? end : start;
  }
  return null;
}

/** What is wrong with pages of a text of `length` code units, or `null`: like spans, but a page may be empty. */
export function findPageFault(pages: readonly Span[], length: number): string | null {
  const fault = findSpanFault(
    "page",
    pages.filter(({ start, end }) => start !== end),
    length,
    true,
  );
  const stray = pages.find(({ start, end }) => start === end && !isRange(start, start + 1, length + 1));
  return fault ?? (stray ? `a page at ${stray.start} in a text of ${length}` : null);
}

/** Whether `[start, end)` holds something and lies within `[0, length)`. */
export function isRange(start: number, end: number, length: number): boolean {
  return (
    Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end && end <= length
  );
}
