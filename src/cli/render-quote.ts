import type { Citation, Span } from "../../index/index.ts";
import { createPaint, neutralise, neutraliseLine, type Style, wrap, wrapEmphasised } from "./render-text.ts";
import { fill, type Texts } from "./texts.ts";

/** What a quote and a found passage have in common: words of a document, with their place. */
export interface Quoted extends Span, Citation {
  readonly text: string;
  /** Spans of the document's text. */
  readonly emphasis: readonly Span[];
}

/** Quotes in order, numbered, an empty line between them; ends with a line break unless there are none. */
export function renderQuotes(quotes: readonly Quoted[], style: Style, texts: Texts): string {
  return quotes.map((quote, position) => renderQuote(quote, position + 1, style, texts)).join("\n");
}

/** One quote with a bar at its side, and its citation below. */
function renderQuote(quote: Quoted, number: number, style: Style, texts: Texts): string {
  const paint = createPaint(style);
  const label = `${number}.`.padEnd(3);
  const indent = " ".repeat(label.length);
  const emphasis = quote.emphasis.map(({ start, end }) => ({
    start: start - quote.start,
    end: end - quote.start,
  }));
  const words = wrapEmphasised(
    neutralise(quote.text),
    emphasis,
    style.width - label.length - "│ ".length,
    (part) => paint.bold(paint.underline(part)),
  );
  const lines = words.map((line, row) => `${row === 0 ? label : indent}${paint.dim("│")} ${line}`);
  const citation = renderCitation(quote, style.width - indent.length, texts);
  return `${[...lines, ...citation.map((line) => indent + paint.dim(line))].join("\n")}\n`;
}

/** Title, date, section, place; then the link. What a document does not say is left out. */
function renderCitation(quote: Quoted, width: number, texts: Texts): string[] {
  const place = `${quote.document}, ${fill(texts.characters, { start: quote.start, end: quote.end })}`;
  const parts = [quote.title, quote.date, quote.section, place].filter((part) => part !== null);
  const line = neutraliseLine(`— ${parts.join(" · ")}`);
  const lines = wrap(line, width).map(({ start, end }) => line.slice(start, end));
  return quote.url === null ? lines : [...lines, neutraliseLine(quote.url)];
}
