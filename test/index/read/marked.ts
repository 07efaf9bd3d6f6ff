import type { BlockKind } from "../../../index/document.ts";
import { readDocument } from "../../../index/read/read-document.ts";

/** The blocks of a file as [kind, text], as its reader marks them; front matter left out. */
export function markFile(path: string, text: string): [BlockKind, string][] {
  const document = readDocument(path, new TextEncoder().encode(text));
  return document.blocks
    .filter(({ kind }) => kind !== "front-matter")
    .map(({ kind, start, end }) => [kind, document.text.slice(start, end)]);
}
