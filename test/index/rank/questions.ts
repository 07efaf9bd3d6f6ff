import type { Language } from "../../../index/document.ts";
import { createEntityFinder } from "../../../index/question/entities.ts";
import { readQuestion } from "../../../index/question/question.ts";
import { seekTerms } from "../../../index/question/seek.ts";
import type { SentenceFeatures } from "../../../index/rank/features.ts";
import { createMeaningReader } from "../../../index/rank/meaning.ts";
import { prepareQuestion } from "../../../index/rank/prepare-question.ts";
import type { PreparedQuestion } from "../../../index/rank/prepared-question.ts";
import { readSentence, type SentenceInPlace } from "../../../index/rank/read-sentence.ts";
import { measureSentence } from "../../../index/rank/sentence-features.ts";
import type { SentenceWords } from "../../../index/rank/text-cache.ts";
import { extractTerms, termSet } from "../../../index/text/terms.ts";
import { NO_VOCABULARY, type Vocabulary } from "../../../index/vocabulary/vocabulary.ts";

/** What the documents and the word lists of a test know. */
export interface Knowledge {
  /** Terms that no document holds. */
  readonly unknown?: readonly string[];
  readonly vocabulary?: Vocabulary;
}

/** A question as the ranker gets it, over documents that know every word but those named, all equally rare. */
export function prepare(
  text: string,
  { unknown = [], vocabulary = NO_VOCABULARY }: Knowledge = {},
): PreparedQuestion {
  const read = readQuestion(text, vocabulary);
  const statistics = { passages: 100, rarity: () => 1, isKnown: (term: string) => !unknown.includes(term) };
  const terms = seekTerms(read.terms, [], statistics);
  return prepareQuestion(read, terms, Float32Array.of(1, 0), vocabulary);
}

/** A sentence taken apart. */
export function wordsOf(
  text: string,
  language: Language,
  vocabulary: Vocabulary = NO_VOCABULARY,
): SentenceWords {
  const terms = extractTerms(text, language);
  return {
    terms,
    said: termSet(terms),
    language,
    meaning: createMeaningReader(vocabulary)(terms),
    findEntities: createEntityFinder(text),
  };
}

/** What stands around a sentence. Whatever is left out is empty. */
export interface Surroundings
  extends Partial<Pick<SentenceInPlace, "kind" | "vector" | "isTableHead" | "isCut" | "isOpening">> {
  readonly near?: readonly string[];
  /** Title and heading. */
  readonly head?: string;
  /** Its own heading, and the line that leads its list in. */
  readonly above?: string;
  /** The rest of its passage, and of its document. */
  readonly passage?: string;
  readonly document?: string;
  /** Share of the document's passages that say each of the question's terms. */
  readonly commonness?: number;
  readonly language?: Language;
  /** That of the question. Default: none. */
  readonly vocabulary?: Vocabulary;
}

/** Measures a sentence in its surroundings against a question. */
export function measure(
  question: PreparedQuestion,
  text: string,
  {
    near = [],
    head = "",
    above = "",
    passage = "",
    document = "",
    commonness = 0,
    vocabulary = NO_VOCABULARY,
    ...more
  }: Surroundings = {},
): SentenceFeatures {
  const language = more.language ?? "en";
  const read = (said: string) => readSentence(said, wordsOf(said, language, vocabulary), question);
  const match = (said: string) => question.matcher.match(termSet(extractTerms(said, language)));
  return measureSentence(
    {
      kind: "text",
      vector: Float32Array.of(0, 1),
      isTableHead: false,
      isCut: false,
      isOpening: false,
      ...more,
      above: match(above),
      before: [],
      columns: [],
      reading: read(text),
      near: near.map(read),
      passage: {
        score: 0.5,
        head: match(head),
        whole: match(passage),
        document: match(document),
        commonness: question.terms.map(() => commonness),
      },
    },
    question,
  );
}
