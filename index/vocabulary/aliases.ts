import { isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { isReasonCode, type Reason, type ReasonCode } from "../reasons.ts";
import { tokenize } from "../text/tokens.ts";
import { findYamlMistake } from "./yaml-mistake.ts";

/** Names that mean the same, each as its folded words: [["ussh"], ["university", "of", "social", ...]]. */
export type AliasSet = readonly (readonly string[])[];

const Entry = z
  .string("aliases-no-text" satisfies ReasonCode)
  .transform((line) => line.split("=").map((name) => tokenize(name).map((token) => token.word)))
  .refine((names) => names.length > 1, "aliases-no-sign" satisfies ReasonCode)
  .refine((names) => names.every((words) => words.length > 0), "aliases-no-name" satisfies ReasonCode);

/**
 * Reads the team's vocabulary: a YAML list, one set of names an entry, with `=` between them. An empty file is fine.
 *
 * @param file the name to show in an error
 * @throws UserError `aliases-invalid` with the line of the first mistake
 */
export function parseAliases(source: string, file: string): AliasSet[] {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const fail = (offset: number, reason: string | Reason): never => {
    throw new UserError("aliases-invalid", { file, line: lines.linePos(offset).line, reason });
  };
  const mistake = findYamlMistake(document);
  if (mistake) return fail(mistake.offset, mistake.reason);
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isSeq(contents)) return fail(contents.range?.[0] ?? 0, { code: "aliases-no-list" });
  return contents.items.map((item) => {
    const node = isScalar(item) ? item : null;
    const checked = Entry.safeParse(node?.value);
    if (checked.success) return checked.data;
    const range = (item as { range?: [number, number, number] }).range;
    const [issue] = checked.error.issues;
    const message = issue?.message ?? "";
    return fail(range?.[0] ?? 0, isReasonCode(message) ? { code: message } : message);
  });
}

/**
 * The other names of what a question names: for each run of its words that is a name in some set, the words of the
 * other names. Longer names win; a word belongs to one name at most.
 *
 * @param isNameAlone whether the word at a position may be a name by itself (default: any). Folded, "IT" is "it" and
 * "AI" is Vietnamese for "who": the caller knows how the word was written.
 */
export function findAliases(
  words: readonly string[],
  aliases: readonly AliasSet[],
  isNameAlone: (position: number) => boolean = () => true,
): { from: number; to: number; others: AliasSet }[] {
  const names = aliases.flatMap((set) =>
    set.map((name) => ({ name, others: set.filter((other) => other !== name) })),
  );
  names.sort((a, b) => b.name.length - a.name.length);
  const taken = new Set<number>();
  const found: { from: number; to: number; others: AliasSet }[] = [];
  for (const { name, others } of names) {
    for (let from = 0; from + name.length <= words.length; from++) {
      const to = from + name.length;
      const matches = name.every(
        (word, offset) => words[from + offset] === word && !taken.has(from + offset),
      );
      if (!matches || (name.length === 1 && !isNameAlone(from))) continue;
      for (let position = from; position < to; position++) taken.add(position);
      found.push({ from, to, others });
    }
  }
  return found;
}
