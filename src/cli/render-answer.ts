import type { Answer, FoundPassage, WordingResult } from "../../index/index.ts";
import { renderQuotes } from "./render-quote.ts";
import { createPaint, neutraliseLine, type Style } from "./render-text.ts";
import { fill, type Texts } from "./texts.ts";

/**
 * An answer for people: its quotes, or the plain statement that there are none and the nearest passages; either way the
 * names in the question that no document mentions.
 */
export function renderAnswer(answer: Answer, style: Style, texts: Texts): string {
  const paint = createPaint(style);
  const unknown = answer.unknownNames
    .map((name) => `${fill(texts.unknownName, { name: neutraliseLine(name) })}\n`)
    .join("");
  if (answer.outcome === "answered") {
    const percent = Math.round(answer.confidence * 100);
    const confidence = paint.dim(fill(texts.confidence, { percent }));
    const caveat = unknown === "" ? "" : `${unknown}\n`;
    return `${caveat}${renderQuotes(answer.quotes, style, texts)}\n${confidence}\n`;
  }
  const plainly = `${paint.bold(texts.notFound)}\n${unknown}`;
  if (answer.nearest.length === 0) return plainly;
  return `${plainly}\n${texts.nearest}\n\n${renderQuotes(answer.nearest, style, texts)}`;
}

/** Found passages for people, best first. */
export function renderPassages(passages: readonly FoundPassage[], style: Style, texts: Texts): string {
  return passages.length === 0 ? `${texts.nothingFound}\n` : renderQuotes(passages, style, texts);
}

/** Where some wording stands, and whether it stands there exactly. */
export function renderWording(result: WordingResult, style: Style, texts: Texts): string {
  if (result.quotes.length === 0) return `${texts.wordingNone}\n`;
  const title = result.exact ? texts.wordingExact : texts.wordingNear;
  return `${createPaint(style).bold(title)}\n\n${renderQuotes(result.quotes, style, texts)}`;
}
