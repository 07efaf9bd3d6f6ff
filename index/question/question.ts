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

/** One thing that a question asks about, in all the terms that may say it. */
export interface QuestionTerm {
  /** The folded word or words of the question. */
  readonly word: string;
  readonly alternatives: readonly { readonly term: string; readonly weight: number }[];
  /** Capitalised inside the question, or a number: another word cannot stand for it. */
  readonly isName: boolean;
  /** Whether other names for it were added as terms of their own, so that it need not occur itself. */
  readonly hasAliases: boolean;
}

/** A question as it was understood. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  readonly ask: Ask;
  readonly terms: readonly QuestionTerm[];
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
  const aliases = findAliases(words, vocabulary.aliases);
  const aliased = new Set(
    aliases.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  const context = { text, tokens, ask, language, aliased };
  const direct = language === "vi" ? readVietnamese(context, vocabulary.lexicon) : readEnglish(context);
  const others = aliases.flatMap(({ others: names }) =>
    names.flatMap((name) => name.filter((word) => !isStopWord(word, language) && !words.includes(word))),
  );
  const added = [...new Set(others)].map((word) =>
    makeTerm(word, [[stemWord(word), ALIAS_WEIGHT]], false, true),
  );
  return { text, language, ask, terms: [...direct, ...added] };
}

interface Context {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly ask: Ask;
  readonly language: Language;
  readonly aliased: ReadonlySet<number>;
}

function readEnglish({ text, tokens, ask, aliased }: Context): QuestionTerm[] {
  return tokens.flatMap((token, position) => {
    const { word } = token;
    if (isStopWord(word, "en") || SCAFFOLDING.has(word) || ask.scaffolding.has(position)) return [];
    return [makeTerm(word, [[stemWord(word), 1]], isName(text, token, position), aliased.has(position))];
  });
}

/** Words of the list, longest first; what is left is taken syllable by syllable. */
function readVietnamese({ text, tokens, ask, aliased }: Context, lexicon: Lexicon): QuestionTerm[] {
  const terms: QuestionTerm[] = [];
  for (let position = 0; position < tokens.length; ) {
    const token = tokens[position];
    if (!token) break;
    const length = findCompound(tokens, position, lexicon);
    const name = isName(text, token, position);
    const hasAliases = aliased.has(position);
    if (length > 1 && !name) {
      const syllables = tokens.slice(position, position + length).map((part) => part.word);
      const pairs = syllables
        .slice(1)
        .map((syllable, index): Weighted => [joinSyllables(syllables[index] ?? "", syllable), 1]);
      terms.push(
        makeTerm(
          syllables.join(" "),
          [...pairs, ...translate(syllables.join(" "), lexicon)],
          false,
          hasAliases,
        ),
      );
      for (const syllable of syllables) {
        if (!isStopWord(syllable, "vi"))
          terms.push(makeTerm(syllable, [[stemWord(syllable), SYLLABLE_WEIGHT]], false, true));
      }
    } else if (!isStopWord(token.word, "vi") && !ask.scaffolding.has(position)) {
      const translations = name || length === 0 ? [] : translate(token.word, lexicon);
      terms.push(
        makeTerm(
          token.word,
          [[stemWord(token.word), 1], ...translations],
          name,
          hasAliases || translations.length > 0,
        ),
      );
    }
    position += Math.max(1, name ? 1 : length);
  }
  return terms;
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
  alternatives: readonly Weighted[],
  name: boolean,
  hasAliases: boolean,
): QuestionTerm {
  return {
    word,
    alternatives: alternatives.map(([term, weight]) => ({ term, weight })),
    isName: name,
    hasAliases,
  };
}

/** A capital inside the question, a capital beyond the first letter, or a digit. */
function isName(text: string, token: Token, position: number): boolean {
  const written = text.slice(token.start, token.end);
  return /\p{N}/u.test(written) || /^.+\p{Lu}/u.test(written) || (position > 0 && /^\p{Lu}/u.test(written));
}
