import type { Citation } from "../../index/index.ts";
import { type Quoted, wordPages } from "../quoted.ts";
import { createPaint, neutralise, neutraliseLine, type Style, wrap, wrapEmphasised } from "./render-text.ts";
import { fill, type Texts } from "./texts.ts";

/** Quotes in order, numbered, an empty line between them; ends with a line break unless there are none. */
export function renderQuotes(quotes: readonly Quoted[], style: Style, texts: Texts): string {
  const widest = `${quotes.length}. `.length;
  const labels = quotes.map((_, position) => `${position + 1}.`.padEnd(widest));
  return quotes.map((quote, position) => renderQuote(quote, labels[position] ?? "", style, texts)).join("\n");
}

/** One quote with a bar at its side, and its citation below. */
function renderQuote(quote: Quoted, label: string, style: Style, texts: Texts): string {
  const paint = createPaint(style);
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

/** Title, date, page and section, place; then the link, and where else it stands. What a document does not say is left out. */
function renderCitation(quote: Quoted, width: number, texts: Texts): string[] {
  const place = `${quote.document}, ${fill(texts.characters, { start: quote.start, end: quote.end })}`;
  // The heading above a quote may be the document's title.
  const section = isSameLine(quote.section ?? "", quote.title) ? null : quote.section;
  const stands = [renderPage(quote.page, texts), section].filter((part) => part !== null).join(", ");
  const parts = [quote.title, quote.date, stands, place].filter((part) => part !== null && part !== "");
  const fold = (text: string): string[] => {
    const line = neutraliseLine(text);
    if (line === "") return [];
    return wrap(line, width).map(({ start, end }) => line.slice(start, end));
  };
  return [
    ...fold(`— ${parts.join(" · ")}`),
    ...(quote.url === null ? [] : [neutraliseLine(quote.url)]),
    ...fold(renderCopies(quote.alsoIn ?? [], texts)),
  ];
}

function isSameLine(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => text.replace(/[*_`#\s]+/gu, " ").trim());
  return first === second;
}

/** "p. 3", "pp. 3–4"; `null` for a document without pages. */
function renderPage(page: string | null, texts: Texts): string | null {
  if (page === null) return null;
  return wordPages(
    page,
    (one) => fill(texts.page, { page: one }),
    (several) => fill(texts.pages, { page: several }),
  );
}

/** Which other documents say the same; empty for none. */
function renderCopies(copies: readonly Citation[], texts: Texts): string {
  if (copies.length === 0) return "";
  const documents = copies.map(({ document }) => document).join(", ");
  return fill(copies.length === 1 ? texts.alsoInOne : texts.alsoIn, { count: copies.length, documents });
}
