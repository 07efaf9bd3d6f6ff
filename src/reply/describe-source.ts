import type { Format, Language, Source } from "../../index/index.ts";
import { escapeLine } from "./escape.ts";
import { formatDate } from "./format-date.ts";
import { formatNumber } from "./format-number.ts";
import { fill, textsOf } from "./texts.ts";

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
  const count = (forms: { readonly one: string; readonly other: string }, number: number): string =>
    fill(number === 1 ? forms.one : forms.other, { count: formatNumber(number, locale) });
  const language =
    source.language === "vi" || source.language === "en" ? sources.languages[source.language] : null;
  const parts = [
    ...(withFormat ? [FORMATS[source.format] ?? escapeLine(source.format, 20)] : []),
    describeDate(source, locale, withRule),
    language ?? escapeLine(source.language, 20),
    ...(source.pages > 0 ? [count(corpus.facts.pages, source.pages)] : []),
    count(sources.passages, source.passages),
    ...(withLength ? [fill(sources.characters, { count: formatNumber(source.length, locale) })] : []),
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
