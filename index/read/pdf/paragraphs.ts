import { least } from "./extremes.ts";
import { beginsEntry, beginsHeading, isContentsLine, isDisplayed, measureMark } from "./kinds.ts";
import type { Line } from "./page-lines.ts";

/** A line with its page, from 0. */
export interface PlacedLine extends Line {
  readonly page: number;
}

/** Lines that make one paragraph, heading or entry. */
export interface Paragraph {
  readonly lines: PlacedLine[];
}

const ENDS_SENTENCE = /[.!?:;]["'”’)\]]*$/u;

/** White between two lines that is wider than usual by so much parts paragraphs. */
const WIDER = 1.28;
/** White between lines of one paragraph, in font sizes, at most: double spacing has 2.3. */
const WIDEST = 2.6;
/** A line that begins further right by so many font sizes begins a paragraph. */
const INDENT = 0.9;
/** So many lines, so many of which end so near to one place, have a right edge of their own. */
const FEWEST_LINES = 4;
const MOSTLY = 0.6;
const NEARLY = 0.05;
/** Sizes that differ by a larger share are two sizes. */
const SAME_SIZE = 0.08;

/**
 * Joins the lines of a region to paragraphs. A paragraph ends before wider white, another size, another weight, an
 * indent, the mark of an entry; and after a line with room for the next line's first word, since its author ended it.
 */
export function groupParagraphs(lines: readonly PlacedLine[], bodySize: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const usual = findLeading(lines);
  const rights = findRights(lines, usual);
  const width = findRight(lines) - least(lines.map(({ left }) => left));
  for (const [position, line] of lines.entries()) {
    const previous = lines[position - 1];
    const current = paragraphs.at(-1);
    const right = rights[position - 1] ?? 0;
    if (previous && current && !isBreak(current, previous, line, { right, width, usual, bodySize }))
      current.lines.push(line);
    else paragraphs.push({ lines: [line] });
  }
  return paragraphs;
}

interface Setting {
  /** Where the region's full lines end. */
  readonly right: number;
  /** How wide they are. Points. */
  readonly width: number;
  /** From one baseline to the next, in font sizes. */
  readonly usual: number;
  readonly bodySize: number;
}

function isBreak(current: Paragraph, previous: PlacedLine, line: PlacedLine, setting: Setting): boolean {
  const { right, width, usual, bodySize } = setting;
  const size = Math.max(previous.size, line.size);
  const leading = (line.y - previous.y) / size;
  if (leading <= 0 || leading > WIDEST || leading > WIDER * Math.max(usual, 1)) return true;
  if (Math.abs(previous.size - line.size) > SAME_SIZE * size) return true;
  if (isContentsLine(previous.text)) return true;
  const displayed = isDisplayed(previous, bodySize);
  const [first] = current.lines;
  const isBroken = /[-\u00ad\u2010]$/u.test(previous.text);
  if (displayed !== isDisplayed(line, bodySize)) {
    // Bold words may fill a line of a paragraph that goes on in plain type, or the other way round.
    const goesOn = /^\p{Ll}/u.test(line.text) && !ENDS_SENTENCE.test(previous.text);
    return !(goesOn || (current.lines.length > 1 && isFull(previous, line, right) && !line.bold));
  }
  if (beginsHeading(line.text) && (ENDS_SENTENCE.test(previous.text) || displayed)) return true;
  if (displayed && areCentred(previous, line)) {
    return (
      ENDS_SENTENCE.test(previous.text) ||
      isShouted(previous) !== isShouted(line) ||
      !fills(previous, line, width)
    );
  }
  if (isBroken && /^[\p{Ll}\p{N}]/u.test(line.text)) return false;
  const canBegin = startsEntry(first ?? previous, previous, line) || !isFull(previous, line, right);
  if (beginsEntry(line.text) && canBegin) return true;
  const isFirst = current.lines.length === 1;
  const isEntry = first !== undefined && measureMark(first.text) > 0;
  if (line.left - previous.left > INDENT * size) return !(isEntry && isFirst) && !areCentred(previous, line);
  // After lines that hang below an entry's text, one at the mark's place or left of it is no part of the entry.
  const isOutdented = isEntry && !isFirst && previous.left - line.left > INDENT * size;
  if (isOutdented) return true;
  return !isFull(previous, line, right) && !goesOnAnyway(previous, line);
}

/** Whether a mark at a line's beginning is one, and not "23. The delegation" after a line that ends in "April". */
function startsEntry(first: Line, previous: Line, line: Line): boolean {
  const isSibling = measureMark(first.text) > 0 && Math.abs(first.left - line.left) < INDENT * line.size;
  return (
    isSibling ||
    ENDS_SENTENCE.test(previous.text) ||
    /[,]$/u.test(previous.text) ||
    /^[^\p{L}\p{N}(]/u.test(line.text) ||
    line.left - previous.left > INDENT * line.size
  );
}

/** Whether the next line's first word had no room at the end of the line. */
function isFull(line: Line, next: Line, right: number): boolean {
  const word = next.text.split(/\s/u, 1)[0] ?? "";
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  return line.right + letter * (word.length + 1) > right - 0.3 * line.size;
}

/** Whether a centred line had no room for the next one's first word. */
function fills(line: Line, next: Line, width: number): boolean {
  const word = next.text.split(/\s/u, 1)[0] ?? "";
  const letter = (next.right - next.left) / Math.max(1, next.text.length);
  return line.right - line.left + letter * (word.length + 1) > width - line.size;
}

/** Whether a line is all in capitals. */
function isShouted({ text }: Line): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** A short line whose sentence plainly goes on in the next one. */
function goesOnAnyway(line: Line, next: Line): boolean {
  return (
    (/^\p{Ll}/u.test(next.text) && !ENDS_SENTENCE.test(line.text)) ||
    (/,$/.test(line.text) && /^\P{Lu}/u.test(next.text))
  );
}

function areCentred(line: Line, next: Line): boolean {
  const middles = Math.abs((line.left + line.right - next.left - next.right) / 2);
  return middles < 0.6 * line.size && Math.abs(line.left - next.left) > 0.5 * line.size;
}

/**
 * Where lines end that are full, in points; 0 where there are none. Few lines go further, by an overhanging stop or a
 * word that could not be broken.
 */
export function findRight(lines: readonly Line[]): number {
  const rights = lines.map(({ right }) => right).sort((one, other) => one - other);
  return rights[Math.ceil(rights.length * 0.95) - 1] ?? 0;
}

/**
 * Where full lines end around each line: for lines that stand close and mostly end at one place, as beside a picture,
 * there; for others where the region's do.
 */
function findRights(lines: readonly Line[], usual: number): number[] {
  const whole = findRight(lines);
  const stacks: Line[][] = [];
  for (const line of lines) {
    const last = stacks.at(-1)?.at(-1);
    const isClose =
      last &&
      Math.abs(last.size - line.size) <= SAME_SIZE * line.size &&
      (line.y - last.y) / line.size <= WIDER * Math.max(usual, 1) &&
      Math.abs(last.left - line.left) < 3 * line.size;
    if (isClose) stacks.at(-1)?.push(line);
    else stacks.push([line]);
  }
  return stacks.flatMap((stack) => {
    const right = findRight(stack);
    const left = Math.min(right, least(stack.map((line) => line.left)));
    const full = stack.filter((line) => line.right > right - NEARLY * (right - left)).length;
    const isOwn = stack.length >= FEWEST_LINES && full >= MOSTLY * (stack.length - 1);
    return stack.map(() => (isOwn ? right : whole));
  });
}

/** The white between lines that is seen most, in font sizes; 1.2 where there is one line. */
function findLeading(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [position, line] of lines.entries()) {
    const previous = lines[position - 1];
    if (!previous || Math.abs(previous.size - line.size) > SAME_SIZE * line.size) continue;
    const leading = Math.round(((line.y - previous.y) / line.size) * 20) / 20;
    if (leading > 0 && leading < WIDEST) counts.set(leading, (counts.get(leading) ?? 0) + line.letters);
  }
  const [usual] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1.2, 0]);
  return usual;
}

/** Whether a paragraph that ends a page or a column goes on at the beginning of the next. */
export function goesOn(last: PlacedLine, next: PlacedLine, right: number, bodySize: number): boolean {
  if (Math.abs(last.size - next.size) > SAME_SIZE * last.size) return false;
  if (isDisplayed(last, bodySize) || isDisplayed(next, bodySize)) return false;
  if (/[-\u00ad\u2010]$/u.test(last.text) && /^\p{Ll}/u.test(next.text)) return true;
  if (ENDS_SENTENCE.test(last.text)) return false;
  if (beginsHeading(next.text) || measureMark(next.text) > 0) return false;
  return /^\p{Ll}/u.test(next.text) || isFull(last, next, right);
}
