import type { Language } from "../../index/index.ts";
import { type ComponentAction, documentKey } from "../discord/custom-id.ts";
import { shareOut } from "./budget.ts";
import type { ButtonSpec } from "./payload.ts";
import { type Quoted, renderCitationLine, renderQuoteBlock } from "./quote-block.ts";
import { fill, textsOf } from "./texts.ts";

/** How quotes share the room of one reply. */
export interface QuoteListOptions {
  /** Characters of Markdown for all of them together. */
  readonly budget: number;
  readonly language: Language;
  /** Quotes that stand before these, elsewhere: the first is numbered one more. Default 0. */
  readonly offset?: number;
  /** Whether they are numbered, default: where there are several, or some before them. */
  readonly numbered?: boolean;
  /** Stands where words are left out. Default: points to the Context button. */
  readonly cutMark?: string;
  /** Lines that each may have at most. */
  readonly lines?: number;
}

/** Quotes with their citation lines, each as the Markdown of one text display, within the budget together. */
export function renderQuoteList(quotes: readonly Quoted[], options: QuoteListOptions): string[] {
  const { budget, language, offset = 0, lines = 24 } = options;
  const { numbered = quotes.length + offset > 1, cutMark = textsOf(language).citation.cut } = options;
  // With 200 for a link five citations leave room for words, whatever they hold.
  const linkLimit = quotes.length > 3 ? 200 : 400;
  const citations = quotes.map((quote, index) =>
    renderCitationLine(quote, language, { linkLimit, ...(numbered ? { number: offset + index + 1 } : {}) }),
  );
  const room = budget - citations.reduce((sum, line) => sum + line.length + 1, 0);
  const draw = (quote: Quoted, share: number): string =>
    renderQuoteBlock(quote, { budget: share, cutMark, lines }).content;
  const wanted = quotes.map((quote) => draw(quote, room).length);
  const shares = shareOut(room, wanted);
  return quotes.map((quote, index) => `${draw(quote, shares[index] ?? 0)}\n${citations[index]}`);
}

/** What shows a passage in its place. */
export function contextAction(quote: Quoted): ComponentAction {
  return { action: "context", document: documentKey(quote), start: quote.start, end: quote.end };
}

/** A Context button for each quote, numbered as the quotes are. */
export function contextButtons(quotes: readonly Quoted[], language: Language, offset = 0): ButtonSpec[] {
  const { buttons } = textsOf(language);
  const isNumbered = quotes.length + offset > 1;
  return quotes.map((quote, index) => ({
    label: isNumbered ? fill(buttons.contextNumber, { number: offset + index + 1 }) : buttons.context,
    action: contextAction(quote),
  }));
}
