import { isStopWord } from "../text/stop-words.ts";
import { joinPairs, stemWord } from "../text/terms.ts";
import type { Token } from "../text/tokens.ts";
import { spellSyllable } from "../text/vietnamese-syllable.ts";
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
export function readVietnamese(parts: QuestionParts, { from, to }: Range): PlacedTerm[] {
  const { text, tokens, ask, vocabulary, isShouted } = parts;
  const { lexicon } = vocabulary;
  const placed: PlacedTerm[] = [];
  const words = spellWords(parts);
  for (let position = from; position < to; ) {
    const token = tokens[position];
    if (!token) break;
    const isSomebody = ask.names.has(position);
    // One capital alone is the first word of a title ("Khoa Xã hội học"); names have two.
    const name =
      isSomebody ||
      (isName(text, token, position, isShouted) &&
        (!isSyllable(text, token) || hasCapitalBeside(text, tokens, position)));
    const listed = isSomebody ? 0 : findCompound(words.slice(0, to), position, lexicon);
    // A listed word of two syllables is one though it is written like a name: "Nhật Bản".
    const length = name && listed < 2 ? 0 : listed;
    const add = (term: UnwrittenTerm, width = 1): number =>
      placed.push({ from: position, to: position + width, term });
    const isForm = Array.from({ length }, (_, offset) => position + offset).every((at) =>
      ask.scaffolding.has(at),
    );
    if (length > 1 && !isForm) {
      const compound = words.slice(position, position + length);
      const syllables = compound.map(({ folded }) => folded);
      const pairs = joinPairs(syllables).map((pair): Weighted => [pair, 1]);
      const isNamed =
        !isShouted &&
        position > 0 &&
        compound.every((_, offset) => isCapital(text, tokens[position + offset]));
      const term = makeTerm(syllables.join(" "), [...pairs, ...translate(compound, lexicon)], isNamed);
      add(
        // "Thăng Long" is a place, nothing that is prolonged: a name is said in no other words.
        isNamed ? term : expandTranslation(term, vocabulary),
        length,
      );
      // "Lương thực tập" is pay for practice, not food: a word that crosses the end of this one may be meant.
      for (let inside = position + 1; inside < position + length; inside++) {
        const other = findCompound(words.slice(0, to), inside, lexicon);
        if (inside + other <= position + length) continue;
        const crossing = words.slice(inside, inside + other);
        const meant = crossing.map(({ folded }) => folded);
        const forms = joinPairs(meant).map((pair): Weighted => [pair, 1]);
        add(makeTerm(meant.join(" "), [...forms, ...translate(crossing, lexicon)], false, true), length);
      }
      for (const syllable of syllables) {
        if (!isStopWord(syllable, "vi"))
          add(makeTerm(syllable, [[stemWord(syllable), SYLLABLE_WEIGHT]], false, true), length);
      }
    } else if (!isStopWord(token.word, "vi") && !ask.scaffolding.has(position)) {
      const translations =
        length === 0 || isSomebody ? [] : translate(words.slice(position, position + 1), lexicon);
      const term = makeTerm(token.word, [[stemWord(token.word), 1], ...translations], name, !name);
      add(name ? term : expandTranslation(term, vocabulary));
    }
    position += Math.max(1, length);
  }
  return placed;
}

/** A word as it is compared: without diacritics, and with those that the question gives it. */
interface SpelledWord {
  readonly folded: string;
  /** In the form of `spellSyllable`; missing where the question leaves diacritics out. */
  readonly spelled: string | undefined;
}

function spellWords({ text, tokens, hasDiacritics }: QuestionParts): SpelledWord[] {
  return tokens.map(({ start, end, word }) => ({
    folded: word,
    spelled: hasDiacritics ? spellSyllable(text.slice(start, end)) : undefined,
  }));
}

/** Syllables of the longest listed word that begins here; 0 if none does. */
function findCompound(words: readonly SpelledWord[], from: number, lexicon: Lexicon): number {
  for (let length = Math.min(lexicon.longest, words.length - from); length > 0; length--)
    if (translate(words.slice(from, from + length), lexicon).length > 0) return length;
  return 0;
}

function translate(words: readonly SpelledWord[], lexicon: Lexicon): Weighted[] {
  const folded = words.map((word) => word.folded).join(" ");
  const spelled = words.every((word) => word.spelled !== undefined)
    ? words.map((word) => word.spelled).join(" ")
    : undefined;
  return lexicon.translate(folded, spelled).map((stem, rank) => [stem, TRANSLATION_WEIGHTS[rank] ?? 0.3]);
}

/** Whether a word is written like one syllable with a capital: "Xã", not "REVFIN" or "2025". */
function isSyllable(text: string, token: Token): boolean {
  return /^\p{Lu}\p{Ll}{0,6}$/u.test(text.slice(token.start, token.end).normalize("NFC"));
}

function hasCapitalBeside(text: string, tokens: readonly Token[], position: number): boolean {
  return [tokens[position - 1], tokens[position + 1]].some((token) => isCapital(text, token));
}

function isCapital(text: string, token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(text.slice(token.start));
}
