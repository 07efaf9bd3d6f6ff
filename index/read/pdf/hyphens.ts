import { foldText } from "../../text/fold.ts";

/** Beginnings that keep their hyphen: "vice-rector", "non-binding". */
const HYPHENATED = new Set(
  `vice non self ex co pre post anti all half well long short high low full part two three four five one first second
  third cross semi multi inter mid so e in-kind bi tri pan quasi deputy`.split(/\s+/),
);
/** Beginnings that make one word with what follows, though both are words: "under-standing", "with-in". */
const SOLID = new Set(
  "under over with out up in inter fore un re dis mis trans sub super through any some every".split(" "),
);

/** The words of a text, as far as joining lines needs to know them. */
export interface KnownWords {
  /** Folded words, with their inner hyphens, that stand within a line. */
  has(word: string): boolean;
}

/** Collects the words of lines. A line's last word is none where a hyphen ends it, and the next line's first neither. */
export function collectWords(lines: Iterable<string>): KnownWords {
  const words = new Set<string>();
  let isBroken = false;
  for (const line of lines) {
    const found = line.match(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*[-\u2010\u00ad]?/gu) ?? [];
    for (const [position, word] of found.entries()) {
      if ((isBroken && position === 0) || /[-\u2010\u00ad]$/u.test(word)) continue;
      words.add(foldText(word.replaceAll("\u2010", "-")));
    }
    isBroken = /[-\u2010\u00ad]$/u.test(line);
  }
  return words;
}

/**
 * What stands between two lines of one paragraph: how many characters of the first line's end go, and what is put in
 * their place. A soft hyphen always goes; a hyphen goes where the two halves are one word: where the text has it whole
 * elsewhere, or where nothing speaks for a word with a hyphen of its own. Vietnamese breaks no syllables, so that its
 * hyphens stay.
 */
export function joinLines(line: string, next: string, words: KnownWords): { cut: number; glue: string } {
  if (line.endsWith("\u00ad")) return { cut: 1, glue: "" };
  const broken = /([\p{L}\p{M}\p{N}-]+)([-\u2010])$/u.exec(line);
  if (broken) {
    const [, first = ""] = broken;
    const second = /^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? "";
    return { cut: isOneWord(first, second, words) ? 1 : 0, glue: "" };
  }
  // Ranges and addresses go on without a space: "2020–" "2025", "and/" "or", "https://example.org/" "visit".
  if (/[\p{L}\p{N}][–—]$/u.test(line) && /^[\p{L}\p{N}]/u.test(next)) return { cut: 0, glue: "" };
  if (/\p{L}\/$/u.test(line) && /^\p{L}/u.test(next)) return { cut: 0, glue: "" };
  if (/(?:https?:\/\/|www\.)\S*[/\-_=&?.]$/iu.test(line) && /^[\p{Ll}\p{N}]\S*[./\-_=]/u.test(next)) {
    return { cut: 0, glue: "" };
  }
  return { cut: 0, glue: " " };
}

function isOneWord(first: string, second: string, words: KnownWords): boolean {
  if (!/^\p{Ll}/u.test(second) || !/\p{L}$/u.test(first) || /[-\p{N}]/u.test(first)) return false;
  if (words.has(foldText(first + second))) return true;
  if (words.has(foldText(`${first}-${second}`))) return false;
  // Letters beyond ASCII are Vietnamese here: "Việt-" "nam" has its hyphen from the author.
  if (/[^\x00-\x7f]/u.test(first + second)) return false;
  const beginning = foldText(first);
  if (first.length === 1 || HYPHENATED.has(beginning)) return false;
  if (SOLID.has(beginning)) return true;
  return !(first.length > 2 && second.length > 2 && words.has(beginning) && words.has(foldText(second)));
}
