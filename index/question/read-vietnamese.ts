import { isStopWord } from "../text/stop-words.ts";
import { joinPairs, stemWord } from "../text/terms.ts";
import type { Token } from "../text/tokens.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { expandTranslation } from "./expand.ts";
import {
  isName,
  makeTerm,
  type PlacedTerm,
  type QuestionParts,
  type Range,
  type UnwrittenTerm,
  type Weighted,
} from "./question-parts.ts";

/** How surely a translation says the same, by its rank. */
const TRANSLATION_WEIGHTS = [0.7, 0.6, 0.5, 0.4] as const;
/** A syllable inside a Vietnamese word of two, taken alone. */
const SYLLABLE_WEIGHT = 0.3;

/** The terms of a stretch of a Vietnamese question: words of the list, longest first; what is left syllable by syllable. */
export function readVietnamese(
  { text, tokens, ask, vocabulary, isShouted }: QuestionParts,
  { from, to }: Range,
): PlacedTerm[] {
  const { lexicon } = vocabulary;
  const placed: PlacedTerm[] = [];
  for (let position = from; position < to; ) {
    const token = tokens[position];
    if (!token) break;
    // One capital alone is the first word of a title ("Khoa Xã hội học"); names have two.
    const name =
      isName(text, token, position, isShouted) &&
      (!isSyllable(text, token) || hasCapitalBeside(text, tokens, position));
    const listed = findCompound(tokens.slice(0, to), position, lexicon);
    // A listed word of two syllables is one though it is written like a name: "Nhật Bản".
    const length = name && listed < 2 ? 0 : listed;
    const add = (term: UnwrittenTerm, width = 1): number =>
      placed.push({ from: position, to: position + width, term });
    const isForm = Array.from({ length }, (_, offset) => position + offset).every((at) =>
      ask.scaffolding.has(at),
    );
    if (length > 1 && !isForm) {
      const syllables = tokens.slice(position, position + length).map((part) => part.word);
      const pairs = joinPairs(syllables).map((pair): Weighted => [pair, 1]);
      const word = syllables.join(" ");
      add(
        expandTranslation(makeTerm(word, [...pairs, ...translate(word, lexicon)], false), vocabulary),
        length,
      );
      // "Lương thực tập" is pay for practice, not food: a word that crosses the end of this one may be meant.
      for (let inside = position + 1; inside < position + length; inside++) {
        const other = findCompound(tokens.slice(0, to), inside, lexicon);
        if (inside + other <= position + length) continue;
        const crossing = tokens.slice(inside, inside + other).map((part) => part.word);
        const forms = joinPairs(crossing).map((pair): Weighted => [pair, 1]);
        const meant = crossing.join(" ");
        add(makeTerm(meant, [...forms, ...translate(meant, lexicon)], false, true), length);
      }
      for (const syllable of syllables) {
        if (!isStopWord(syllable, "vi"))
          add(makeTerm(syllable, [[stemWord(syllable), SYLLABLE_WEIGHT]], false, true), length);
      }
    } else if (!isStopWord(token.word, "vi") && !ask.scaffolding.has(position)) {
      const translations = length === 0 ? [] : translate(token.word, lexicon);
      const term = makeTerm(token.word, [[stemWord(token.word), 1], ...translations], name, !name);
      add(name ? term : expandTranslation(term, vocabulary));
    }
    position += Math.max(1, length);
  }
  return placed;
}

/** Syllables of the longest listed word that begins here; 0 if none does. */
function findCompound(tokens: readonly Token[], from: number, lexicon: Lexicon): number {
  for (let length = Math.min(lexicon.longest, tokens.length - from); length > 0; length--) {
    const word = tokens
      .slice(from, from + length)
      .map((token) => token.word)
      .join(" ");
    if (lexicon.translate(word).length > 0) return length;
  }
  return 0;
}

function translate(word: string, lexicon: Lexicon): Weighted[] {
  return lexicon.translate(word).map((stem, rank) => [stem, TRANSLATION_WEIGHTS[rank] ?? 0.3]);
}

/** Whether a word is written like one syllable with a capital: "Xã", not "REVFIN" or "2025". */
function isSyllable(text: string, token: Token): boolean {
  return /^\p{Lu}\p{Ll}{0,6}$/u.test(text.slice(token.start, token.end).normalize("NFC"));
}

function hasCapitalBeside(text: string, tokens: readonly Token[], position: number): boolean {
  return [tokens[position - 1], tokens[position + 1]].some(
    (token) => token && /^\p{Lu}/u.test(text.slice(token.start)),
  );
}
