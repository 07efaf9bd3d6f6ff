import type { Letter } from "./letters.ts";
import { COLUMN_GAP, commonSize, type Segment, toSegment } from "./segment.ts";

/** Letters of one size that were drawn one after the other on one baseline. */
interface Run {
  readonly letters: Letter[];
  left: number;
  right: number;
  y: number;
  readonly size: number;
}

interface Row {
  readonly runs: Run[];
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
    if (!row) rows.push({ runs: [run], y: run.y, size: run.size });
    else {
      row.runs.push(run);
      if (run.size > row.size) Object.assign(row, { y: run.y, size: run.size });
    }
  }
  for (const cap of caps) placeDropCap(cap, rows);
  return rows.sort((one, other) => one.y - other.y);
}

/** Whether two lines of text overlap by half, as a raised number and its line do, and neighbouring lines do not. */
function isInRow(run: Run, row: Row): boolean {
  const smaller = Math.min(run.size, row.size);
  if (Math.max(run.size, row.size) > DROP_CAP * smaller) return Math.abs(run.y - row.y) < 0.25 * smaller;
  const top = Math.max(run.y - ASCENT * run.size, row.y - ASCENT * row.size);
  const bottom = Math.min(run.y + DESCENT * run.size, row.y + DESCENT * row.size);
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
    rows.push({ runs: [cap], y: cap.y, size: cap.size });
    return;
  }
  // It becomes the first letter of its word, as large as the others.
  const { size, y } = first;
  const joined = { ...letter, size, y, x: first.left - size / 2, width: size / 2, spaced: true };
  row.runs.push({ letters: [joined], left: joined.x, right: first.left, y, size });
}

function divideRow(row: Row, position: number): Segment[] {
  const letters = dropDoubles(row.runs.flatMap((run) => run.letters).sort((one, other) => one.x - other.x));
  const segments: Segment[] = [];
  let current: Letter[] = [];
  for (const letter of letters) {
    const last = current.at(-1);
    const gap = last ? letter.x - last.x - last.width : 0;
    const limit = (isMark(current) ? MARK_GAP : COLUMN_GAP) * row.size;
    if (last && gap > limit) {
      segments.push(toSegment(current, row, position));
      current = [];
    }
    current.push(letter);
  }
  if (current.length > 0) segments.push(toSegment(current, row, position));
  return segments.filter(({ text }) => text !== "");
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
