import type { Language } from "../document.ts";
import type { MatchStrength } from "../question/match-terms.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import {
  measureCommonness,
  type PassageInPlace,
  readSentence,
  type SentenceReading,
} from "../rank/read-sentence.ts";
import type { SentenceInPlace } from "../rank/sentence-features.ts";
import { type TextCache, textOf } from "../rank/text-cache.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
import { findSection } from "./cite.ts";

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
      const columns = readColumns(document, sentence);
      const place = {
        kind,
        vector,
        reading,
        near: [all[index - 1], all[index + 1]].filter((other) => other !== undefined),
        above: joinStrengths(
          matchHead(findSection(document, sentence.start) ?? "", document.language),
          findLeadIn(sentences, all, index)?.strengths,
        ),
        before: findBefore(document, sentences, all, index),
        columns: columns === null ? [] : matchHead(columns, document.language),
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

/** How well a title, a heading or a date says each of the question's terms; each is read once. */
function createHeadMatcher(
  { matcher }: PreparedQuestion,
  texts: TextCache,
): (head: string, language: Language) => MatchStrength[] {
  const known = new Map<string, MatchStrength[]>();
  return (head, language) => {
    const found = known.get(head) ?? matcher.match(texts.readHead(head, language));
    known.set(head, found);
    return found;
  };
}

/** The line before the list that an entry stands in; none where it is out of sight or the sentence is no entry. */
function findLeadIn(
  sentences: readonly StoredSentence[],
  readings: readonly SentenceReading[],
  index: number,
): SentenceReading | undefined {
  if (sentences[index]?.kind !== "item") return undefined;
  return readings[sentences.findLastIndex(({ kind }, other) => other < index && kind !== "item")];
}

/** How well the sentences before one in its paragraph say each of the question's terms. */
function findBefore(
  { blocks }: StoredDocument,
  sentences: readonly StoredSentence[],
  readings: readonly SentenceReading[],
  index: number,
): readonly MatchStrength[] {
  const start = sentences[index]?.start ?? 0;
  const paragraph = blocks.findLast((block) => block.start <= start);
  let before: readonly MatchStrength[] = [];
  for (let other = index - 1; other >= 0; other--) {
    const reading = readings[other];
    if (!paragraph || !reading || (sentences[other]?.start ?? 0) < paragraph.start) break;
    before = before.length === 0 ? reading.strengths : joinStrengths(before, reading.strengths);
  }
  return before;
}

function joinStrengths(
  first: readonly MatchStrength[],
  second: readonly MatchStrength[] | undefined,
): readonly MatchStrength[] {
  if (!second) return first;
  return first.map(({ own, synonym }, index) => ({
    own: Math.max(own, second[index]?.own ?? 0),
    synonym: Math.max(synonym, second[index]?.synonym ?? 0),
  }));
}

/** Sentences at the beginning of a document that say what it is about. */
const OPENING_SENTENCES = 3;

/** The names of the columns of the table that a sentence is a row of; `null` where it is none. Rows stand in lines that begin with "|". */
function readColumns({ text }: StoredDocument, { start }: StoredSentence): string | null {
  let lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (text[lineStart] !== "|") return null;
  const own = lineStart;
  for (let rows = 0; rows < MOST_ROWS && lineStart > 0; rows++) {
    const before = text.lastIndexOf("\n", lineStart - 2) + 1;
    if (text[before] !== "|") break;
    lineStart = before;
  }
  return lineStart === own ? null : text.slice(lineStart, text.indexOf("\n", lineStart));
}

/** Rows of a table that are looked at for its head. */
const MOST_ROWS = 60;

/** The line below the names of a Markdown table's columns. */
const TABLE_RULE = /^[^\n]*\n\|? *:?-{3,}/;

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
  matchHead: ReturnType<typeof createHeadMatcher>,
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
