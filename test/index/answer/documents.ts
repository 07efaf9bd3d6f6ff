import { rankCandidates, type ScoredSentence } from "../../../index/answer/rank-candidates.ts";
import { ENTITY_GROUPS } from "../../../index/rank/features.ts";
import type { PreparedQuestion } from "../../../index/rank/prepared-question.ts";
import { createRanker } from "../../../index/rank/ranker.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { groupPassages } from "../../../index/split/passages.ts";
import { splitSentences } from "../../../index/split/sentences.ts";
import type { StoredDocument, StoredSentence } from "../../../index/store/store.ts";
import { extractTerms } from "../../../index/text/terms.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { readTextDocument } from "../read/read-text-document.ts";

/** A document with its sentences, as the store would return them; every vector is the same, so that words decide. */
export interface TestDocument {
  readonly document: StoredDocument;
  readonly sentences: readonly StoredSentence[];
}

/** Weights by hand, so that these tests say the same after each training. */
const RANKER = createRanker({
  ranking: {
    coverage: 4,
    headCoverage: 1,
    ...Object.fromEntries(ENTITY_GROUPS.map((group) => [group, 3])),
    heading: -2,
    caption: -2,
  },
  confidence: {},
  thresholds: { answer: 0.5, nearest: 0.1 },
});

/** Reads and splits a text as a document. */
export function makeDocument(text: string, id = 1): TestDocument {
  const read = readTextDocument(`document-${id}.md`, new TextEncoder().encode(text));
  const document = { ...read, id, scope: "shared" };
  const sentences = splitSentences(document).map((sentence, position) => ({
    ...sentence,
    position,
    vector: Float32Array.of(1, 0),
  }));
  return { document, sentences };
}

/** The sentences of some documents ranked for a question by plain weights. */
export function rank(documents: readonly TestDocument[], question: PreparedQuestion): ScoredSentence[] {
  const candidates = documents.flatMap(({ document, sentences }) => {
    const passages = groupPassages(document, sentences);
    const texts = passages.map(({ start, end }) => document.text.slice(start, end));
    const documentTerms = countTerms(texts.map((text) => extractTerms(text, document.language)));
    return passages.map((passage, index) => ({
      passage: { ...passage, id: document.id * 100 + index, documentId: document.id },
      document,
      score: 0.5,
      closeness: 0.5,
      documentTerms,
      sentences: sentences.slice(Math.max(0, passage.firstSentence - 1), passage.endSentence + 1),
    }));
  });
  return rankCandidates(candidates, question, { ranker: RANKER, texts: createTextCache(NO_VOCABULARY) });
}

/** The share of the passages that hold each term. */
function countTerms(passages: readonly (readonly { readonly term: string }[])[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const terms of passages)
    for (const term of new Set(terms.map((each) => each.term)))
      shares.set(term, (shares.get(term) ?? 0) + 1 / passages.length);
  return shares;
}

/** Sentences `[from, to)` of the document with that id. */
export function readFrom(documents: readonly TestDocument[]) {
  return (id: number, from: number, to: number): readonly StoredSentence[] =>
    documents.find(({ document }) => document.id === id)?.sentences.slice(from, to) ?? [];
}
