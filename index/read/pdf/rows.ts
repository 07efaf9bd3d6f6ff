import type { Letter } from "./letter.ts";
import {
  type Baseline,
  COLUMN_GAP,
  commonSize,
  findBaseline,
  type Segment,
  toSegment,
  whiteBetween,
} from "./segment.ts";

/** Letters of one size that were drawn one after the other on one baseline. */
interface Run {
  readonly letters: Letter[];
  left: number;
  right: number;
  y: number;
  readonly size: number;
}

/** A baseline with the size of the letters that stand on it. */
interface Level {
  readonly y: number;
  readonly size: number;
  /** Whether more stands there than a raised number. */
  isLong: boolean;
}

interface Row {
  readonly runs: Run[];
  readonly levels: Level[];
  /** Baseline and size of the row's largest run. */
  y: number;
  size: number;
}

/** Shares of a font's size: how far letters go above and below the baseline. */
const ASCENT = 0.72;
const DESCENT = 0.2;
/** The mark of a list's entry stands apart from its text, and still is no column. */
const MARK_GAP = 4.5;
const MARK =
  /^(?:[•◦▪■●○□❖➢✓☑→–—*+·§-]|\(?(?:\d{1,3}|[ivxIVX]{1,5}|\p{L})[.)]|\(\p{L}\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/u;

/** A raised number has so many letters at most; and letters so much smaller than their row's are raised or lowered. */
const LONGEST_RAISED = 4;
const SMALLER = 0.85;
/** So many baselines a row is known by: columns side by side seldom have more. Each run is compared with each. */
const MOST_LEVELS = 12;

/** So many times larger than the text is the large letter at a paragraph's beginning, and so many a page may have. */
const DROP_CAP = 1.8;
const MOST_DROP_CAPS = 20;

/** The letters of a page as segments, by rows from top to bottom, in a row from left to right. */
export function groupSegments(letters: readonly Letter[]): Segment[] {
  const rows = groupRows(groupRuns(letters));
  return rows.flatMap((row, position) => divideRow(row, position));
}

function groupRuns(letters: readonly Letter[]): Run[] {
  const runs: Run[] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    const last = run?.letters.at(-1);
    const goesOn =
      run &&
      last &&
      last.font === letter.font &&
      Math.abs(letter.size - run.size) < 0.05 * run.size &&
      Math.abs(letter.y - run.y) < 0.05 * run.size &&
      letter.x > last.x - 0.2 * run.size &&
      letter.x < last.x + last.width + COLUMN_GAP * run.size;
    if (goesOn) {
      run.letters.push(letter);
      run.right = Math.max(run.right, letter.x + letter.width);
    } else {
      const { x, y, width, size } = letter;
      runs.push({ letters: [letter], left: x, right: x + width, y, size });
    }
  }
  return runs;
}

function groupRows(runs: readonly Run[]): Row[] {
  const rows: Row[] = [];
  const size = commonSize(runs.flatMap((run) => run.letters));
  const caps = runs
    .filter((run) => run.size > DROP_CAP * size)
    .slice(0, MOST_DROP_CAPS)
    .filter((run) => isDropCap(run, runs));
  const others = runs.filter((run) => !caps.includes(run)).sort((one, other) => one.y - other.y);
  for (const run of others) {
    // The rows that a run can belong to are among the last ones: baselines come in order.
    const row = rows
      .slice(-4)
      .reverse()
      .find((candidate) => isInRow(run, candidate));
    if (!row) rows.push(toRow(run));
    else {
      row.runs.push(run);
      addLevel(row, run);
      if (run.size > row.size) Object.assign(row, { y: run.y, size: run.size });
    }
  }
  for (const cap of caps) placeDropCap(cap, rows);
  return rows.sort((one, other) => one.y - other.y);
}

function toRow(run: Run): Row {
  const row: Row = { runs: [run], levels: [], y: run.y, size: run.size };
  addLevel(row, run);
  return row;
}

function addLevel({ levels }: Row, { y, size, letters }: Run): void {
  const isLong = letters.length > LONGEST_RAISED;
  const same = levels.find(
    (level) => Math.abs(level.y - y) < 0.05 * size && Math.abs(level.size - size) < 0.05 * size,
  );
  if (same) same.isLong ||= isLong;
  else if (levels.length < MOST_LEVELS) levels.push({ y, size, isLong });
}

/**
 * Whether a run stands in a row: beside its largest letters, and beside each text in it that is not smaller. A heading in
 * one column may be tall enough to stand beside two lines of the other; those are two rows all the same.
 */
function isInRow(run: Run, row: Row): boolean {
  const isText = ({ size, isLong }: Level): boolean => isLong || size >= SMALLER * row.size;
  return (
    isBesideLine(run, row) &&
    row.levels.every((level) => !isText(level) || level.size < SMALLER * run.size || isBesideLine(run, level))
  );
}

/** Whether two lines of text overlap by half, as a raised number and its line do, and neighbouring lines do not. */
function isBesideLine(one: Baseline, other: Baseline): boolean {
  const smaller = Math.min(one.size, other.size);
  if (Math.max(one.size, other.size) > DROP_CAP * smaller) return Math.abs(one.y - other.y) < 0.25 * smaller;
  const top = Math.max(one.y - ASCENT * one.size, other.y - ASCENT * other.size);
  const bottom = Math.min(one.y + DESCENT * one.size, other.y + DESCENT * other.size);
  return bottom - top > 0.5 * (ASCENT + DESCENT) * smaller;
}

/** One large letter with which a paragraph begins, two lines deep or more. */
function isDropCap(run: Run, runs: readonly Run[]): boolean {
  if (run.letters.length > 1 || !/^\p{Lu}$/u.test(run.letters[0]?.text ?? "")) return false;
  return runs.some((other) => other.size < run.size / DROP_CAP && isBeside(run, other));
}

function isBeside(cap: Run, run: Run): boolean {
  const [top, other] = [cap.y - ASCENT * cap.size, run.y - ASCENT * run.size];
  return (
    Math.abs(top - other) < 0.4 * run.size && run.left > cap.right - 1 && run.left < cap.right + cap.size
  );
}

function placeDropCap(cap: Run, rows: Row[]): void {
  const row = rows.find(({ runs }) =>
    runs.some((run) => run.size < cap.size / DROP_CAP && isBeside(cap, run)),
  );
  const first = row?.runs.filter((run) => isBeside(cap, run)).sort((one, other) => one.left - other.left)[0];
  const [letter] = cap.letters;
  if (!row || !first || !letter) {
    rows.push(toRow(cap));
    return;
  }
  // It becomes the first letter of its word, as large as the others.
  const { size, y } = first;
  const joined = { ...letter, size, y, x: first.left - size / 2, width: size / 2, spaced: true };
  row.runs.push({ letters: [joined], left: joined.x, right: first.left, y, size });
}

function divideRow(row: Row, position: number): Segment[] {
  const letters = dropDoubles(row.runs.flatMap((run) => run.letters).sort((one, other) => one.x - other.x));
  const parts: Letter[][] = [];
  for (const letter of letters) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part && last && whiteBetween(last, letter) <= widestGap(part, letter)) part.push(letter);
    else parts.push([letter]);
  }
  return parts
    .map((part, number) => toSegment(part, baselineOf(part, parts[number + 1]), position))
    .filter(({ text }) => text !== "");
}

