import type { Answer, Citation, Document, Language, Quote, Scope, Span } from "./document.ts";
import type { ModelIdentity } from "./embed/embedder.ts";
import type { Finding } from "./findings.ts";
import type { PicturePages } from "./picture-pages.ts";
import type { Facts } from "./read/reader.ts";
import type { FileProblem } from "./read/unreadable-file.ts";

/**
 * Told, a line each, what whoever runs an engine should know: what was to be expected (`info`), what was mended or could not
 * be done (`warn`), what somebody has to look into (`error`).
 */
export type EngineLog = (message: string, level: "info" | "warn" | "error") => void;

/** Which documents may answer. Without it: every document of the `shared` scope. */
export interface Filter {
  readonly scopes?: readonly Scope[];
  /** A document's path, or a part of its path or title that only one document has (case and diacritics aside). */
  readonly document?: string;
  /** Only these documents (paths), and `document` is looked for among them. Those that do not exist are passed over. */
  readonly documents?: readonly string[];
  /** Inclusive dates, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. With either, documents without a date are left out. */
  readonly after?: string;
  readonly before?: string;
}

/** One passage found by a search. */
export interface FoundPassage extends Span, Citation {
  readonly text: string;
  readonly emphasis: readonly Span[];
  readonly score: number;
  /** Other documents in which nearly the same passage stands, with the same numbers. */
  readonly alsoIn: readonly Citation[];
}

/** One document that quotes may come from: what a citation says of it, and more. */
export interface Source
  extends Omit<Citation, "page" | "section">,
    Pick<Document, "dateRule" | "language" | "format"> {
  /** UTF-16 code units of its text. */
  readonly length: number;
  readonly passages: number;
  /** 0 for a format without pages. */
  readonly pages: number;
}

/** A source with its headings. */
export interface SourceDetails extends Source {
  readonly sections: readonly (Span & { readonly text: string })[];
  /** Its pages that are pictures without text; absent where there are none. */
  readonly picturePages?: PicturePages;
  /** When it was last fetched from the web, ISO 8601; absent where it was not. */
  readonly retrievedAt?: string;
}

/** A passage with what stands around it. */
export interface Place extends Span, Citation {
  readonly text: string;
  readonly language: Language;
  readonly emphasis: readonly Span[];
  /** The text that ends where it begins, and that begins where it ends; empty at a document's ends. */
  readonly before: string;
  readonly after: string;
}

/**
 * The sentences that hold some wording. `exact` tells whether they hold the very words, white space, case, dashes and
 * quotation marks aside; these are emphasised then.
 */
export interface WordingResult {
  readonly exact: boolean;
  readonly quotes: readonly Quote[];
}

/** A file that was not indexed, and why; `describeFileProblem` says it in words. */
export interface SkippedFile {
  readonly document: string;
  readonly problem: FileProblem;
  /** Whether it was skipped for the same reason before. Default no. */
  readonly isKnown?: boolean;
}

/** A document some of whose pages are pictures without text. */
export interface PicturedDocument extends PicturePages {
  readonly document: string;
}

/** A document whose front matter says what cannot be read: these facts, or none of it where there are none. */
export interface MisreadDocument {
  readonly document: string;
  readonly facts: readonly string[];
}

/** What a sync did. Counts are documents, except where they say otherwise. */
export interface SyncReport {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly skipped: readonly SkippedFile[];
  /** Those of the added and changed documents that have pages without text. Default none. */
  readonly pictured?: readonly PicturedDocument[];
  /** Those of them whose front matter is not read, or not all of it. Default none. */
  readonly misread?: readonly MisreadDocument[];
  /** Passages written. */
  readonly passages: number;
  /** Texts that the embedder had to cut. */
  readonly truncated: number;
}

/** How far a sync has come, in files that have to be looked into: those that are as they were are not work. */
export interface SyncProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly document: string;
  /** In a large file: how much of it is done, 0 to 1. */
  readonly part?: number;
}

/** A document to add to a scope. */
export interface Addition {
  /** The file's name: its path in the scope, once what no path may hold is left out. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Win over what the file says of itself. */
  readonly facts?: Facts;
  /** The address that it was fetched from, which is its link unless `facts` name another. */
  readonly url?: string;
  /** When it was fetched, ISO 8601. */
  readonly retrievedAt?: string;
  /** The charset that it was served with: a hint for pages and texts that do not say theirs. */
  readonly charset?: string;
  /** A name or an id that says something to the caller. */
  readonly addedBy: string;
}

