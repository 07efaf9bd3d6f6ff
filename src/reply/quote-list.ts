import type { Language } from "../../index/index.ts";
import { type ComponentAction, documentKey } from "../discord/custom-id.ts";
import type { Quoted } from "../quoted.ts";
import { shareOut } from "./budget.ts";
import type { ButtonSpec } from "./payload.ts";
import { renderAlsoIn, renderCitationLine, renderQuoteBlock } from "./quote-block.ts";
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
  /** Characters of Markdown that each may have at most, its citation aside. Default: as many as there is room for. */
  readonly most?: number;
}

/** Characters of an address in a citation, most first. */
const LINK_LIMITS = [400, 200, 100, 0];

/** Characters that each quote has at least, if it needs them. */
const LEAST = 80;

/** Quotes with their citation lines, each as the Markdown of one text display, within the budget together. */
export function renderQuoteList(quotes: readonly Quoted[], options: QuoteListOptions): string[] {
  const { budget, language, offset = 0, lines = 24, most = budget } = options;
  const { numbered = quotes.length + offset > 1, cutMark = textsOf(language).citation.cut } = options;
  const cite = (linkLimit: number): string[] =>
    quotes.map((quote, index) => {
      const number = numbered ? { number: offset + index + 1 } : {};
      const others = renderAlsoIn(quote.alsoIn ?? [], language, linkLimit > 0);
      const line = renderCitationLine(quote, language, { linkLimit, ...number });
      return others === "" ? line : `${line}\n${others}`;
    });
  const measure = (written: readonly string[]): number =>
    written.reduce((sum, line) => sum + line.length + 1, 0);
  // The words come first: addresses are left out, the longest first, and other titles, where they would take over half
  // of the room.
  const citations = cite(LINK_LIMITS.find((limit) => measure(cite(limit)) <= budget / 2) ?? 0);
  const room = budget - measure(citations);
  const draw = (quote: Quoted, share: number): string =>
    renderQuoteBlock(quote, { budget: share, cutMark, lines }).content;
  const wholes = quotes.map((quote) => draw(quote, Math.min(room, most)));
  const wanted = wholes.map(({ length }) => length);
  // Each has room for the mark of a cut at least.
  const least = wanted.map((size) => Math.min(size, LEAST));
  const rest = shareOut(
    room - least.reduce((sum, size) => sum + size, 0),
    wanted.map((size, index) => size - (least[index] ?? 0)),
  );
  return quotes.map((quote, index) => {
    const share = (least[index] ?? 0) + (rest[index] ?? 0);
    const whole = wholes[index] ?? "";
    return `${whole.length <= share ? whole : draw(quote, share)}\n${citations[index]}`;
  });
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
