/** Text as it may be shown, and where each of its units stood in the source. */
export interface NeutralText {
  readonly text: string;
  /** For each unit of `text`, and for its end, the position in the source that it came from. */
  readonly offsets: readonly number[];
}

/** Combining marks that one letter keeps: written languages need fewer, and more of them cover the lines around. */
const MOST_MARKS = 8;

/** White space inside a line, and letters that show as white space (Hangul fillers, empty Braille). */
const SPACE = String.raw`\t \u{A0}\u{1680}\u{2000}-\u{200A}\u{202F}\u{205F}\u{3000}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}`;
const BREAK = String.raw`\n\r\v\f\u{85}\u{2028}\u{2029}`;
/**
 * What has no look of its own, or reorders what is read: control characters (so that no ANSI sequence works), zero-width
 * characters, soft hyphens, bidirectional controls, tags, noncharacters. Signs around numbers are shown, and stay.
 */
const INVISIBLE = String.raw`[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\u{34F}\u{17B4}\u{17B5}\u{180B}-\u{180F}\u{E0100}-\u{E01EF}]--[\u{600}-\u{605}\u{6DD}\u{70F}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}]`;

/**
 * Everything that is not shown as it stands. Groups:
 * 1. emoji joined by U+200D, or a flag spelt in tag characters: kept whole
 * 2. white space, line breaks and what is invisible: a line break, else a space, else nothing
 * 3. more combining marks than one letter can have: the first ones
 * 4. half a surrogate pair: a replacement mark
 */
const NOT_AS_IT_STANDS = new RegExp(
  [
    String.raw`(\p{Extended_Pictographic}[\u{FE0F}\p{Emoji_Modifier}]?(?:\u{200D}\p{Extended_Pictographic}[\u{FE0F}\p{Emoji_Modifier}]?){1,8}|\u{1F3F4}[\u{E0030}-\u{E007A}]{1,8}\u{E007F})`,
    `([${SPACE}${BREAK}[${INVISIBLE}]]+)`,
    String.raw`(\p{M}{${MOST_MARKS + 1},})`,
    String.raw`(\p{Cs})`,
  ].join("|"),
  "gv",
);
const BREAKS = new RegExp(`\r\n|[${BREAK}]`, "gv");
const SPACES = new RegExp(`[${SPACE}]`, "gv");
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, "gv");

/**
 * The text with nothing invisible in it and nothing that changes how the text around it is read; what a reader sees
 * stays what the document says. Runs of white space become one space or one line break, so that empty lines go.
 *
 * @param keepSpaces keep runs of spaces and empty lines, for text that is copied; default false
 */
export function neutralise(text: string, keepSpaces = false): NeutralText {
  const parts: string[] = [];
  const offsets: number[] = [];
  let read = 0;
  const keep = (shown: string, from: number, verbatim: boolean): void => {
    for (let unit = 0; unit < shown.length; unit++) offsets.push(verbatim ? from + unit : from);
    parts.push(shown);
  };
  for (const match of text.matchAll(NOT_AS_IT_STANDS)) {
    const [found, emoji, blank, marks] = match;
    keep(text.slice(read, match.index), read, true);
    read = match.index + found.length;
    if (emoji !== undefined) keep(emoji, match.index, true);
    else if (blank !== undefined)
      keep(keepSpaces ? toWhiteSpace(blank) : collapse(blank), match.index, false);
    else if (marks !== undefined) keep([...marks].slice(0, MOST_MARKS).join(""), match.index, true);
    else keep("\uFFFD", match.index, true);
  }
  keep(text.slice(read), read, true);
  offsets.push(text.length);
  return { text: parts.join(""), offsets };
}

/** The position in neutral text where a position of its source is shown. */
export function findShown({ offsets }: NeutralText, position: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function collapse(blank: string): string {
  if (blank.search(BREAKS) >= 0) return "\n";
  return blank.search(SPACES) >= 0 ? " " : "";
}

function toWhiteSpace(blank: string): string {
  return blank
    .replace(BREAKS, "\n")
    .replace(SPACES, " ")
    .replace(INVISIBLES, (mark) => (mark === "\n" ? mark : ""));
}
