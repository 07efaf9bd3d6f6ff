import type { Language } from "../document.ts";
import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import { detectLanguage } from "../text/language.ts";
import { isStopWord } from "../text/stop-words.ts";
import { joinSyllables, stemWord } from "../text/terms.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { type AliasSet, findAliases } from "../vocabulary/aliases.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { type Ask, readAsk } from "./ask.ts";

/** One way to say a term: its words must stand together in a sentence. */
export interface TermForm {
  readonly terms: readonly string[];
  /** How surely it says what was asked: 1 for the very words. */
  readonly weight: number;
}

/** One thing that a question asks about: a word, or a name of several words, in all the forms that may say it. */
export interface QuestionTerm {
  /** The folded word or words of the question. */
  readonly word: string;
  readonly forms: readonly TermForm[];
  /** Capitalised inside the question, or a number: another word cannot stand for it. */
  readonly isName: boolean;
  /**
   * Whether its absence from every document says nothing: a Vietnamese syllable, which English documents have no
   * reason to hold and which may be half of a word.
   */
  readonly isOptional: boolean;
}

/** A question as it was understood. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  readonly ask: Ask;
  readonly terms: readonly QuestionTerm[];
  /** The term that is counted: "hospitals" in "how many hospitals". */
  readonly counted: QuestionTerm | null;
}

/** How surely another word says the same: an alias nearly, a translation by its rank. */
const ALIAS_WEIGHT = 0.8;
const TRANSLATION_WEIGHTS = [0.7, 0.6, 0.5, 0.4] as const;
/** A syllable inside a Vietnamese word of two, taken alone. */
const SYLLABLE_WEIGHT = 0.3;

/** Words that introduce a question and are not its topic. */
const SCAFFOLDING = new Set(
  "list everything many much tell please give know mention said sort kind".split(" "),
);

/**
 * Understands a question: its language, what it asks for, and the terms to look for.
 *
 * @throws UserError `question-empty` without a letter or digit, `question-long` above `OPTIONS.maximumQuestionLength`
 */
export function readQuestion(
  text: string,
  vocabulary: { readonly aliases: readonly AliasSet[]; readonly lexicon: Lexicon },
): Question {
  if (text.length > OPTIONS.maximumQuestionLength) {
    throw new UserError("question-long", { length: text.length, limit: OPTIONS.maximumQuestionLength });
  }
  const tokens = tokenize(text);
  if (tokens.length === 0) throw new UserError("question-empty");
  const language = detectLanguage(text);
  const words = tokens.map((token) => token.word);
  const ask = readAsk(words, language);
  // "it", "ai" and "who" are no names unless they are written like one.
  const isNameAlone = (at: number): boolean =>
    !isStopWord(words[at] ?? "", language) ||
    /^\p{Lu}{2,}$/u.test(text.slice(tokens[at]?.start, tokens[at]?.end));
  const names = findAliases(words, vocabulary.aliases, isNameAlone);
  const context = { text, tokens, ask, language };
  const placed: PlacedTerm[] = [
    ...names.map(({ from, to, others }) => ({ from, to, term: makeName(words.slice(from, to), others) })),
    ...findGaps(tokens.length, names).flatMap((gap) =>
      language === "vi" ? readVietnamese(context, gap, vocabulary.lexicon) : readEnglish(context, gap),
    ),
  ].sort((a, b) => a.from - b.from);
  const { countedFrom } = ask;
  const counted =
    countedFrom === null
      ? null
      : (placed.find(({ from, term }) => from >= countedFrom && !term.isName)?.term ?? null);
  return { text, language, ask, terms: placed.map(({ term }) => term), counted };
}

interface Context {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly ask: Ask;
  readonly language: Language;
}

