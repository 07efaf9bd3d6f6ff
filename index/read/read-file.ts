import type { Format } from "../document.ts";
import { chooseFormat } from "./choose-format.ts";
import type { Reader, Reading } from "./reader.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** What a file is and what its reader made of it. */
export interface FileReading {
  readonly format: Format;
  readonly reading: Reading;
}

/**
 * Reads a file's bytes with the reader for what they hold.
 *
 * @param name the file's name: a hint, no more
 * @param charset what it was served as, for pages and texts that do not say it themselves; default unknown
 * @throws UnreadableFile saying why the file cannot be a document
 */
export type ReadFile = (name: string, bytes: Uint8Array, charset?: string) => Promise<FileReading>;

/** The readers, loaded when first needed: a question about Markdown files must not wait for a PDF library. */
const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  markdown: async () => (await import("./read-text.ts")).readMarkdown,
  text: async () => (await import("./read-text.ts")).readPlainText,
  pdf: async () => (await import("./pdf.ts")).readPdf,
  docx: async () => (await import("./docx.ts")).readDocx,
  html: async () => (await import("./html.ts")).readHtml,
  email: async () => (await import("./email.ts")).readEmail,
};

/** Reads a file in this process. */
export const readFileHere: ReadFile = async (name, bytes, charset) => {
  if (bytes.length === 0) throw new UnreadableFile("no-text");
  const format = await chooseFormat(name, bytes);
  const read = await READERS[format]();
  return { format, reading: await read(bytes, charset) };
};

/** Reads files that were served with this charset, if there is one. */
export function withCharset(read: ReadFile, charset: string | null | undefined): ReadFile {
  return charset ? (name, bytes) => read(name, bytes, charset) : read;
}