/** What became of an addition. */
export interface AdditionReport {
  /**
   * - `added`, `replaced` (the earlier version of the page with this address)
   * - `corrected`: the scope has these very bytes already, as `document`, which now has the facts that were given
   * - `duplicate`: the scope has these very bytes already, as `document`, and nothing new was said of it
   * - `unreadable`: nothing is kept, `problem` says why
   */
  readonly outcome: "added" | "replaced" | "corrected" | "duplicate" | "unreadable";
  /** The document as it is now; `null` where it is unreadable. */
  readonly source: Source | null;
  /** The path under which it is found, or would have been. */
  readonly document: string;
  /** The document that has a file's name already, where the file got another for it; else `null`. */
  readonly namesake: string | null;
  readonly problem: FileProblem | null;
}

/** A document that was added from outside the corpus folder. Moments are ISO 8601 in UTC. */
export interface LibraryDocument {
  readonly document: string;
  /** Of one that was removed: as it was then. Its path where nothing else is known. */
  readonly title: string;
  readonly url: string | null;
  readonly retrievedAt: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
  /** When it was removed: for a day it can be restored. `null` while it is there. */
  readonly removedAt: string | null;
  /** `null` for one that was removed. */
  readonly source: Source | null;
}

/** What the index holds of the scopes asked about. */
export interface EngineStatus {
  readonly model: ModelIdentity;
  readonly documents: number;
  readonly passages: number;
}

/**
 * The search engine. `openEngine` of `index/` runs it in this process, `startEngine` of `src/` in a child process.
 * Every method may throw a `UserError`.
 */
export interface Engine {
  /** Makes the index match the corpus folder: only what changed is read and embedded again. */
  sync(onProgress?: (progress: SyncProgress) => void): Promise<SyncReport>;
  /** Answers a question with quotes, or says that the documents do not answer it: small talk (`isSmallTalk`) never. */
  ask(question: string, filter?: Filter): Promise<Answer>;
  /** Ranked passages for a query, at most `limit` (default 10), from rank `offset` (default 0). */
  search(
    query: string,
    options?: Filter & { readonly limit?: number; readonly offset?: number },
  ): Promise<FoundPassage[]>;
  /** Finds where the documents say these words: exactly, else approximately. */
  quote(wording: string, filter?: Filter): Promise<WordingResult>;
  /** Every document, by path. */
  sources(filter?: Filter): Promise<Source[]>;
  /** One document with its headings; `name` as in `Filter.document`. */
  source(name: string, scopes?: readonly Scope[]): Promise<SourceDetails>;
  /** A span of a document (its path) with at most `around` UTF-16 code units on each side; `null` where there is none. */
  readPlace(document: string, span: Span, around: number, scopes?: readonly Scope[]): Promise<Place | null>;
  /**
   * Adds a document to a scope, where it answers at once. A file that cannot be read is reported and not kept. A page
   * takes the place of the document with its address; a file is a document of its own, whatever it is called.
   *
   * @throws UserError `server-documents`, `server-bytes` where a server has as much as it may have; `facts-in-folder` where
   *   facts are given for a file of the corpus folder
   */
  addDocument(scope: Scope, addition: Addition): Promise<AdditionReport>;
  /**
   * Removes an added document (its path). It is kept for a day.
   *
   * @throws UserError `document-unknown`, `document-in-folder`
   */
  removeDocument(scope: Scope, document: string): Promise<void>;
  /** Removes every added document of a scope, each as `removeDocument` does. Resolves with how many there were. */
  removeDocuments(scope: Scope): Promise<number>;
  /**
   * Puts a removed document back.
   *
   * @throws UserError `document-unknown` where nothing of that name was removed in the last day
   */
  restoreDocument(scope: Scope, document: string): Promise<void>;
  /** What was added to a scope, removed documents too, by path. */
  library(scope: Scope): Promise<LibraryDocument[]>;
  /** The bytes that a document (its path) was made of; `null` where there is no such document or no copy. */
  readOriginal(scope: Scope, document: string): Promise<Uint8Array | null>;
  /** Checks everything that is stored; with `repair`, rebuilds what is derived. */
  doctor(repair?: boolean): Promise<Finding[]>;
  status(scopes?: readonly Scope[]): Promise<EngineStatus>;
  /** Ends a sync before its next file and frees the data folder. Closing twice is fine; what is asked later is `engine-stopped`. */
  close(): Promise<void>;
}
