import { findSection } from "../cite.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import {
  measureCommonness,
  type PassageInPlace,
  readSentence,
  type SentenceInPlace,
  type SentenceReading,
} from "../rank/read-sentence.ts";
import { type TextCache, textOf } from "../rank/text-cache.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
import {
  createHeadMatcher,
  findLeadIn,
  type HeadMatcher,
  joinStrengths,
  matchBefore,
} from "./surroundings.ts";
import { findTableHead } from "./table-head.ts";

/** A passage with its document and the sentences in and around it. */
export interface CandidatePassage {
  readonly passage: StoredPassage;
  readonly document: StoredDocument;
  readonly score: number;
  /** The question's own terms that the document holds, anywhere in it, with the share of its other passages that do. */
  readonly documentTerms: ReadonlyMap<string, number>;
  /** Sentences of the passage and one to each side, in order. */
  readonly sentences: readonly StoredSentence[];
}

/** A sentence with what stands around it. */
export interface PlacedSentence {
  readonly sentence: StoredSentence;
  readonly document: StoredDocument;
  readonly place: SentenceInPlace;
}

/** Every sentence of the passages with its surroundings; one in two passages comes once, with the better one. */
export function placeSentences(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
  texts: TextCache,
): PlacedSentence[] {
  const readings = new Map<string, SentenceReading>();
  const placed = new Map<string, PlacedSentence>();
  const keyOf = (document: StoredDocument, position: number): string => `${document.id}:${position}`;
  const matchHead = createHeadMatcher(question, texts);
  // Passages share sentences, and neighbours are looked at three times: each is read once.
  const read = (document: StoredDocument, sentence: StoredSentence): SentenceReading => {
    const key = keyOf(document, sentence.position);
    const known = readings.get(key);
    if (known) return known;
    const reading = readSentence(
      textOf(document, sentence),
      texts.readSentence(document, sentence),
      question,
    );
    readings.set(key, reading);
    return reading;
  };
  for (const candidate of passages) {
    const { passage, document, sentences } = candidate;
    const all = sentences.map((sentence) => read(document, sentence));
    const inPlace = placePassage(candidate, all, question, matchHead);
    const contentEnd = document.text.trimEnd().length;
    for (const [index, sentence] of sentences.entries()) {
      const inside = sentence.position >= passage.firstSentence && sentence.position < passage.endSentence;
      const key = keyOf(document, sentence.position);
      const reading = all[index];
      if (!inside || !reading || placed.has(key)) continue;
      const { kind, vector, end } = sentence;
      const head = findTableHead(document, sentence);
      const columns = head
        ? matchHead(document.text.slice(head.start, head.end), document.language)
        : undefined;
      const place = {
        kind,
        vector,
        reading,
        near: [all[index - 1], all[index + 1]].filter((other) => other !== undefined),
        above: joinStrengths(
          joinStrengths(
            matchHead(findSection(document, sentence.start) ?? "", document.language),
            findLeadIn(sentences, all, index)?.strengths,
          ),
          columns,
        ),
        before: matchBefore(document, sentences, all, index),
        columns: columns ?? [],
        passage: inPlace,
        isOpening: sentence.position < OPENING_SENTENCES,
        isTableHead: TABLE_RULE.test(document.text.slice(end, end + 80)),
        isCut: end >= contentEnd && !ENDED.test(reading.text),
      };
      placed.set(key, { sentence, document, place });
    }
  }
  return [...placed.values()];
}

/** Sentences at the beginning of a document that say what it is about. */
const OPENING_SENTENCES = 3;

/** The line below the names of a Markdown table's columns; without a "|" it only sets off what stands above it. */
const TABLE_RULE = /^[^\n]*\n(?=[^\n]*\|)\|? *:?-{3,}/;

/** How a sentence ends that does not break off. */
const ENDED = /[.!?…;)"”»]\s*$/u;

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A document's date in the words that a question may have for it: "April 2024 tháng 4". */
function nameDate(date: string | null): string {
  const [year = "", month = ""] = date?.split("-") ?? [];
  return month === "" ? year : `${MONTHS[Number(month) - 1]} ${year} tháng ${Number(month)}`;
}

function placePassage(
  { passage, document, score, documentTerms }: CandidatePassage,
  readings: readonly SentenceReading[],
  question: PreparedQuestion,
  matchHead: HeadMatcher,
): PassageInPlace {
  const { title, date, language } = document;
  return {
    score,
    head: joinStrengths(
      matchHead(`${title}\n${nameDate(date)}`, language),
      matchHead(findSection(document, passage.end) ?? "", language),
    ),
    whole: question.matcher.match(new Set(readings.flatMap(({ met }) => met))),
    document: question.matcher.match(documentTerms.keys()),
    commonness: question.terms.map((term) => measureCommonness(term, documentTerms)),
  };
}
