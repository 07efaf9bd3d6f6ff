import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { Span } from "../document.ts";
import { UnreadableFile } from "./decode.ts";

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** What the head of a file may say about its document. Unknown keys are left alone; unknown facts stay out. */
const FrontMatter = z.object({
  title: z.string().trim().min(1).optional(),
  // YAML reads a bare year as a number.
  date: z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().regex(DATE, "a date is written 2024, 2024-04 or 2024-04-23"))
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
 * Reads the YAML between two `---` lines at the beginning of a text. `null` when there is none.
 *
 * @throws UnreadableFile naming the line of a mistake
 */
export function readFrontMatter(text: string): FrontMatterBlock | null {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) return null;
  const [whole, yaml = ""] = match;
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines });
  const [mistake] = parsed.errors;
  // The opening `---` is line 1 of the file.
  if (mistake)
    throw new UnreadableFile(
      `front matter, line ${lines.linePos(mistake.pos[0]).line + 1}: ${mistake.message.split("\n")[0]}`,
    );
  const facts = parsed.toJS() ?? {};
  // A text that opens with a thematic break and holds another one has no front matter.
  if (typeof facts !== "object" || Array.isArray(facts)) return null;
  const checked = FrontMatter.safeParse(facts);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const key = String(issue?.path[0] ?? "");
    const line = yaml.split("\n").findIndex((content) => content.trimStart().startsWith(key)) + 2;
    throw new UnreadableFile(`front matter, line ${line}: ${key}: ${issue?.message}`);
  }
  return { facts: checked.data, span: { start: 0, end: whole.length } };
}
