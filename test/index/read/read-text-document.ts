import type { Document } from "../../../index/document.ts";
import { toDocument } from "../../../index/read/read-document.ts";
import { readTextFile } from "../../../index/read/read-text.ts";

/** The document in a Markdown file or, by its name, a plain text; without waiting. */
export function readTextDocument(path: string, bytes: Uint8Array): Document {
  const format = path.endsWith(".txt") ? "text" : "markdown";
  return toDocument(path, bytes, {}, { format, reading: readTextFile(bytes, format) });
}
