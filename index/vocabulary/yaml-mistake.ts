import { type Document, visit } from "yaml";
import type { Reason } from "../reasons.ts";

/** Where a YAML text is wrong, as an offset in it, and why, for people. */
export interface YamlMistake {
  readonly offset: number;
  readonly reason: string | Reason;
}

/** The first mistake in a YAML text, or `null`. A quotation mark that is never closed is found where it opens. */
export function findYamlMistake(document: Document.Parsed): YamlMistake | null {
  const [error] = document.errors;
  if (!error) return null;
  const [position] = error.pos;
  let offset = position;
  if (error.code === "MISSING_CHAR") {
    visit(document, {
      Scalar: (_key, { type, range }) => {
        if (type?.startsWith("QUOTE") && range && range[0] <= position && position <= range[2])
          [offset] = range;
      },
    });
  }
  return {
    offset,
    reason: error.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") || { code: "no-yaml" },
  };
}
