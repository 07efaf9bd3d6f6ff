import type { Citation, Language, Span } from "../../index/index.ts";
import { countThings } from "../count-things.ts";
import { type Quoted, wordPages } from "../quoted.ts";
import { findSentenceEnds, fitBeginning } from "./budget.ts";
import { escapeLine, findEscapes, linkTo, plainLine } from "./escape.ts";
import { formatDate } from "./format-date.ts";
import { measureText } from "./measure.ts";
import { findShown, neutralise } from "./neutralise.ts";
import { fill, textsOf } from "./texts.ts";

/** How a quote is shown. */
export interface QuoteBlockOptions {
  /** Characters of Markdown that the block may have; below 100 it may hold little more than the mark of a cut. */
  readonly budget: number;
  /** Stands where words are left out at the end. */
  readonly cutMark: string;
  /** Lines at most, default 24: a poem or a table must not fill the screen. */
  readonly lines?: number;
}

/** A quote as Markdown. */
export interface QuoteBlock {
  readonly content: string;
  /** The part of the document that is shown: smaller than the quote's own span where something was left out. */
  readonly shown: Span;
}

/** Makes a line one of a quote. */
const PREFIX = "> ";
/** Stands before words that do not begin at the quote's beginning. */
const OMITTED = "\\[…\\] ";
/** UTF-16 code units of a quote that are looked at: more than a message holds, even where much of it is invisible. */
const READ = 12_000;

/**
 * A quote as a block of `> ` lines, with what answers in bold. What does not fit is left out whole sentences at a
 * time, with a visible mark: at the end, and before the emphasis where that would not be seen otherwise.
 */
export function renderQuoteBlock(quote: Quoted, options: QuoteBlockOptions): QuoteBlock {
  const { budget, cutMark, lines = 24 } = options;
  const first = Math.min(...quote.emphasis.map(({ start }) => start - quote.start));
  const from = Number.isFinite(first) && first > READ / 2 ? Math.floor(first - READ / 2) : 0;
  const isRead = from + READ >= quote.text.length;
  const neutral = neutralise(quote.text.slice(from, from + READ));
  const { text } = neutral;
  const spans = mergeSpans(
    text,
    quote.emphasis.map(({ start, end }) => ({
      start: findShown(neutral, start - quote.start - from),
      end: findShown(neutral, end - quote.start - from),
    })),
  );
  const measure = measureText(text, PREFIX, spans);
  const mark = escapeMark(cutMark);
  const fits =
    (start: number) =>
    (end: number): boolean => {
      const isWhole = end === text.length && isRead;
      const marks = (start > 0 || from > 0 ? OMITTED.length : 0) + (isWhole ? 0 : mark.length + 1);
      return measure.characters(start, end) + marks <= budget && measure.lines(start, end) <= lines;
    };
  const whole = fitBeginning(text, fits(0));
  const wanted = spans[0];
  const isSeen = wanted === undefined || wanted.end <= whole;
  const start = isSeen ? 0 : findStart(text, wanted.start, budget / 2);
  const end =
    start === 0 ? whole : start + fitBeginning(text.slice(start), (size) => fits(start)(start + size));
  const words = drawWords(text, { start, end }, spans, start > 0 || from > 0);
  const isWhole = end === text.length && isRead;
  const content = isWhole ? words : `${words === "" ? PREFIX : `${words} `}${mark}`;
  const shownFrom = quote.start + from + (start === 0 ? 0 : (neutral.offsets[start] ?? 0));
  const shownTo = isWhole ? quote.end : quote.start + from + (neutral.offsets[end] ?? 0);
  return { content, shown: { start: Math.min(shownFrom, shownTo), end: shownTo } };
}

/**
 * Where a quote stands: number, title, date, section and link, in the reader's language, as small print.
 *
 * @param number stands first where several quotes are shown
 * @param linkLimit characters; a longer address is left out, default as for `linkTo`
 */
export function renderCitationLine(
  citation: Citation,
  language: Language,
  { number, linkLimit }: { readonly number?: number; readonly linkLimit?: number } = {},
): string {
  const texts = textsOf(language);
  const title = escapeLine(citation.title, 100) || texts.untitled;
  const section = citation.section === null ? "" : escapeLine(citation.section, 60);
  const isSame = citation.section !== null && plainLine(citation.section) === plainLine(citation.title);
  const parts = [
    `**${title}**`,
    formatDate(citation.date, language),
    namePage(citation.page, language),
    section === "" || isSame ? null : section,
    linkTo(texts.citation.link, citation.url, linkLimit),
  ];
  const written = parts.filter((part) => part !== null).join(" · ");
  return number === undefined ? `-# ${written}` : `-# ${number} · ${written}`;
}

