import type { Block, Language, Span } from "../document.ts";
import { compose, composeWithPlaces } from "../text/compose.ts";
import { findWrittenDates, type WrittenDate } from "../text/dates.ts";
import { type DatedLine, isBareDate, isDateline, isLabelled, opensWithDateline } from "./date-lines.ts";
import { findSignatureDate } from "./signature-date.ts";

/** Where in its text a document states its date. */
export type TextDateRule = "label" | "dateline" | "signature";

/** A document's own date, exact to the month or the day, and where it is written. */
export interface TextDate {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** Where the date stands in the text. */
  readonly span: Span;
  readonly rule: TextDateRule;
}

/** A document's head and end, in lines with something on them. */
const HEAD_LINES = 25;
const DATELINE_LINES = 12;
const END_LINES = 30;
/** Longer lines are looked at in part: a date that states itself stands at a line's beginning or end. */
const LONGEST_LINE = 400;
/** UTF-16 code units that are looked at from each side: the cost does not grow with the text. */
const READ_AROUND = 20_000;

/** Titles of documents about a day to come: a bare date in them is the event's. */
const ANNOUNCES =
  /(?<!\p{L})(?:programme|program|agenda|invitation|schedule|itinerary|timetable|call for|giấy mời|thư mời|lịch trình|lịch công tác|chương trình (?:hội thảo|hội nghị|làm việc|tọa đàm|toạ đàm|buổi))(?!\p{L})/iu;

/**
 * The date of a document as its own text states it: after a label ("Posted on", "Ngày ký:"), in a dateline or a line of
 * its own near the top, or where an agreement is signed. A day that the text tells of is never taken, nor are stretches of
 * time; where lines contradict each other there is none. `null` where the text does not say.
 *
 * Figures that can be read in two ways (3/4/2024) are day first, as in Vietnam and in the English that is written there;
 * in an English text that writes another date month first (5/27/2021) they are not taken.
 */
export function findDate(text: string, blocks: readonly Block[], language: Language): TextDate | null {
  const lines = readLines(text, blocks);
  const sure = lines.map((line) => ({ ...line, dates: line.dates.filter(({ isRange }) => !isRange) }));
  const found = findLabel(sure) ?? findDateline(sure) ?? findSignature(sure);
  if (!found) return null;
  const { line, date, rule } = found;
  if (language === "en" && date.form === "ambiguous" && lines.some(hasMonthFirst)) return null;
  const { toSource } = composeWithPlaces(text.slice(line.start, line.end));
  const span = { start: line.start + toSource(date.start), end: line.start + toSource(date.end) };
  return { date: date.date, span, rule };
}

/** A date with its line and the rule that found it. */
interface Found {
  readonly line: DatedLine;
  readonly date: WrittenDate;
  readonly rule: TextDateRule;
}

function findLabel(lines: readonly DatedLine[]): Found | null {
  const head = lines.slice(0, HEAD_LINES);
  const labelled = head.flatMap((line, position) => {
    const kind = isLabelled(line, head.slice(Math.max(0, position - 3), position + 4), lines);
    return kind === null ? [] : [{ kind, line }];
  });
  for (const kind of ["published", "updated", "dated"] as const) {
    const found = labelled.filter((label) => label.kind === kind).map(({ line }) => line);
    if (found.length > 0) return agree(found, "label");
  }
  return null;
}

function findDateline(lines: readonly DatedLine[]): Found | null {
  const head = lines.slice(0, DATELINE_LINES);
  const official = head.filter((line) => isDateline(line, "official"));
  if (official.length > 0) return agree(official, "dateline");
  if (head.slice(0, 6).some(({ content }) => content.length <= 120 && ANNOUNCES.test(content))) return null;
  const opening = head.filter(opensWithDateline);
  if (opening.length > 0) return agree(opening, "dateline");
  return agree(
    head.filter((line) => isBareDate(line) || isDateline(line, "any")),
    "dateline",
  );
}

function findSignature(lines: readonly DatedLine[]): Found | null {
  const found = findSignatureDate(lines.slice(0, HEAD_LINES), lines.slice(-END_LINES));
  return found && { ...found, rule: "signature" };
}

/** The date that lines state, each its first one, or `null` where they state different ones. */
function agree(lines: readonly DatedLine[], rule: TextDateRule): Found | null {
  const [line] = lines;
  const date = line?.dates[0];
  if (!line || !date || lines.some(({ dates }) => dates[0]?.date !== date.date)) return null;
  return { line, date, rule };
}

function hasMonthFirst({ dates }: DatedLine): boolean {
  return dates.some(({ form }) => form === "month-first");
}

/** The lines at the head and the end of a text with something on them, without front matter and menus. */
function readLines(text: string, blocks: readonly Block[]): DatedLine[] {
  const from = blocks.find(({ kind }) => kind === "front-matter")?.end ?? 0;
  const furniture = blocks.filter(({ kind }) => kind === "furniture");
  const read = (span: Span): DatedLine[] => withoutMenus(splitLines(text, span), furniture);
  const opening = read({ start: from, end: Math.min(text.length, from + READ_AROUND) }).slice(0, HEAD_LINES);
  // From the end of a line: of a long one only the beginning was looked at.
  const late = Math.max(opening.at(-1)?.end ?? from, text.length - READ_AROUND);
  const lineEnd = text.slice(late).search(/[\r\n\u2028\u2029]/u);
  const rest = lineEnd < 0 ? [] : read({ start: late + lineEnd, end: text.length });
  return [...opening, ...rest.slice(-END_LINES)];
}

/** Furniture counts where it is dated; a menu would only push the date out of sight. */
function withoutMenus(lines: readonly DatedLine[], furniture: readonly Span[]): DatedLine[] {
  let next = 0;
  return lines.filter((line) => {
    while ((furniture[next]?.end ?? Number.POSITIVE_INFINITY) <= line.start) next++;
    const isFurniture = (furniture[next]?.start ?? Number.POSITIVE_INFINITY) <= line.start;
    return !isFurniture || line.dates.length > 0;
  });
}

function splitLines(text: string, span: Span): DatedLine[] {
  const lines: DatedLine[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const [marks] = /^[\s\ufeff>*_#`|–—•-]*/.exec(match[0]) ?? [""];
    const written = match[0].slice(marks.length, marks.length + LONGEST_LINE).replace(/[\s*_`|]+$/, "");
    if (!/[\p{L}\p{N}]/u.test(written)) continue;
    const start = span.start + match.index + marks.length;
    const content = compose(written);
    lines.push({ start, end: start + written.length, content, dates: findWrittenDates(content) });
  }
  return lines;
}
