import type { Language } from "../document.ts";
import type { MatchStrength } from "../question/match-terms.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import type { SentenceReading } from "../rank/read-sentence.ts";
import type { TextCache } from "../rank/text-cache.ts";
import type { StoredDocument, StoredSentence } from "../store/store.ts";

/** Compares titles, headings and the like with a question. */
export type HeadMatcher = (head: string, language: Language) => readonly MatchStrength[];

/** Tells how well a title, a heading or a date says each of the question's terms; each is read once. */
export function createHeadMatcher({ matcher }: PreparedQuestion, texts: TextCache): HeadMatcher {
  const known = new Map<string, readonly MatchStrength[]>();
  return (head, language) => {
    const key = `${language}:${head}`;
    const found = known.get(key) ?? matcher.match(texts.readHead(head, language));
    known.set(key, found);
    return found;
  };
}

/** The line before the list that an entry stands in; none where it is out of sight or the sentence is no entry. */
export function findLeadIn(
  sentences: readonly StoredSentence[],
  readings: readonly SentenceReading[],
  index: number,
): SentenceReading | undefined {
  if (sentences[index]?.kind !== "item") return undefined;
  return readings[sentences.findLastIndex(({ kind }, other) => other < index && kind !== "item")];
}

/** How well the sentences before one in its paragraph say each of the question's terms; empty where there are none. */
export function matchBefore(
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

/** The better of two strengths for each term. */
export function joinStrengths(
  first: readonly MatchStrength[],
  second: readonly MatchStrength[] | undefined,
): readonly MatchStrength[] {
  if (!second) return first;
  return first.map(({ own, synonym }, index) => ({
    own: Math.max(own, second[index]?.own ?? 0),
    synonym: Math.max(synonym, second[index]?.synonym ?? 0),
  }));
}
