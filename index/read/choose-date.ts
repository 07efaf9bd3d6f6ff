import { posix } from "node:path";
import { isCalendarDate } from "../text/calendar-date.ts";
import type { TextDate, TextDateRule } from "./find-date.ts";

/** How a document's date was found. */
export type DateRule = "front-matter" | "given" | "file-name" | "metadata" | TextDateRule;

/** What is known of a document's date. What nobody says is left out or `null`. */
export interface DateEvidence {
  readonly frontMatter?: string | null | undefined;
  /** From whoever adds the document. */
  readonly given?: string | null | undefined;
  /** The file's name or path; only a date at its beginning counts. */
  readonly fileName?: string | null | undefined;
  /** From the page's or the file's own description: the date of publication. */
  readonly metadata?: string | null | undefined;
  /** What the text states, from `findDate`. */
  readonly text?: Pick<TextDate, "date" | "rule"> | null | undefined;
}

/**
 * A document's date with the rule that found it, or `null`. In this order: front matter, who adds it, the file's name,
 * metadata, the text. What is no date of the calendar is passed over.
 */
export function chooseDate(evidence: DateEvidence): { date: string; rule: DateRule } | null {
  const { frontMatter, given, fileName, metadata, text } = evidence;
  const candidates: readonly (readonly [DateRule, string | null | undefined])[] = [
    ["front-matter", frontMatter],
    ["given", given],
    ["file-name", fileName ? dateOfFileName(fileName) : null],
    ["metadata", metadata],
    [text?.rule ?? "label", text?.date],
  ];
  for (const [rule, date] of candidates) if (date && isCalendarDate(date)) return { date, rule };
  return null;
}

/** The date that a file's name begins with: "2024-04-23-visit.md". `null` where it begins otherwise. */
export function dateOfFileName(path: string): string | null {
  const date = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)[-_ ]/.exec(posix.basename(path))?.[1];
  return date !== undefined && isCalendarDate(date) ? date : null;
}