/** How far a letter may stand from the part of a row before it that it belongs to. Points. */
function widestGap(part: readonly Letter[], letter: Letter): number {
  return (isMark(part) ? MARK_GAP : COLUMN_GAP) * Math.max(letter.size, part.at(-1)?.size ?? 0);
}

/** A part's own, since the next column has other lines; a number before its note takes that of the note. */
function baselineOf(part: readonly Letter[], next: readonly Letter[] | undefined): Baseline {
  const [first] = next ?? [];
  const last = part.at(-1);
  const isNumber = part.length <= LONGEST_RAISED && part.every(({ text }) => /^\d+$/.test(text));
  const isBeforeNote = first && last && isNumber && whiteBetween(last, first) <= MARK_GAP * first.size;
  return findBaseline(isBeforeNote ? [...part, ...(next ?? [])] : part);
}

function isMark(letters: readonly Letter[]): boolean {
  return letters.length <= 8 && MARK.test(letters.map(({ text }) => text).join(""));
}

/** Some programs make a letter bold by drawing it twice, a little beside itself. */
function dropDoubles(letters: readonly Letter[]): Letter[] {
  const kept: Letter[] = [];
  for (const letter of letters) {
    const { text, x, y, size } = letter;
    const isDouble = kept
      .slice(-3)
      .some(
        (other) =>
          other.text === text && Math.abs(other.x - x) < 0.1 * size && Math.abs(other.y - y) < 0.1 * size,
      );
    if (!isDouble) kept.push(letter);
  }
  return kept;
}
