import { neutralise } from "./neutralise.ts";

const CHARACTERS = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Positions in one line of neutral text that need a backslash, so that nothing in it is Markdown, a mention, a link or
 * an emoji code: Discord shows a character after a backslash as it is, unless it is a letter, a digit or white space
 * (https://support.discord.com/hc/en-us/articles/210298617). Beside the marks themselves: a colon before something
 * (emoji codes, the scheme of a link), and what begins a list.
 */
export function findEscapes(line: string): ReadonlySet<number> {
  const positions = new Set<number>();
  for (const { index } of line.matchAll(/[\\*_~|`<>[\]@#]|:(?=\S)/g)) positions.add(index);
  const list = /^ ?(?:[-+]|\d+[.)])/.exec(line);
  if (list) positions.add(list[0].length - 1);
  return positions;
}

/** Text of several lines, neutralised and escaped; each ends where it ended. */
export function escapeText(text: string): string {
  return neutralise(text).text.split("\n").map(escapeNeutralLine).join("\n");
}

/** Text on one line, neutralised, cut at `limit` code units of what is seen (default: none), then escaped. */
export function escapeLine(text: string, limit?: number): string {
  return escapeNeutralLine(plainLine(text, limit));
}

/** As `escapeLine`, without the escapes: for labels and options, where Discord reads no Markdown. May be empty. */
export function plainLine(text: string, limit = Number.MAX_SAFE_INTEGER): string {
  // Neutral text can be shorter than its source, but nobody reads the end of a title of thousands of characters.
  const read = text.slice(0, 8 * limit + 100);
  const line = neutralise(read).text.replaceAll("\n", " ").trim();
  if (line.length <= limit && read.length === text.length) return line;
  const cut = line.slice(0, floorToCharacter(line, limit - 1));
  // At a word's end, if that leaves most of it.
  const word = cut.replace(/\s+\S*$/, "");
  return `${(word.length > 0.7 * limit ? word : cut).trimEnd()}…`;
}

/** Text in a code block, for copying: as it stands, but for fences of its own and what nobody can see. */
export function fenceText(text: string): string {
  const inner = neutralise(text, true).text.replace(/`{3,}/g, (run) => "'".repeat(run.length));
  return `\`\`\`\n${inner}\n\`\`\``;
}

/**
 * A Markdown link without a preview, or `null` where the address is none of the web or longer than `limit` characters
 * (default 400). The label is the bot's own text.
 */
export function linkTo(label: string, address: string | null, limit = 400): string | null {
  const safe = safeAddress(address);
  return safe === null || safe.length > limit ? null : `[${label}](<${safe}>)`;
}

/** An address of the web with everything encoded that could end a link early or ping somebody, or `null`. */
export function safeAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.host.includes("[")) return null;
  // Without user and password, which serve to make an address look like another one.
  url.username = "";
  url.password = "";
  return url.href.replace(
    /[<>()[\]{}\\|`"@\s]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

/** The last position up to `position` that stands between two characters as a reader sees them. */
export function floorToCharacter(text: string, position: number): number {
  if (position >= text.length) return text.length;
  if (position <= 0) return 0;
  // A character is rarely longer than this; a longer one is cut between code points.
  const from = floorToCodePoint(text, Math.max(0, position - 64));
  const window = text.slice(from, floorToCodePoint(text, position + 64));
  const start = CHARACTERS.segment(window).containing(position - from)?.index ?? 0;
  return start > 0 || from === 0 ? from + start : floorToCodePoint(text, position);
}

function floorToCodePoint(text: string, position: number): number {
  const isInside =
    /^[\uDC00-\uDFFF]/.test(text.slice(position, position + 1)) &&
    /[\uD800-\uDBFF]$/.test(text.slice(Math.max(0, position - 1), position));
  return isInside ? position - 1 : position;
}

function escapeNeutralLine(line: string): string {
  const escapes = findEscapes(line);
  return Array.from(line.split(""), (unit, at) => (escapes.has(at) ? `\\${unit}` : unit)).join("");
}
