import type { Language } from "../document.ts";
import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import { compose } from "../text/compose.ts";
import { isStopWord } from "../text/stop-words.ts";
import { stemWord } from "../text/terms.ts";
import { tokenize } from "../text/tokens.ts";
import { isWrittenWithDiacritics } from "../text/vietnamese-syllable.ts";
import type { AliasSet } from "../vocabulary/aliases.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { type Ask, readAsk } from "./ask.ts";
import { findDocumentWords } from "./document-words.ts";
import type { EntityKind } from "./entities.ts";
import { findNames } from "./find-names.ts";
import { findFocus } from "./focus.ts";
import type { PlacedTerm, Range, UnwrittenTerm } from "./question-parts.ts";
import type { QuestionTerm, TermForm } from "./question-term.ts";
import { readEnglish } from "./read-english.ts";
import { readVietnamese } from "./read-vietnamese.ts";
import { detectQuestionLanguage, writeOut } from "./shorthand.ts";

/** A question as it was understood. */
export interface Question {
  /** In composed letters, chat shorthand written out. */
  readonly text: string;
  readonly language: Language;
  readonly ask: Ask;
  readonly terms: readonly QuestionTerm[];
  /** The term that is counted: "hospitals" in "how many hospitals". */
  readonly counted: QuestionTerm | null;
}

/** How surely another name says the same: nearly. */
const ALIAS_WEIGHT = 0.8;

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
  const composed = compose(asked);
  const language = detectQuestionLanguage(composed);
  const text = language === "vi" ? writeOut(composed) : composed;
  const tokens = tokenize(text);
  const words = tokens.map((token) => token.word);
  const written = tokens.map(({ start, end }) => text.slice(start, end));
  const ask = readAsk(words, language, written);
  const focus = findFocus(words, language);
  const documentWords = findDocumentWords(words, written, language);
  const isShouted = isAllCapitals(text, words, language);
  const names = findNames(words, written, language, isShouted, vocabulary);
  const hasDiacritics = isWrittenWithDiacritics(composed);
  const context = { text, tokens, ask, language, vocabulary, hasDiacritics, isShouted };
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
      const isFocus = focus.has(from) || focus.has(to - 1);
      const specificity = saysOnlyThatItIs(term, ask) ? 0 : term.specificity;
      return {
        from,
        to,
        term: { ...term, specificity, written, isFocus, isDocument: documentWords.has(from) },
      };
    });
  const { countedFrom } = ask;
  const counted =
    countedFrom === null
      ? null
      : (placed.find(({ from, term }) => from >= countedFrom && !term.isName)?.term ?? null);
  return { text, language, ask, terms: placed.map(({ term }) => term), counted };
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

/** Whether a question is written in capitals throughout, and not a few abbreviations ("MOU USSH"). */
function isAllCapitals(text: string, words: readonly string[], language: Language): boolean {
  return !/\p{Ll}/u.test(text) && (words.length > 3 || words.some((word) => isStopWord(word, language)));
}

/** Words that say of an event only that it is: of little use beside the time or the place that is asked for. */
const EVENT_WORDS = new Set([
  ..."time take place taken held hold happen occur go start begin started scheduled".split(" "),
  ...["dien ra", "bat dau", "thoi gian"],
]);
const TIMES_AND_PLACES: ReadonlySet<EntityKind | undefined> = new Set(["day", "year", "hour", "place"]);

function saysOnlyThatItIs({ word, isName }: UnwrittenTerm, { entities }: Ask): boolean {
  return !isName && TIMES_AND_PLACES.has(entities[0]) && EVENT_WORDS.has(word);
}
