import type { Format, Language, Source } from "../../index/index.ts";
import { countThings, type Forms } from "../count-things.ts";
import { escapeLine } from "./escape.ts";
import { formatDate } from "./format-date.ts";
import { formatNumber } from "./format-number.ts";
import { textsOf } from "./texts.ts";

/** What people call a format. */
const FORMATS: Readonly<Record<Format, string>> = {
  markdown: "Markdown",
  text: "TXT",
  pdf: "PDF",
  docx: "DOCX",
  html: "HTML",
  email: "EML",
};

/** What is told of a document beside date, language, pages and passages. Default nothing. */
export interface DescribeOptions {
  readonly withFormat?: boolean;
  /** How its date was found. */
  readonly withRule?: boolean;
  /** How long its text is. */
  readonly withLength?: boolean;
}

/** A document in one line: format, date, language and size, as Markdown. */
export function describeSource(source: Source, locale: Language, options: DescribeOptions = {}): string {
  const { withFormat = false, withRule = false, withLength = false } = options;
  const { sources, corpus } = textsOf(locale);
  const count = (forms: Forms, number: number): string =>
    countThings(forms, number, { count: formatNumber(number, locale) });
  const language =
    source.language === "vi" || source.language === "en" ? sources.languages[source.language] : null;
  const parts = [
    ...(withFormat ? [FORMATS[source.format] ?? escapeLine(source.format, 20)] : []),
    describeDate(source, locale, withRule),
    language ?? escapeLine(source.language, 20),
    ...(source.pages > 0 ? [count(corpus.facts.pages, source.pages)] : []),
    count(sources.passages, source.passages),
    ...(withLength ? [count(sources.characters, source.length)] : []),
  ];
  return parts.join(" · ");
}

function describeDate({ date, dateRule }: Source, locale: Language, withRule: boolean): string {
  const { citation, corpus } = textsOf(locale);
  const shown = formatDate(date, locale);
  if (shown === null) return citation.undated;
  const rules: Readonly<Record<string, string>> = corpus.facts.rules;
  const rule = dateRule !== null && Object.hasOwn(rules, dateRule) ? rules[dateRule] : undefined;
  return withRule && rule !== undefined ? `${shown} (${rule})` : shown;
}
