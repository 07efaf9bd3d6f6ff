import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { z } from "zod";
import type { Span } from "../document.ts";
import { DATE_FORM, isCalendarDate } from "../text/calendar-date.ts";
import { findYamlMistake } from "../text/yaml-mistake.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** What the head of a file may say about its document. Unknown keys are left alone; unknown facts stay out. */
const FrontMatter = z.object({
  title: z.string().trim().min(1).optional(),
  // YAML reads a bare year as a number.
  date: z
    .union([z.string(), z.number().int()], DATE_FORM)
    .transform(String)
    .refine(isCalendarDate, DATE_FORM)
    .optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  publisher: z.string().trim().min(1).optional(),
  language: z.enum(["en", "vi"]).optional(),
});

/** The facts of a front matter, and where it stands in the text. */
export interface FrontMatterBlock {
  readonly facts: z.infer<typeof FrontMatter>;
  readonly span: Span;
}

/**
 * Reads the YAML between two `---` lines at the beginning of a text. `null` when there is none: a text that opens with
 * a thematic break and holds another one has prose between them.
 *
 * @throws UnreadableFile naming the line of a mistake
 */
export function readFrontMatter(text: string): FrontMatterBlock | null {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) return null;
  const [whole, yaml = ""] = match;
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines });
  const fail = (offset: number, reason: string): never => {
    // The opening `---` is line 1 of the file.
    throw new UnreadableFile("front-matter", { line: lines.linePos(offset).line + 1, reason });
  };
  const mistake = findYamlMistake(parsed);
  if (mistake) return namesFact(yaml) ? fail(mistake.offset, mistake.reason) : null;
  if (parsed.contents !== null && !isMap(parsed.contents)) return null;
  visit(parsed, {
    Alias: (_key, node) => fail(node.range?.[0] ?? 0, 'a value that begins with "*" stands in quotes'),
  });
  const checked = FrontMatter.safeParse(parsed.toJS() ?? {});
  if (checked.success) return { facts: checked.data, span: { start: 0, end: whole.length } };
  const [issue] = checked.error.issues;
  const key = String(issue?.path[0] ?? "");
  return fail(findKey(parsed, key), `${key}: ${issue?.message}`);
}

/** Whether any line sets one of the facts, so that it is meant for a front matter. */
function namesFact(yaml: string): boolean {
  return Object.keys(FrontMatter.shape).some((key) =>
    new RegExp(`^["']?${key}["']?[ \\t]*:`, "m").test(yaml),
  );
}

/** The offset of a key at the top. */
function findKey({ contents }: Document, wanted: string): number {
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === wanted)
    : null;
  return (isScalar(pair?.key) ? pair.key.range?.[0] : null) ?? 0;
}
