import type { Language } from "../document.ts";
import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import { isStopWord } from "../text/stop-words.ts";
import { joinPairs, stemWord } from "../text/terms.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { type AliasSet, findAliases } from "../vocabulary/aliases.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { type Ask, readAsk } from "./ask.ts";
import { expandTerm, expandTranslation, findPhrase } from "./expand.ts";
import type { QuestionTerm, TermForm } from "./question-term.ts";
import { detectQuestionLanguage, writeOut } from "./shorthand.ts";

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
  "list everything many much tell please give know mention said sort kind heard hear something anything someone somebody anyone anybody wonder wondering hello hi".split(
    " ",
  ),
);

/**
 * Understands a question: its language, what it asks for, and the terms to look for.
 *
 * @throws UserError `question-empty` without a letter or digit, `question-long` above `OPTIONS.maximumQuestionLength`
 */
export function readQuestion(asked: string, vocabulary: Vocabulary): Question {
  if (asked.length > OPTIONS.maximumQuestionLength) {
    throw new UserError("question-long", { length: asked.length, limit: OPTIONS.maximumQuestionLength });
  }
  if (tokenize(asked).length === 0) throw new UserError("question-empty");
  const language = detectQuestionLanguage(asked);
  const text = language === "vi" ? writeOut(asked) : asked;
  const tokens = tokenize(text);
  const words = tokens.map((token) => token.word);
  const written = tokens.map(({ start, end }) => text.slice(start, end));
  const ask = readAsk(words, language, written);
  const isShouted = isAllCapitals(text, words, language);
  // "it", "ai" and "who" are no names unless they are written like one.
  const isNameAlone = (at: number): boolean =>
    !isStopWord(words[at] ?? "", language) || (!isShouted && /^\p{Lu}{2,}$/u.test(written[at] ?? ""));
  const names = findAliases(words, vocabulary.aliases, isNameAlone);
  const context = { text, tokens, ask, language, vocabulary, isShouted };
  const found: PlacedTerm[] = [
    ...names.map(({ from, to, others }) => ({ from, to, term: makeName(words.slice(from, to), others) })),
    ...findGaps(tokens.length, names).flatMap((gap) =>
      language === "vi" ? readVietnamese(context, gap) : readEnglish(context, gap),
    ),
  ];
  const placed = found
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, term }) => {
      const written = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
      return { from, to, term: { ...term, written } };
    });
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
  readonly vocabulary: Vocabulary;
  /** Whether everything is in capitals, which then tell no names. */
  readonly isShouted: boolean;
}

/** Positions of words, `[from, to)`. */
interface Range {
  readonly from: number;
  readonly to: number;
}

interface PlacedTerm extends Range {
  readonly term: UnwrittenTerm;
}

type UnwrittenTerm = Omit<QuestionTerm, "written">;

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
function makeName(name: readonly string[], others: AliasSet): UnwrittenTerm {
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
    specificity: 1,
  };
}

function readEnglish(
  { text, tokens, ask, vocabulary, isShouted }: Context,
  { from, to }: Range,
): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  const isPassedOver = (position: number): boolean => {
    const { word = "" } = tokens[position] ?? {};
    return isStopWord(word, "en") || SCAFFOLDING.has(word) || ask.scaffolding.has(position);
  };
  for (let position = from; position < to; ) {
    const words = tokens.slice(position, to).map((token) => token.word);
    const phrase = ask.scaffolding.has(position) ? 0 : findPhrase(words, vocabulary.synonyms);
    const token = tokens[position];
    if (!token) break;
    if (phrase > 0) {
      const stems = words
        .slice(0, phrase)
        .filter((word) => !isStopWord(word, "en"))
        .map(stemWord);
      const term: UnwrittenTerm = {
        word: words.slice(0, phrase).join(" "),
        forms: [{ terms: stems, weight: 1 }],
        isName: false,
        isOptional: false,
        specificity: 0,
      };
      placed.push({
        from: position,
        to: position + phrase,
        term: expandTerm(term, words.slice(0, phrase), vocabulary),
      });
    } else if (!isPassedOver(position)) {
      const { word } = token;
      const term = makeTerm(word, [[stemWord(word), 1]], isName(text, token, position, isShouted));
      placed.push({ from: position, to: position + 1, term: expandTerm(term, [word], vocabulary) });
    }
    position += Math.max(1, phrase);
  }
  return placed;
}

/** Words of the list, longest first; what is left is taken syllable by syllable. */
function readVietnamese(
  { text, tokens, ask, vocabulary, isShouted }: Context,
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

type Weighted = readonly [term: string, weight: number];

function translate(word: string, lexicon: Lexicon): Weighted[] {
  return lexicon.translate(word).map((stem, rank) => [stem, TRANSLATION_WEIGHTS[rank] ?? 0.3]);
}

function makeTerm(
  word: string,
  forms: readonly Weighted[],
  name: boolean,
  isOptional = false,
): UnwrittenTerm {
  return {
    word,
    forms: forms.map(([term, weight]) => ({ terms: [term], weight })),
    isName: name,
    isOptional,
    specificity: 1,
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
function isName(text: string, token: Token, position: number, isShouted: boolean): boolean {
  const written = text.slice(token.start, token.end);
  if (/\p{N}/u.test(written) || isShouted) return /\p{N}/u.test(written);
  return /^.+\p{Lu}/u.test(written) || (position > 0 && /^\p{Lu}/u.test(written));
}

/** Whether a question is written in capitals throughout, and not a few abbreviations ("MOU USSH"). */
function isAllCapitals(text: string, words: readonly string[], language: Language): boolean {
  return !/\p{Ll}/u.test(text) && (words.length > 3 || words.some((word) => isStopWord(word, language)));
}
