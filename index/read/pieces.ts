import type { Block, BlockKind } from "../document.ts";
import { findWrapWidth } from "./lines.ts";
import { markParagraphs } from "./paragraphs.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A paragraph, heading, list entry or table row on its way into a reading's text. */
export interface Piece {
  /** Without white space around it; it may hold line breaks. Empty texts are dropped. */
  readonly text: string;
  /** `lines`: several lines, of which the rules for plain text say what they are. */
  readonly kind: BlockKind | "lines";
  /** Neighbours of one group (a list, a table) stand on lines of their own without an empty one between. */
  readonly group?: number | undefined;
}

/** Lines whose breaks may be an author's. Each is looked at alone: 100,000 take a second. */
const MOST_LINES = 100_000;

/**
 * The text of pieces, with empty lines between paragraphs, and the blocks in it.
 *
 * @throws UnreadableFile `parts` for too many lines
 * @param isWrapped whether one program broke all lines at one width (default: each `lines` piece has its own)
 */
export function joinPieces(
  pieces: readonly Piece[],
  { isWrapped = false } = {},
): { text: string; blocks: Block[] } {
  const parts: string[] = [];
  const spans: Block[] = [];
  const lines: { start: number; end: number }[] = [];
  let length = 0;
  let breaks = 0;
  let previous: Piece | undefined;
  for (const piece of pieces) {
    const written = mend(piece.text);
    if (written === "") continue;
    if (previous) {
      const gap = piece.group !== undefined && piece.group === previous.group ? "\n" : "\n\n";
      parts.push(gap);
      length += gap.length;
    }
    parts.push(written);
    const span = { start: length, end: length + written.length };
    if (piece.kind === "lines") {
      for (let at = written.indexOf("\n"); at >= 0; at = written.indexOf("\n", at + 1)) breaks += 1;
      if (breaks > MOST_LINES) throw new UnreadableFile("parts", { limit: MOST_LINES });
      lines.push(span);
    } else spans.push({ ...span, kind: piece.kind });
    length = span.end;
    previous = piece;
  }
  const text = parts.join("");
  const width = isWrapped ? findWrapWidth(text, { start: 0, end: text.length }) : undefined;
  const blocks = lines.flatMap((span) => markParagraphs(text, span, width));
  const all = [...spans, ...blocks].sort((one, other) => one.start - other.start);
  return { text, blocks: all };
}

/** No document has characters that no encoding can write. */
function mend(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, "\ufffd").trim();
}
