import type { Block, BlockKind, Span } from "../document.ts";
import { isCaption, isFurniture } from "./furniture.ts";

const LIST_MARK = /^(?:[-*+•–▪◦●]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+/iu;
const ENDS_SENTENCE = /[.!?…:;]["'”’)\]]*$/u;

/** The longest line without a full stop that is taken for a heading, in UTF-16 code units. */
const LONGEST_HEADING = 120;

interface Line extends Span {
  readonly content: string;
}

/**
 * Marks the blocks of plain text between two offsets. Web pages saved as text have one paragraph a line; mails and
 * converted files break a paragraph over several. A line is joined to the one before where the break cannot be an
 * author's: within lines of about one width, or before a lower-case letter.
 */
export function markParagraphs(text: string, span: Span): Block[] {
  const blocks: Block[] = [];
  for (const group of groupLines(text, span)) {
    const wrapped = isWrapped(group);
    let current: { start: number; end: number; kind: BlockKind; last: string } | undefined;
    const close = () => {
      if (current) blocks.push({ start: current.start, end: current.end, kind: current.kind });
      current = undefined;
    };
    for (const line of group) {
      const mark = LIST_MARK.exec(line.content);
      const kind = classify(line.content, mark !== null);
      const joins =
        current !== undefined &&
        kind !== "furniture" &&
        current.kind !== "furniture" &&
        !mark &&
        (wrapped || continues(current.last, line.content));
      if (current && joins) {
        current.end = line.end;
        current.last = line.content;
        if (current.kind === "heading" && kind !== "heading") current.kind = kind;
      } else {
        close();
        const start = mark && kind === "item" ? line.start + mark[0].length : line.start;
        current = { start, end: line.end, kind, last: line.content };
      }
    }
    close();
  }
  return blocks;
}

/** Runs of lines without a blank one between, each line without the white space around it. */
function groupLines(text: string, span: Span): Line[][] {
  const groups: Line[][] = [[]];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n\u2028\u2029]+/gu)) {
    const [raw] = match;
    const content = raw.trim();
    const previous = groups.at(-1)?.at(-1);
    const start = span.start + match.index + raw.indexOf(content);
    const gap = previous ? text.slice(previous.end, start) : "";
    if (previous && (!content || (gap.match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0) > 1)) groups.push([]);
    if (content) groups.at(-1)?.push({ start, end: start + content.length, content });
  }
  return groups.filter((group) => group.length > 0);
}

/** Whether all lines but the last have about one width, as a mail program or a converter makes them. */
function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 3 || lines.some((line) => LIST_MARK.test(line.content))) return false;
  const widths = lines.slice(0, -1).map((line) => line.content.length);
  return Math.min(...widths) >= 45 && Math.max(...widths) <= 100;
}

/** Whether a line goes on with the sentence of the line before it. */
function continues(previous: string, line: string): boolean {
  return /^\p{Ll}/u.test(line) && !/[!?:;]$/u.test(previous);
}

function classify(line: string, isItem: boolean): BlockKind {
  if (isFurniture(line)) return "furniture";
  if (isItem) return "item";
  if (isCaption(line)) return "caption";
  if (
    line.length <= LONGEST_HEADING &&
    (!ENDS_SENTENCE.test(line) || /^\P{Ll}*:$/u.test(line) || isTitleLine(line))
  )
    return "heading";
  return "text";
}

/** A short line that ends in a colon and is no sentence's beginning: "About the Ministry:". */
function isTitleLine(line: string): boolean {
  return line.endsWith(":") && line.length <= 80 && !/[.,;]/u.test(line.slice(0, -1));
}
