/**
 * The vocabulary of the search engine. One word for one thing, here and everywhere else.
 */

/** A half-open range `[start, end)` in UTF-16 code units of a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The languages that Accord reads and answers in (BCP 47). */
export type Language = "en" | "vi";

/**
 * Whose corpus something belongs to: `shared` for the corpus folder, otherwise a server's id. Every row in the store
 * has one, and every query names the scopes that it may see.
 */
export type Scope = string;

/** The scope of the corpus folder. */
export const SHARED_SCOPE: Scope = "shared";

/**
 * What a stretch of a document is. Readers mark blocks and never change the text:
 * - `text`, `heading`, `item` (one entry of a list): retrieved and quoted
 * - `caption`: retrieved, but quoted first only where nothing else says it
 * - `front-matter`, `furniture` (menus, counters, credits): neither retrieved nor quoted
 */
export type BlockKind = "text" | "heading" | "item" | "caption" | "furniture" | "front-matter";

/** A marked stretch of a document's text. Blocks are in order and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A page of a document with the number or name printed on it: "3", "iv". */
export interface Page extends Span {
  readonly label: string;
  /** Whether it is a picture without text, as a scanner makes it. Default no. */
  readonly isPicture?: true;
}

/** What a document's file is, by its contents. */
export type Format = "markdown" | "text" | "pdf" | "docx" | "html" | "email";

/** A document as a reader hands it over. `null` is "the document does not say". */
export interface Document {
  /** Relative to the corpus folder, with `/` between folders; unique within a scope. */
  readonly path: string;
  readonly title: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | null;
  /** How the date was found, a `DateRule` of read/choose-date.ts; `null` where there is none. */
  readonly dateRule: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly language: Language;
  readonly format: Format;
  /**
   * The whole text as its reader gave it. Of Markdown and plain text it is the file as decoded, front matter and
   * byte-order mark included: a span counts from the file's beginning.
   */
  readonly text: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string;
  readonly blocks: readonly Block[];
  /** Pages in order, where the format has any. */
  readonly pages: readonly Page[];
}

/** What a sentence is made of. A `repeat` says again, word for word, what an earlier sentence of its document says. */
export type SentenceKind = "text" | "heading" | "item" | "caption" | "repeat";

/** The unit that is quoted. */
export interface Sentence extends Span {
  readonly kind: SentenceKind;
}

/** The unit that is retrieved: a run of whole sentences. */
export interface Passage extends Span {
  /** Positions in the document's list of sentences: `[firstSentence, endSentence)`. */
  readonly firstSentence: number;
  readonly endSentence: number;
}

/** Where a quote stands, in words that a person can check. */
export interface Citation {
  readonly scope: Scope;
  /** The document's path. */
  readonly document: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  /** The label of the page where the quote begins, "3", or of the pages over which it goes, "3-4". */
  readonly page: string | null;
  /** The heading above the quote. */
  readonly section: string | null;
}

/** A span shown to a person: verbatim text, what in it answers, and its citation. */
export interface Quote extends Span, Citation {
  readonly text: string;
  readonly language: Language;
  /** Spans of the document's text, inside the quote's own. */
  readonly emphasis: readonly Span[];
  /** Other documents that say the same in the same words or nearly so: a syndicated text, a second copy. */
  readonly alsoIn: readonly Citation[];
  /** Comparable within one answer only. */
  readonly score: number;
}

/** The reply to a question: quotes or a plain "not found". No text in it was composed. */
export interface Answer {
  readonly question: string;
  readonly outcome: "answered" | "not_found";
  /** Estimated probability, 0 to 1, that the first quote answers the question. */
  readonly confidence: number;
  /** At most five, best first; empty when nothing was found. */
  readonly quotes: readonly Quote[];
  /** When nothing was found: the closest passages, best first; empty where nothing comes close. */
  readonly nearest: readonly Quote[];
  /** Names in the question, as it writes them, that stand in no document. */
  readonly unknownNames: readonly string[];
}
