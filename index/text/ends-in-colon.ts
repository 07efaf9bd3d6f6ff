/** Whether a text leads something in: it ends in a colon, also one inside or before Markdown's marks of emphasis ("**required:**"). */
export function endsInColon(text: string): boolean {
  return /:[*_]*\s*$/u.test(text.slice(-LONGEST_END));
}

/** UTF-16 code units at the end of a text that are looked at. */
const LONGEST_END = 16;
