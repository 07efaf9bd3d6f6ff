import type { Document, Format, Language, Passage, Scope, Sentence } from "../document.ts";
import type { ModelIdentity } from "../embed/embedder.ts";
import type { FileProblem } from "../read/unreadable-file.ts";
import type { Reason } from "../reasons.ts";

/** A document with everything derived from it, ready to be stored in one step. Vectors are in the order of their spans. */
export interface IndexedDocument {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
  /** Unit vectors, one a sentence. Kept with 8 bits a value: they only rank sentences within a few passages. */
  readonly sentenceVectors: readonly Float32Array[];
  /** Unit vectors, one a passage. Kept exactly. */
  readonly passageVectors: readonly Float32Array[];
}

/** A document without its text. */
export interface DocumentSummary {
  readonly id: number;
  readonly scope: Scope;
  readonly path: string;
  readonly hash: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly dateRule: string | null;
  readonly language: Language;
  readonly format: Format;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  readonly passages: number;
  /** How many pages it has; 0 for a format without pages. */
  readonly pages: number;
}

/** What was found in a file when it was last read. */
export interface FileRecord {
  readonly path: string;
  /** Changes when the file does, as far as can be told without reading it; empty where that cannot be told. */
  readonly version: string;
  /** Stands for the bytes and for what was given with them. */
  readonly contents: string;
  /** Why it cannot be a document; `null` where it is one. */
  readonly problem: FileProblem | null;
}

/** A document as stored. */
export interface StoredDocument extends Document {
  readonly id: number;
  readonly scope: Scope;
}

/** A passage as stored. Ids are never used twice, also not after a removal. */
export interface StoredPassage extends Passage {
  readonly id: number;
  readonly documentId: number;
}

/** A sentence as stored; `position` is its place in the document's list of sentences. */
export interface StoredSentence extends Sentence {
  readonly position: number;
  readonly vector: Float32Array;
}

/** Something that is wrong with the stored data. */
export interface StoreFault {
  /** What is wrong: of a file what SQLite says or a reason of ours, of a document a line for developers. */
  readonly what: string | Reason;
  /** The document that is to be read anew; `null` where the fault is in the file itself. */
  readonly document: { readonly id: number; readonly scope: Scope; readonly path: string } | null;
}

/**
 * The durable part of the index. Every write is one transaction: a crash leaves the state before or after it.
 * Reads see only the scopes that they name.
 */
export interface Store {
  /** The model whose vectors are stored, or `null` while there are none. */
  model(): ModelIdentity | null;
  /** The version of the rules by which documents were read and split; empty where none was remembered. */
  rules(): string;
  /** Removes every document and every record of a file, and remembers model and rules (default: today's) for those to come. */
  reset(model: ModelIdentity, rules?: string): void;
  /** A number that grows with every change inside the scope; 0 for a scope never written. Caches remember it. */
  generation(scope: Scope): number;
  /** Scopes that hold at least one document, sorted. */
  scopes(): Scope[];
  /** Documents of one scope, by path. */
  listDocuments(scope: Scope): DocumentSummary[];
  /** The document with this id in one of `scopes`, or `null`. */
  readDocument(id: number, scopes: readonly Scope[]): StoredDocument | null;
  /** The text of the document with this path, or `null`. */
  readText(scope: Scope, path: string): string | null;
  /** Stores a document in place of any with the same path in that scope. Returns its new id. */
  replaceDocument(scope: Scope, indexed: IndexedDocument): number;
  /** Returns whether there was such a document. */
  removeDocument(scope: Scope, path: string): boolean;
  /** Removes the documents with these ids, also such as cannot be read any more. */
  removeDocuments(ids: readonly number[]): void;
  /** What is remembered of the files of one scope, by path. */
  listFiles(scope: Scope): FileRecord[];
  /** Remembers files in place of what was remembered under their paths, and forgets others. No generation changes. */
  rememberFiles(scope: Scope, records: readonly FileRecord[], forgotten?: readonly string[]): void;
  /** Ids of the scope's passages, ascending. */
  passageIds(scope: Scope): number[];
  /** The passages with these ids that lie in one of `scopes`, in the order of `ids`; unknown ids are left out. */
  readPassages(ids: readonly number[], scopes: readonly Scope[]): StoredPassage[];
  /** The languages of the documents that these passages belong to; passages unknown or outside `scopes` are left out. */
  passageLanguages(ids: readonly number[], scopes: readonly Scope[]): Map<number, Language>;
  /** The passages of a document, in order. */
  documentPassages(documentId: number): StoredPassage[];
  /** Vectors of the scope's passages, ascending by id. Streams; do not write while iterating. */
  passageVectors(scope: Scope): Iterable<{ readonly id: number; readonly vector: Float32Array }>;
  /** The vectors of these passages, in the order of `ids`; unknown ids are left out. */
  readPassageVectors(ids: readonly number[]): { readonly id: number; readonly vector: Float32Array }[];
  /** Sentences `[from, to)` of a document, in order. */
  readSentences(documentId: number, from: number, to: number): StoredSentence[];
  /** What is wrong with the stored data; empty when all is well. Reads everything. */
  check(): StoreFault[];
  close(): void;
}