/** Titles of other documents that are named, and the characters that each may have. */
const [OTHERS_NAMED, OTHER_TITLE] = [2, 60];

/**
 * Which other documents say the same, as small print; empty where none does.
 *
 * @param areNamed whether some are called by their titles; otherwise they are counted only
 */
export function renderAlsoIn(alsoIn: readonly Citation[], language: Language, areNamed: boolean): string {
  const { citation, untitled } = textsOf(language);
  const count = alsoIn.length;
  if (count === 0) return "";
  const named = alsoIn.slice(0, OTHERS_NAMED).map(({ title }) => escapeLine(title, OTHER_TITLE) || untitled);
  const titles = [...named, ...(count > OTHERS_NAMED ? ["…"] : [])].join("; ");
  const forms = areNamed ? citation.alsoIn : citation.alsoInBare;
  return `-# ${countThings(forms, count, { titles })}`;
}

/** "p. 3", "pp. 3–4"; `null` without a page. */
function namePage(page: string | null, language: Language): string | null {
  const label = escapeLine(page ?? "", 20);
  const { page: one, pages } = textsOf(language).citation;
  if (label === "") return null;
  return wordPages(
    label,
    (single) => fill(one, { page: single }),
    (several) => fill(pages, { page: several }),
  );
}

/** The words of a span line by line, escaped, the emphasised ones in bold; bold never reaches over a line's end. */
function drawWords(text: string, span: Span, emphasis: readonly Span[], isLater: boolean): string {
  const lines: string[] = [];
  let start = span.start;
  for (const written of text.slice(span.start, span.end).split("\n")) {
    const end = start + written.length;
    const inside = emphasis
      .map((part) => ({ start: Math.max(part.start, start), end: Math.min(part.end, end) }))
      .map((part) => trimSpan(text, part))
      .filter((part) => part.end > part.start);
    const escapes = findEscapes(written);
    let line = "";
    for (let at = start; at < end; at++) {
      if (inside.some((part) => part.start === at)) line += "**";
      line += escapes.has(at - start) ? `\\${text[at]}` : text[at];
      if (inside.some((part) => part.end === at + 1)) line += "**";
    }
    if (line.trim() !== "") lines.push(line.trim());
    start = end + 1;
  }
  if (isLater) lines[0] = OMITTED + (lines[0] ?? "");
  return lines.map((line) => PREFIX + line).join("\n");
}

/** Spans in order, at whole characters, those that touch or have only white space between them as one. */
function mergeSpans(text: string, spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans
    .map((part) => trimSpan(text, widen(text, part)))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && text.slice(last.end, Math.max(last.end, span.start)).trim() === "")
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** A span that begins and ends inside a character (a pair, a letter with its marks, a joined emoji) takes it whole. */
function widen(text: string, { start, end }: Span): Span {
  const inside = /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D|(?<=\u200D)\p{Extended_Pictographic}|\p{Emoji_Modifier})/u;
  const isInside = (at: number): boolean =>
    at > 0 &&
    at < text.length &&
    (inside.test(text.slice(at, at + 2)) || /[\uD800-\uDBFF\u200D]$/.test(text.slice(at - 1, at)));
  let [from, to] = [start, end];
  while (isInside(from)) from--;
  while (isInside(to)) to++;
  return { start: from, end: to };
}

function trimSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}

/** Where the sentence begins in which `position` stands; if that is over `reach` before it, the first word within reach. */
function findStart(text: string, position: number, reach: number): number {
  const end = findSentenceEnds(text).findLast((sentenceEnd) => sentenceEnd <= position) ?? 0;
  const start = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
  if (position - start <= reach) return start;
  const from = Math.ceil(position - reach);
  const word = /\s(?=\S)/.exec(text.slice(from, position));
  return word === null ? position : from + word.index + 1;
}

function escapeMark(mark: string): string {
  return mark.replace(/[[\]]/g, "\\$&");
}
