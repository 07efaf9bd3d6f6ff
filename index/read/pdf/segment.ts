import { convertLegacyVietnamese } from "../encodings/legacy-vietnamese.ts";
import type { Letter } from "./letter.ts";
import { raiseDigits } from "./letter-text.ts";

/** Words on one line without a wide gap between them. Points, y downwards. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** The font's size that most of it has. */
  readonly size: number;
  /** Whether nearly all of its letters are bold. */
  readonly bold: boolean;
  readonly letters: number;
  /** The widest white between two of its words; 0 where it has one. */
  readonly widest: number;
  /** Which row of the page it is in. */
  readonly row: number;
}

/** A line's baseline and the size of its largest letters. Points. */
export interface Baseline {
  readonly y: number;
  readonly size: number;
}

/** A letter whose gap to the one before is wider begins a word. Spaces have 0.2 to 0.33; kerning stays below 0.1. */
const WORD_GAP = 0.17;
/** A wider gap may be one between columns. */
export const COLUMN_GAP = 1;

/** White from one letter to the next. Points; less than 0 where they overlap. */
export function whiteBetween(letter: Letter, next: Letter): number {
  return next.x - letter.x - letter.width;
}

/** Where the largest of some letters stand. */
export function findBaseline(letters: readonly Letter[]): Baseline {
  return letters.reduce<Baseline>(
    (found, { y, size }) => (size > found.size ? { y, size } : found),
    letters[0] ?? { y: 0, size: 1 },
  );
}

/**
 * Letters of a row as one segment.
 *
 * @param line the line that they belong to: its smaller letters above its baseline are raised
 * @param position of the row in its page
 */
export function toSegment(letters: readonly Letter[], line: Baseline, position: number): Segment {
  const tracking = findTracking(letters);
  // Letters of one font are converted together: old codes of Vietnamese have letters of two signs.
  const parts: { text: string; font: Letter["font"] }[] = [];
  let widest = 0;
  for (const [index, letter] of letters.entries()) {
    const last = letters[index - 1];
    const gap = last ? whiteBetween(last, letter) : 0;
    const space = last && (letter.spaced || gap - tracking > WORD_GAP * Math.min(letter.size, last.size));
    if (space && gap > widest) widest = gap;
    const isRaised = letter.size < 0.85 * line.size && letter.y < line.y - 0.15 * line.size;
    const text = (space ? " " : "") + (isRaised ? raiseDigits(letter.text) : letter.text);
    const part = parts.at(-1);
    if (part?.font === letter.font) part.text += text;
    else parts.push({ text, font: letter.font });
  }
  const text = parts
    .map((part) => (part.font.scheme ? convertLegacyVietnamese(part.text, part.font.scheme) : part.text))
    .join("");
  const bold = letters.filter(({ font }) => font.bold).length;
  const [first] = letters;
  const last = letters.at(-1);
  return {
    text: text.replace(/\s+/gu, " ").trim(),
    left: first?.x ?? 0,
    right: letters.reduce((right, { x, width }) => Math.max(right, x + width), last?.x ?? 0),
    y: mainBaseline(letters, line),
    size: commonSize(letters),
    bold: bold >= 0.9 * letters.length,
    letters: letters.length,
    widest,
    row: position,
  };
}

/** The extra space between all letters of a line that is set wide. Points. */
function findTracking(letters: readonly Letter[]): number {
  const gaps = letters
    .flatMap((letter, index) => {
      const last = letters[index - 1];
      // Signs lie: the dots of a table of contents stand wide.
      const isInWord = last && !letter.spaced && hasCase(last.text) && hasCase(letter.text);
      return isInWord ? [whiteBetween(last, letter)] : [];
    })
    .sort((one, other) => one - other);
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const size = letters[0]?.size ?? 1;
  return gaps.length >= 4 && median > 0.05 * size && median < COLUMN_GAP * size ? median : 0;
}

/** Whether a text has letters of the Latin kind; quicker than a pattern, and asked for each letter. */
function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}

function mainBaseline(letters: readonly Letter[], line: Baseline): number {
  const own = letters.find(({ size }) => size >= 0.85 * line.size);
  return (own ?? letters[0])?.y ?? line.y;
}

/** The size that most letters have, to a quarter of a point. */
export function commonSize(letters: readonly Letter[]): number {
  const counts = new Map<number, number>();
  for (const { size } of letters) {
    const rounded = Math.round(size * 4) / 4;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [1, 0])[0];
}
