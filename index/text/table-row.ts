/** Cells of a table are short: what is longer between two bars is prose. UTF-16 code units. */
const LONGEST_CELL = 120;

/**
 * Whether a line may be a row of a table: with a bar at its beginning as in Markdown, or bars between its cells, as the rows of
 * other formats are written out.
 */
export function isTableRow(line: string): boolean {
  if (line.startsWith("|")) return true;
  const cells = line.split(" | ", MOST_CELLS);
  return cells.length > 1 && cells.every((cell) => cell.length <= LONGEST_CELL);
}

const MOST_CELLS = 50;

/** The line below the names of a Markdown table's columns. */
export function isTableRule(line: string): boolean {
  return /^\|?(?: *:?-{3,}:? *\|?)+$/u.test(line.trim()) && line.includes("|");
}
