import type { Block, Language, Page } from "../document.ts";

/** What a file says of itself. What it does not say is left out. */
export interface Facts {
  readonly title?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  /** http or https. */
  readonly url?: string;
  readonly publisher?: string;
  readonly language?: Language;
}

/** What a reader makes of a file's bytes. */
export interface Reading {
  /** What spans count in. The same bytes always give the same text. Paragraphs stand on lines of their own. */
  readonly text: string;
  /** In order, without overlap, each inside `text`. */
  readonly blocks: readonly Block[];
  /** Pages in order, where the format has any; each page's span ends where the next begins. */
  readonly pages: readonly Page[];
  readonly facts: Facts;
}

/**
 * Reads one format. The same bytes, served with the same charset, give the same reading on every machine.
 *
 * @param charset what the file was served as, which may be wrong: of use to formats that are text without a fixed one
 * @throws UnreadableFile saying why the file cannot be a document
 */
export type Reader = (bytes: Uint8Array, charset?: string) => Promise<Reading>;
