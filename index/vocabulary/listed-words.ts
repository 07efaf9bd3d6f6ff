import { stemWord } from "../text/terms.ts";
import { tokenize } from "../text/tokens.ts";
import { spellSyllable } from "../text/vietnamese-syllable.ts";

/** A word of a list in the forms that it is looked up by. */
export interface ListedWord {
  readonly folded: string;
  readonly stem: string;
  /** In the form of `spellSyllable`. */
  readonly spelled: string;
}

/**
 * A reader of the words of a text. What stands between two spaces is taken apart once and remembered by this reader: lists have
 * a hundred thousand words, but some ten thousand different ones, and are read at every start.
 */
export function createListReader(): (text: string) => ListedWord[] {
  const known = new Map<string, readonly ListedWord[]>();
  const readPiece = (piece: string): readonly ListedWord[] => {
    const found = known.get(piece);
    if (found) return found;
    const words = tokenize(piece).map(({ start, end, word }) => ({
      folded: word,
      stem: stemWord(word),
      spelled: spellSyllable(piece.slice(start, end)),
    }));
    known.set(piece, words);
    return words;
  };
  return (text) => {
    const words: ListedWord[] = [];
    for (const piece of text.split(" ")) words.push(...readPiece(piece));
    return words;
  };
}
