import type { Span } from "../document.ts";
import { foldText } from "./fold.ts";

/** A word or number of a text, with its folded form. */
export interface Token extends Span {
  readonly word: string;
}

/** A number with digits grouped in threes, or a word with inner apostrophes. */
const WORD = /\p{N}{1,3}(?:[.,]\p{N}{3})+(?![\p{N}\p{L}])|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu;

/**
 * The words of a text, in order. Numbers lose their grouping marks ("1,453" and "1.453" are "1453"), a possessive
 * "'s" is left out, and everything else separates words.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const word = normaliseWord(found);
    if (word) tokens.push({ start: match.index, end: match.index + found.length, word });
  }
  return tokens;
}

function normaliseWord(found: string): string {
  // White space and stops can come from folding too: one character may stand for a whole phrase, or for "1.".
  return foldText(found)
    .replace(/['’]s$/, "")
    .replace(/['’.,\s]+/g, "");
}
