import type { Block, Document, Sentence, SentenceKind, Span } from "../document.ts";
import { OPTIONS } from "../options.ts";
import { foldText } from "../text/fold.ts";
import { lowerBound } from "../text/lower-bound.ts";
import { isTableRow } from "../text/table-row.ts";
import { isAbbreviation } from "./abbreviations.ts";
import { findBoundaries } from "./boundaries.ts";
import { findEnumeration } from "./enumeration.ts";

/** A sentence is cut here even without any mark, so that no input makes an endless quote. UTF-16 code units. */
const LONGEST_SENTENCE = 2_000;

/** UTF-16 code units that are looked at on either side for the quotation marks of a title. */
const LONGEST_TITLE = 200;

/**
 * Divides a document into sentences, in order, without white space around them. Furniture and front matter have none.
 *
 * Boundaries are those of ICU, less those after an abbreviation or inside a quoted title, and more before a number.
 * A sentence over `longSentence` is divided at its own enumeration marks; without any, one over `maximumQuoteLength` at its
 * semicolons: each part behind the first is then an `item`. What is still over 2,000 UTF-16 code units is cut at white space.
 */
export function splitSentences(document: Pick<Document, "text" | "blocks">): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of document.blocks) {
    if (block.kind === "furniture" || block.kind === "front-matter") continue;
    const whole = block.kind === "heading" || block.kind === "caption" || isRow(document.text, block);
    const spans = whole ? [trimSpan(document.text, block)] : segment(document.text, block);
    for (const span of spans.flatMap((part) => divideLong(document.text, part, block.kind as SentenceKind))) {
      if (/[\p{L}\p{N}]/u.test(document.text.slice(span.start, span.end))) sentences.push(span);
    }
  }
  return markRepeats(document.text, sentences);
}

function isRow(text: string, { start, end, kind }: Block): boolean {
  const row = text.slice(start, end).trimEnd();
  return isTableRow(row) && (kind === "item" || row.endsWith("|"));
}

/** Sentence spans of one block. */
function segment(text: string, block: Block): Span[] {
  // A line break inside a block is no boundary, and a quotation's mark behind it no word. Spaces keep every offset.
  const content = text
    .slice(block.start, block.end)
    .replace(/[\r\n\u2028\u2029\u0085](?:[ \t]*>)*/g, (found) => " ".repeat(found.length));
  const spans: Span[] = [];
  let start = 0;
  let hasTitle = false;
  for (const end of new Set(
    [...findBoundaries(content), ...findNumberStarts(content)].sort((a, b) => a - b),
  )) {
    const [before, after] = [content.slice(start, end), content.slice(end)];
    if (after && CONTINUES.test(after)) continue;
    if (after && (isAbbreviation(before, after) || isInsideTitle(before, after))) continue;
    if (after && start === 0 && !hasTitle && isRunInTitle(before, after, block)) {
      hasTitle = true;
      continue;
    }
    // The marks that close bold letters belong to what they close.
    const closing = CLOSES.exec(after)?.[0].trimEnd() ?? "";
    const stop = closing !== "" && before.includes(closing) ? end + closing.length : end;
    const trimmed = trimSpan(content, { start, end: stop });
    spans.push({ start: block.start + trimmed.start, end: block.start + trimmed.end });
    start = stop;
  }
  return spans.filter((span) => span.end > span.start);
}

/** "Marine Vina Co., Ltd., Ha Tinh", "**Marine Vina Co., Ltd.**, Ha Tinh". */
const CONTINUES = /^[*_]*\s*[,;]/u;

/** "**" behind the full stop of what stands in bold letters. */
const CLOSES = /^[*_]{1,3}(?=\s|$)/u;

/**
 * Words of a first sentence up to which it is rather a title in the same line: in bold letters, in a paragraph with a number
 * ("1. Purpose. The mission ..."), or anywhere, where it may also be a "Yes.".
 */
const RUN_IN_WORDS = { bold: 8, item: 4, text: 2 } as const;
/** UTF-16 code units. A shorter entry of a list has no title of its own. */
const SHORTEST_PARAGRAPH = 200;
/** UTF-16 code units. */
const LONGEST_RUN_IN = 120;

/** Whether the first sentence of a paragraph is a title that runs in with it, or says little alone. */
function isRunInTitle(before: string, after: string, { kind, start, end }: Block): boolean {
  if (before.length > LONGEST_RUN_IN || /[?!]\s*$/u.test(before)) return false;
  const title = before.trim().replace(/^\d{1,2}(?:[.)]|(?:\.\d{1,2})+\.?)\s+/u, "");
  const isBold = /^[*_]{1,3}[^*_]+$/u.test(title) && CLOSES.test(after);
  const isParagraph = kind === "item" && end - start >= SHORTEST_PARAGRAPH;
  return title.split(/\s+/u).length <= RUN_IN_WORDS[isBold ? "bold" : isParagraph ? "item" : "text"];
}

