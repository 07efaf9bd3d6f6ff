import type { CandidatePassage } from "./answer/place-sentences.ts";
import type { Filter } from "./engine.ts";
import { filterDocuments, scopesOf } from "./filter.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import { collectStatistics } from "./lexical/search-lexical.ts";
import { countTermsInGroups } from "./lexical/terms-in-groups.ts";
import { OPTIONS } from "./options.ts";
import { readQuestion } from "./question/question.ts";
import { type SoughtTerm, seekTerms } from "./question/seek.ts";
import { prepareQuestion } from "./rank/prepare-question.ts";
import type { PreparedQuestion } from "./rank/prepared-question.ts";
import { retrieve } from "./retrieve.ts";
import { openScan } from "./scan.ts";
import type { ScopeIndexes } from "./scope-indexes.ts";
import type { SearchContext } from "./search-context.ts";
import type { DocumentSummary, StoredDocument } from "./store/store.ts";
import { areAlike } from "./text/shingles.ts";
import type { VectorSearch } from "./vector-search.ts";
import { WELL_KNOWN } from "./vocabulary/abbreviations.ts";

/** The passages for a question, best first, with the question as it was understood. */
export interface FoundPassages {
  readonly question: PreparedQuestion;
  readonly passages: readonly CandidatePassage[];
}

/** Passages looked at for one that is shown, so that copies of one text do not take the place of others. */
const COPIES = 3;

/**
 * Reads a question and ranks the passages that may answer it.
 *
 * @param count passages at most; where `areCopiesOne`, those that say nearly the same count as one
 * @throws UserError for a question or filter that cannot be read
 */
export async function findPassages(
  context: SearchContext,
  text: string,
  filter: Filter,
  count: number,
  areCopiesOne = false,
): Promise<FoundPassages> {
  const { store } = context;
  const scopes = scopesOf(filter);
  const indexes = context.indexesOf(scopes);
  const understood = readQuestion(text, {
    ...context.vocabulary,
    abbreviations: [...indexes.flatMap((index) => index.abbreviations), ...WELL_KNOWN],
  });
  const allowed = filterDocuments(store, filter);
  const lexical = indexes.map((index) => index.lexical);
  const statistics = collectStatistics(lexical);
  const terms = seekTerms(understood.terms, lexical, statistics);
  const [vector] = await context.embedder.embed([understood.text], "query");
  if (!vector) throw new Error("The embedder returned no vector");
  const question = prepareQuestion(understood, terms, vector, context.vocabulary);

  const documents = new Map<number, StoredDocument | null>();
  const candidates = retrieve(
    question,
    {
      lexical,
      ...limitTo(context, indexes, allowed),
      readLanguages: (ids) => store.passageLanguages(ids, scopes),
      readVectors: (ids) => store.readPassageVectors(ids),
    },
    areCopiesOne ? COPIES * count : count,
  );
  const found = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const originals: ReadonlySet<string>[] = [];
  const read = store.readPassages([...found.keys()], scopes).flatMap((passage) => {
    if (areCopiesOne && originals.length >= count) return [];
    const id = passage.documentId;
    const document = documents.get(id) ?? store.readDocument(id, scopes);
    documents.set(id, document);
    if (!document) return [];
    if (areCopiesOne) {
      const shingles = context.texts.readShingles(document, passage);
      if (!originals.some((other) => areAlike(shingles, other))) originals.push(shingles);
    }
    const sentences = store.readSentences(
      id,
      Math.max(0, passage.firstSentence - 1),
      passage.endSentence + 1,
    );
    const { score = 0 } = found.get(passage.id) ?? {};
    return [{ passage, document, score, sentences }];
  });
  const counted = countTermsInDocuments(context, lexical, terms, [...documents.keys()]);
  const passages = read.map((candidate) => ({
    ...candidate,
    documentTerms: counted.get(candidate.document.id) ?? new Map<string, number>(),
  }));
  return { question, passages };
}

/** Which of the question's own words each document holds, each with the share of its other passages that hold it. */
function countTermsInDocuments(
  { store }: SearchContext,
  lexical: readonly LexicalIndex[],
  terms: readonly SoughtTerm[],
  documents: readonly number[],
): Map<number, ReadonlyMap<string, number>> {
  const own = terms.flatMap(({ forms }) => forms.filter(({ kind }) => kind === undefined));
  const parts = [...new Set(own.flatMap((form) => form.terms))];
  const sizes = new Map<number, number>();
  const groups = new Map<number, number>();
  for (const document of documents) {
    const passages = store.documentPassages(document);
    sizes.set(document, passages.length);
    for (const { id } of passages) groups.set(id, document);
  }
  const counts = countTermsInGroups(lexical, parts, groups);
  return new Map(
    [...counts].map(([document, held]) => {
      // Beside the one passage that answers: of a document of one passage nothing is common.
      const others = Math.max(1, (sizes.get(document) ?? 1) - 1);
      return [document, new Map([...held].map(([term, count]) => [term, (count - 1) / others]))];
    }),
  );
}

/** The vectors to search and the passages to accept: all of the scopes, or those of a few documents. */
function limitTo(
  { store, embedder }: SearchContext,
  indexes: readonly ScopeIndexes[],
  documents: readonly DocumentSummary[] | null,
): { vectors: readonly VectorSearch[]; accepts?: (id: number) => boolean } {
  if (documents === null) return { vectors: indexes.map((index) => index.vectors) };
  const ids = new Set(documents.flatMap(({ id }) => store.documentPassages(id).map((passage) => passage.id)));
  const accepts = (id: number): boolean => ids.has(id);
  if (ids.size <= OPTIONS.largestScan) {
    return { vectors: [openScan(store.readPassageVectors([...ids]), embedder.identity.dimension)], accepts };
  }
  // A large part of a scope: ask the graph for so many more that enough of them pass.
  const vectors = indexes.map((index) => {
    const factor = Math.ceil(index.vectors.size / ids.size) + 1;
    return {
      size: index.vectors.size,
      search: (vector: Float32Array, count: number) => index.vectors.search(vector, count * factor),
    };
  });
  return { vectors, accepts };
}
