import {
  type Answer,
  describeDetail,
  describeError,
  type Finding,
  type Language,
  UserError,
} from "../../index/index.ts";
import { describeStartError, StartError } from "../discord/start-error.ts";
import type { Quoted } from "../quoted.ts";
import { describeWebError, WebError } from "../web/web-error.ts";
import { fill, textsOf } from "./texts.ts";

/** A quote or passage as JSON. `emphasis` holds `[start, end]` pairs in the document's own offsets, as `start` and `end` are. */
export interface QuoteRecord {
  readonly document: string;
  readonly title: string;
  readonly url: string | null;
  readonly date: string | null;
  /** "3", or "3-4" for a quote that goes over two pages; `null` for a document without pages. */
  readonly page: string | null;
  readonly section: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly emphasis: readonly (readonly [number, number])[];
  readonly score: number;
  /** Paths of other documents that say nearly the same. */
  readonly alsoIn: readonly string[];
}

/** What is wrong, as JSON. `code` is "failure" for a bug. */
export interface ErrorRecord {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** An answer as JSON: the line that `ask --jsonl` prints. `error` is there when the question could not be asked. */
export interface AnswerRecord {
  readonly question: string;
  readonly outcome: Answer["outcome"];
  readonly confidence: number;
  readonly quotes: readonly QuoteRecord[];
  readonly nearest: readonly QuoteRecord[];
  readonly unknownNames: readonly string[];
  readonly error?: ErrorRecord;
}

/** A quote, or a found passage, as JSON. Its emphasis keeps counting from the beginning of the document. */
export function toQuoteRecord(quote: Quoted & { readonly score: number }): QuoteRecord {
  const { document, title, url, date, page, section, start, end, text, score } = quote;
  const emphasis = quote.emphasis.map((span) => [span.start, span.end] as const);
  const alsoIn = (quote.alsoIn ?? []).map((copy) => copy.document);
  return { document, title, url, date, page, section, start, end, text, emphasis, score, alsoIn };
}

/** An answer as JSON, under `question` as it was asked. */
export function toAnswerRecord(question: string, answer: Answer): AnswerRecord {
  return {
    question,
    outcome: answer.outcome,
    confidence: answer.confidence,
    quotes: answer.quotes.map(toQuoteRecord),
    nearest: answer.nearest.map(toQuoteRecord),
    unknownNames: answer.unknownNames,
  };
}

/** The record of a question that could not be asked. */
export function toFailedRecord(question: string, error: unknown, language: Language): AnswerRecord {
  return {
    question,
    outcome: "not_found",
    confidence: 0,
    quotes: [],
    nearest: [],
    unknownNames: [],
    error: toErrorRecord(error, language),
  };
}

/** What is wrong and what to do, in the given language. */
export function toErrorRecord(error: unknown, language: Language): ErrorRecord {
  if (error instanceof UserError) {
    const { text, hint } = describeError(error, language);
    return { code: error.code, message: text, hint };
  }
  if (error instanceof StartError) {
    const { text, hint } = describeStartError(error, language);
    return { code: error.code, message: text, hint };
  }
  if (error instanceof WebError) {
    const { text, hint } = describeWebError(error, language);
    return { code: error.code, message: text, hint };
  }
  const texts = textsOf(language);
  const message = error instanceof Error ? error.message : String(error);
  return { code: "failure", message: fill(texts.failure, { message }), hint: texts.failureHint };
}

/** A finding of doctor as JSON: each detail as data, with `message` in the given language. */
export function toFindingRecord(finding: Finding, language: Language) {
  const details = finding.details.map((detail) => ({
    ...detail,
    message: describeDetail(detail, language),
  }));
  return { ...finding, details };
}

/**
 * JSON on one line for every reader: characters that some take for a line's end or a terminal's command are escaped,
 * which changes no value.
 */
export function toJsonLine(value: unknown): string {
  const escaped = JSON.stringify(value).replace(
    /[\x7F-\x9F\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}
