import pc from "picocolors";
import type { Span } from "../../index/index.ts";

/** How text is shown: the width in columns, and whether colours and bold may be used. */
export interface Style {
  readonly width: number;
  readonly color: boolean;
}

/** Ways to set words apart; without colours they change nothing, so that text stays verbatim. */
export type Paint = ReturnType<typeof pc.createColors>;

/** The ways to set words apart in this style. */
export function createPaint(style: Style): Paint {
  return pc.createColors(style.color);
}

/**
 * The text with everything replaced that a terminal would obey or that would reorder what is read: control characters
 * become their pictures, bidirectional overrides a replacement mark. Line breaks stay, tabs become spaces. One code
 * unit stays one, so that spans keep their meaning.
 */
export function neutralise(text: string): string {
  return text
    .replace(/\r(?=\n)|\t/g, " ")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/[\x00-\x09\x0B-\x1F]/g, (control) => String.fromCharCode(0x24_00 + control.charCodeAt(0)))
    .replace(/\x7F/g, "\u2421")
    .replace(/[\x80-\x9F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
}

/** As `neutralise`, on one line. */
export function neutraliseLine(text: string): string {
  return neutralise(text).replace(/\n/g, " ");
}

/**
 * The lines of a neutralised text, each at most `width` columns unless one word alone is wider. Breaks stand only where
 * the text has a space or a line break; empty lines are dropped. Lines are spans of the text, without spaces at their ends.
 */
export function wrap(text: string, width: number): Span[] {
  const lines: Span[] = [];
  let line: { start: number; end: number } | undefined;
  for (const match of text.matchAll(/\n|[^ \n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[0] === "\n") {
      if (line !== undefined) lines.push(line);
      line = undefined;
    } else if (line !== undefined && countColumns(text.slice(line.start, end)) <= width) {
      line.end = end;
    } else {
      if (line !== undefined) lines.push(line);
      line = { start, end };
    }
  }
  if (line !== undefined) lines.push(line);
  return lines;
}

/** A neutralised text in lines of at most `width` columns, the spans in `emphasis` set apart. */
export function wrapEmphasised(
  text: string,
  emphasis: readonly Span[],
  width: number,
  set: (words: string) => string,
): string[] {
  return wrap(text, width).map((line) => {
    let shown = "";
    let position = line.start;
    for (const span of [...emphasis].sort((a, b) => a.start - b.start)) {
      const start = Math.max(position, span.start);
      const end = Math.min(line.end, span.end);
      if (start >= end) continue;
      shown += text.slice(position, start) + set(text.slice(start, end));
      position = end;
    }
    return shown + text.slice(position, line.end);
  });
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Terminal columns of a neutralised text: none for combining marks, two for East Asian characters and emoji. */
export function countColumns(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    columns += INVISIBLE.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  }
  return columns;
}
