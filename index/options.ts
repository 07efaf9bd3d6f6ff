/**
 * The limits and defaults that somebody who runs Accord asks for, or that the engine is tuned by as a whole, each with its
 * unit and its reason. A number that shapes the work of one file stands in that file.
 */
export const OPTIONS = {
  /** Bytes. A larger file is skipped and reported. */
  maximumFileBytes: 20 * 1024 * 1024,
  /** Milliseconds and megabytes that reading one file of a foreign format may take: a hundred times what most take. */
  readingTime: 30_000,
  readingMemory: 1_024,
  /** UTF-16 code units. A longer question is an error, so that nobody wonders which part was read. */
  maximumQuestionLength: 2_000,

  /** Words. The shipped model averages words, so a long passage blurs; below this one topic still dominates. */
  passageWords: 110,
  /** Sentences that a passage shares with the one before it. */
  passageOverlap: 1,
  /** UTF-16 code units. Above it a sentence is divided at its own enumeration marks, "(i)", "(ii)", "a)". */
  longSentence: 400,
  /** UTF-16 code units. A shorter sentence that stands twice is a phrase, not a repeated passage. */
  shortestRepeat: 40,

  /** Texts per inference. onnxruntime on one thread gains nothing from more (see DESIGN.md, Embedding). */
  embeddingBatch: 4,

  /** Texts embedded before progress is reported and a sync can be stopped inside a document: under a second. */
  textsBetweenReports: 256,

  /** HNSW: neighbours per node. What it finds with the two below stands in bench/RESULTS.md. */
  graphNeighbours: 16,
  graphBuildBeam: 200,
  graphSearchBeam: 512,
  /** Share of removed vectors above which the graph is built anew. */
  graphRemovedShare: 0.3,

  /** BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework, section 3.4), usual values. */
  bm25Saturation: 1.2,
  bm25LengthNormalisation: 0.75,
  /** Weight of a match in the title or heading against one in the text. */
  titleWeight: 0.4,

  /** Candidates that each side, lexical and dense, hands to the fusion. */
  candidates: 50,
  /** Passages. Where no more of them hold a name that is asked for, they are given the score of this place among the candidates at least. */
  rareNamePassages: 2,
  rareNamePlace: 20,
  /** Passages. A smaller part of a scope (one document, a few) is searched exactly: 3 ms at most. */
  largestScan: 5_000,
  /** Passages whose sentences are ranked. */
  passagesRead: 24,

  /** Milliseconds for which an added document can be put back once it is removed: a day. */
  removedKept: 24 * 60 * 60_000,

  /**
   * Documents that a server may have added, and bytes of their originals: more than an office has, and a disk that ten
   * servers cannot fill. What is added to everybody's documents is the business of whoever runs Accord.
   */
  maximumServerDocuments: 1_000,
  maximumServerBytes: 1024 * 1024 * 1024,

  /** Passages that one search returns at most. */
  maximumFound: 100,
  /** Quotes in an answer, passages offered when nothing was found. */
  maximumQuotes: 5,
  maximumNearest: 3,
  /** UTF-16 code units. A quote in an answer is never longer, unless one sentence alone is. */
  maximumQuoteLength: 700,
} as const;
