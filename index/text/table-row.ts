/**
 * Whether a line may be a row of a table: with a bar at its beginning as in Markdown, or bars between its cells, as the rows of
 * other formats are written out.
 */
export function isTableRow(line: string): boolean {
  return line.startsWith("|") || line.includes(" | ");
}
