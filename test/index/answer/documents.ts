import { rankCandidates, type ScoredSentence } from "../../../index/answer/rank-candidates.ts";
import type { PreparedQuestion } from "../../../index/rank/prepared-question.ts";
import { groupPassages } from "../../../index/split/passages.ts";
import { splitSentences } from "../../../index/split/sentences.ts";
import type { StoredDocument, StoredSentence } from "../../../index/store/store.ts";
import { readTextDocument } from "../read/read-text-document.ts";

/** A document with its sentences, as the store would return them; every vector is the same, so that words decide. */
export interface TestDocument {
  readonly document: StoredDocument;
  readonly sentences: readonly StoredSentence[];
}

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

/** The sentences of some documents ranked for a question. */
export function rank(documents: readonly TestDocument[], question: PreparedQuestion): ScoredSentence[] {
  const passages = documents.flatMap(({ document, sentences }) =>
    groupPassages(document, sentences).map((passage, index) => ({
      passage: { ...passage, id: document.id * 100 + index, documentId: document.id },
      document,
      score: 0.5,
      sentences: sentences.slice(Math.max(0, passage.firstSentence - 1), passage.endSentence + 1),
    })),
  );
  return rankCandidates(passages, question);
}

/** Sentences `[from, to)` of the document with that id. */
export function readFrom(documents: readonly TestDocument[]) {
  return (id: number, from: number, to: number): readonly StoredSentence[] =>
    documents.find(({ document }) => document.id === id)?.sentences.slice(from, to) ?? [];
}