/** Where a number follows a word with a full stop: ICU goes on there when the number's own word is in lower case. */
function findNumberStarts(text: string): number[] {
  return [...text.matchAll(/\p{L}{2}\.["'”’)\]]*\s+(?=\p{N})/gu)].map(
    ({ index, 0: found }) => index + found.length,
  );
}

/** Whether a quotation is open whose sentence goes on behind it: 'the workshop "Making a Difference. Social Work" drew'. */
function isInsideTitle(before: string, after: string): boolean {
  const marks = before.slice(-LONGEST_TITLE).match(/["“”]/gu) ?? [];
  const isOpen = marks.at(-1) === "“" || (marks.at(-1) === '"' && marks.length % 2 === 1);
  return isOpen && /^[^"“”.!?]+["”],?\s+\p{Ll}/u.test(after.slice(0, LONGEST_TITLE));
}

function divideLong(text: string, span: Span, kind: SentenceKind): Sentence[] {
  const length = span.end - span.start;
  if (length <= OPTIONS.longSentence) return [{ ...span, kind }];
  const content = text.slice(span.start, span.end);
  const marks = findEnumeration(content).filter((offset) => offset > 0);
  if (marks.length > 0) return divideAt(text, span, marks, kind).flatMap((part) => cutEndless(text, part));
  if (length <= OPTIONS.maximumQuoteLength) return [{ ...span, kind }];
  const semicolons = [...content.matchAll(/;\s/g)].map((match) => match.index + 1);
  if (semicolons.length > 0)
    return divideAt(text, span, semicolons, kind).flatMap((part) => cutEndless(text, part));
  return cutEndless(text, { ...span, kind });
}

/** Cuts a span at offsets relative to its start; the parts after the first are items. */
function divideAt(text: string, span: Span, offsets: readonly number[], kind: SentenceKind): Sentence[] {
  const bounds = [0, ...offsets, span.end - span.start];
  return bounds.slice(0, -1).map((from, index) => ({
    ...trimSpan(text, { start: span.start + from, end: span.start + (bounds[index + 1] ?? from) }),
    kind: index === 0 ? kind : "item",
  }));
}

/** Cuts what has no mark at all at white space, and never inside a surrogate pair. */
function cutEndless(text: string, sentence: Sentence): Sentence[] {
  const parts: Sentence[] = [];
  let { start } = sentence;
  while (sentence.end - start > LONGEST_SENTENCE) {
    const window = text.slice(start, start + LONGEST_SENTENCE);
    const space = window.search(/\s\S*$/u);
    let end = start + (space > LONGEST_SENTENCE / 2 ? space : LONGEST_SENTENCE);
    if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[end] ?? "")) end--;
    parts.push({ ...trimSpan(text, { start, end }), kind: sentence.kind });
    start = end;
  }
  parts.push({ ...trimSpan(text, { start, end: sentence.end }), kind: sentence.kind });
  return parts.filter((part) => part.end > part.start);
}

/**
 * Marks what a document says twice: the same words again, or a beginning of them that breaks off (a page's teaser
 * under its own article).
 */
function markRepeats(text: string, sentences: readonly Sentence[]): Sentence[] {
  // Sorted lists by the first characters, so that a long document is not compared with itself sentence by sentence.
  const seen = new Map<string, string[]>();
  return sentences.map((sentence) => {
    const words = foldText(text.slice(sentence.start, sentence.end)).replace(/\s+/g, " ");
    if (words.length < OPTIONS.shortestRepeat) return sentence;
    const beginning = words.slice(0, OPTIONS.shortestRepeat);
    const alike = seen.get(beginning) ?? [];
    const position = lowerBound(alike, words);
    // Whatever begins with these words is sorted right behind them.
    const next = alike[position];
    const breaksOff = sentence.kind === "text" && !/[.!?:;…"”')\]]$/u.test(words);
    const repeats = next === words || (breaksOff && next?.startsWith(words));
    if (next !== words) alike.splice(position, 0, words);
    seen.set(beginning, alike);
    return repeats ? { ...sentence, kind: "repeat" } : sentence;
  });
}

/** The span without white space at its ends; empty at its start if there is nothing else. */
function trimSpan(text: string, span: Span): Span {
  const content = text.slice(span.start, span.end);
  const start = span.start + (content.length - content.trimStart().length);
  return { start, end: Math.max(start, span.start + content.trimEnd().length) };
}
