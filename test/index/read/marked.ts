import type { BlockKind } from "../../../index/document.ts";
import { readTextDocument } from "./read-text-document.ts";

/** The blocks of a file as [kind, text], as its reader marks them; front matter left out. */
export function markFile(path: string, text: string): [BlockKind, string][] {
  const document = readTextDocument(path, new TextEncoder().encode(text));
  return document.blocks
    .filter(({ kind }) => kind !== "front-matter")
    .map(({ kind, start, end }) => [kind, document.text.slice(start, end)]);
}
