import { foldText } from "../../text/fold.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { detectLegacyVietnamese, restoreVietnamese } from "../encodings/legacy-vietnamese.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Segment } from "./segment.ts";

/** Above such a share of signs without meaning a text layer is none. */
const MOST_UNMAPPED = 0.25;
/** So many words tell whether a text is in any language. */
const FEWEST_WORDS = 80;
/** Share of words with a digit or a sign between letters: a quarter and more where letters are shifted. */
const MOST_MIXED = 0.15;
const FEWEST_FUNCTION_WORDS = 0.01;

/**
 * Checks that the letters of a file mean something. A font that does not say which letters its glyphs are gives codes
 * without meaning, or other letters ("8QLYHUVLW\\" for "University").
 *
 * @throws UnreadableFile `unmapped`
 */
export function checkTextLayer(segments: readonly Segment[]): void {
  const text = segments.map((segment) => segment.text).join("\n");
  const signs = text.replace(/\s/g, "");
  const unmapped = signs.match(/[\ufffd\p{Co}\p{Cn}]/gu)?.length ?? 0;
  const share = signs.length > 0 ? unmapped / signs.length : 0;
  if (share > MOST_UNMAPPED) throw new UnreadableFile("unmapped", { share: Math.round(100 * share) });
  const words = text
    .slice(0, 50_000)
    .split(/\s+/)
    .filter((word) => word.length > 1);
  if (words.length < FEWEST_WORDS) return;
  const mixed = words.filter((word) => /\p{L}[\d\\[\]^_@#$%&*+=<>{}|~]\p{L}|\d\p{Lu}{2}/u.test(word)).length;
  const isKnown = (word: string): boolean => isStopWord(word, "en") || isStopWord(word, "vi");
  const known = words.filter((word) => isKnown(foldText(word))).length;
  if (mixed > MOST_MIXED * words.length && known < FEWEST_FUNCTION_WORDS * words.length) {
    throw new UnreadableFile("unmapped", { share: Math.round((100 * mixed) / words.length) });
  }
}

/** Turns text in an old code of Vietnamese into Unicode where its fonts do not tell the code and its words do. */
export function restoreSegments(pages: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
  const all = pages.flat();
  const text = all.map((segment) => segment.text).join("\n");
  if (detectLegacyVietnamese(text) === null) return pages;
  const lines = restoreVietnamese(text).text.split("\n");
  if (lines.length !== all.length) return pages;
  let position = 0;
  return pages.map((page) =>
    page.map((segment) => ({ ...segment, text: lines[position++] ?? segment.text })),
  );
}