/** Positions of words, `[from, to)`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface PlacedTerm extends Range {
  readonly term: QuestionTerm;
}

/** The ranges of `[0, length)` between the given ones. */
function findGaps(length: number, taken: readonly Range[]): Range[] {
  const gaps: Range[] = [];
  let from = 0;
  for (const range of [...taken, { from: length, to: length }].sort((a, b) => a.from - b.from)) {
    if (range.from > from) gaps.push({ from, to: range.from });
    from = range.to;
  }
  return gaps;
}

/** A name from the team's vocabulary, which may be said in any of its forms. */
function makeName(name: readonly string[], others: AliasSet): QuestionTerm {
  const form = (words: readonly string[], weight: number): TermForm => ({
    terms: words.filter((word) => !isStopWord(word, "en")).map(stemWord),
    weight,
  });
  const forms = [form(name, 1), ...others.map((other) => form(other, ALIAS_WEIGHT))];
  return {
    word: name.join(" "),
    forms: forms.filter(({ terms }) => terms.length > 0),
    isName: true,
    isOptional: false,
  };
}

function readEnglish({ text, tokens, ask }: Context, { from, to }: Range): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  for (let position = from; position < to; position++) {
    const token = tokens[position];
    if (!token) break;
    const { word } = token;
    if (isStopWord(word, "en") || SCAFFOLDING.has(word) || ask.scaffolding.has(position)) continue;
    const term = makeTerm(word, [[stemWord(word), 1]], isName(text, token, position));
    placed.push({ from: position, to: position + 1, term });
  }
  return placed;
}

/** Words of the list, longest first; what is left is taken syllable by syllable. */
function readVietnamese({ text, tokens, ask }: Context, { from, to }: Range, lexicon: Lexicon): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  for (let position = from; position < to; ) {
    const token = tokens[position];
    if (!token) break;
    // One capital alone is the first word of a title ("Khoa Xã hội học"); names have two.
    const name =
      isName(text, token, position) && (!isSyllable(text, token) || hasCapitalBeside(text, tokens, position));
    const length = name ? 0 : findCompound(tokens.slice(0, to), position, lexicon);
    const add = (term: QuestionTerm, width = 1): number =>
      placed.push({ from: position, to: position + width, term });
    const isForm = Array.from({ length }, (_, offset) => position + offset).every((at) =>
      ask.scaffolding.has(at),
    );
    if (length > 1 && !isForm) {
      const syllables = tokens.slice(position, position + length).map((part) => part.word);
      const pairs = syllables
        .slice(1)
        .map((syllable, index): Weighted => [joinSyllables(syllables[index] ?? "", syllable), 1]);
      const word = syllables.join(" ");
      add(makeTerm(word, [...pairs, ...translate(word, lexicon)], false), length);
      for (const syllable of syllables) {
        if (!isStopWord(syllable, "vi"))
          add(makeTerm(syllable, [[stemWord(syllable), SYLLABLE_WEIGHT]], false, true), length);
      }
    } else if (!isStopWord(token.word, "vi") && !ask.scaffolding.has(position)) {
      const translations = length === 0 ? [] : translate(token.word, lexicon);
      add(makeTerm(token.word, [[stemWord(token.word), 1], ...translations], name, !name));
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

type Weighted = readonly [term: string, weight: number];

function translate(word: string, lexicon: Lexicon): Weighted[] {
  return lexicon.translate(word).map((stem, rank) => [stem, TRANSLATION_WEIGHTS[rank] ?? 0.3]);
}

function makeTerm(word: string, forms: readonly Weighted[], name: boolean, isOptional = false): QuestionTerm {
  return {
    word,
    forms: forms.map(([term, weight]) => ({ terms: [term], weight })),
    isName: name,
    isOptional,
  };
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

/** A capital inside the question, a capital beyond the first letter, or a digit. */
function isName(text: string, token: Token, position: number): boolean {
  const written = text.slice(token.start, token.end);
  return /\p{N}/u.test(written) || /^.+\p{Lu}/u.test(written) || (position > 0 && /^\p{Lu}/u.test(written));
}
