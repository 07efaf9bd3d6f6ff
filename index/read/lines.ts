import type { BlockKind, Span } from "../document.ts";
import { compose } from "../text/compose.ts";

/** A line of a text, without the white space and the marks of quotation (">") around it. */
export interface Line extends Span {
  /** In composed letters: offsets in it are the text's only up to the first letter. */
  readonly content: string;
  /** As the text has it. */
  readonly written: string;
  /** UTF-16 code units from the beginning of the line as it stands in the text. */
  readonly width: number;
}

/** Lines that make one block. */
export interface Paragraph {
  readonly lines: Line[];
  kind: BlockKind;
}

/** How a line ends that ends a sentence, or leads one in. */
export const ENDS_SENTENCE = /[.!?…:;]["'”’)\]]*$/u;

/** The mark of a list's entry: "2.", "(b)", "A7.". A capital with a full stop is none: it is rather the initial of a name. */
export const LIST_MARK =
  /^(?:[-*+•–▪◦●]|\(?[A-Z]?\d{1,2}[.)]|\(?(?:[a-z]|[ivx]{1,4})[.)]|\(?[A-Z]\)|\(?[IVX]{2,4}[.)])\s+/u;

/** The marks of a quoted mail before a word or a list's entry: "> 5,000" is rather a number. */
const QUOTATION_MARK = /^(?:\s*>)+\s*(?=[\p{L}"'“‘([]|[-*•–] |\d{1,2}[.)] |$)/u;

/** Widths at which mail programs and converters break lines. UTF-16 code units. */
const NARROWEST = 45;
const WIDEST = 130;
/** By so much may the widest line seen be narrower than the width at which lines were broken. */
const WIDTH_TOLERANCE = 10;

/** Runs of lines without a blank one between, of the part of a text that a span names. */
export function groupLines(text: string, span: Span): Line[][] {
  const groups: Line[][] = [[]];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const [raw] = match;
    const written = raw.replace(QUOTATION_MARK, "").trim();
    const previous = groups.at(-1)?.at(-1);
    const start = span.start + match.index + raw.lastIndexOf(written);
    const end = start + written.length;
    const gap = previous ? text.slice(previous.end, start) : "";
    if (previous && (!written || (gap.match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0) > 1)) groups.push([]);
    const lineStart = match.index > 0 ? span.start + match.index : text.lastIndexOf("\n", start - 1) + 1;
    const width = end - lineStart;
    if (written) groups.at(-1)?.push({ start, end, content: compose(written), written, width });
  }
  return groups.filter((group) => group.length > 0);
}

/** Whether all lines but the last have about one width, as a mail program or a converter makes them. */
export function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 3 || LIST_MARK.test(lines[0]?.content ?? "")) return false;
  const widths = lines.map(({ width }) => width);
  const hasRunningLine = lines.slice(1).some(({ content }) => /^\p{Ll}/u.test(content));
  // Not Math.min(...): a text of a million lines has more of them than a function may have arguments.
  const isInside = widths.every(
    (width, position) => width <= WIDEST && (width >= NARROWEST || position === widths.length - 1),
  );
  return hasRunningLine && isInside;
}

/** The width at which the lines of a text are broken, or `null` where each paragraph is one line. */
export function findWrapWidth(text: string, span: Span): number | null {
  const widths = groupLines(text, span)
    .filter(isWrapped)
    .map((group) => group.reduce((widest, { width }) => Math.max(widest, width), 0));
  return widths.length > 0 ? widths.reduce((widest, width) => Math.max(widest, width)) : null;
}

/** Whether a line was broken because the next word had no room in it. */
export function isFull(line: Line, next: Line, wrapWidth: number | null): boolean {
  if (wrapWidth === null || line.width > wrapWidth + WIDTH_TOLERANCE) return false;
  return line.width + 1 + next.content.split(/\s/u, 1).join("").length > wrapWidth;
}
