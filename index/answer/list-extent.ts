import type { Span } from "../document.ts";
import { OPTIONS } from "../options.ts";
import type { StoredDocument, StoredSentence } from "../store/store.ts";
import { endsInColon } from "../text/ends-in-colon.ts";
import { isTableRow } from "../text/table-row.ts";
import { isSameParagraph } from "./same-paragraph.ts";

/** A part of a list, as positions of sentences `[from, to)`, and by what it is told to be one: "-", "row", "number". */
interface Entry {
  readonly from: number;
  readonly to: number;
  readonly mark: string;
}

/** How a sentence begins that is one of several in a row: "One is ...", "Second, ...", "The third is ...", "Thứ nhất, ...". */
const ONE_OF_ROW =
  /^(?:(?:One|Two|Three|Four|Five|Six) (?:is|are)\b|(?:First|Second|Third|Fourth|Fifth|Sixth|Last|Final)(?:ly)?,|The (?:first|second|third|fourth|fifth|sixth|last) (?:one |[a-z]+ )?(?:is|are)\b|(?:Thứ (?:nhất|hai|ba|tư|năm|sáu)|(?:Một|Hai|Ba|Bốn|Năm|Sáu) là)(?!\p{L}))/u;

/** How a row begins: without one "Thứ hai" is a Monday, and "Second" somebody's place in a contest. */
const FIRST_OF_ROW = /^(?:One|First|The first|Thứ nhất|Một là)/u;

/** "(b)", "2)", "iii." before an entry that stands in one line with others. */
const MARK = /^\(?(?:[ivx]{1,4}|\d{1,2}|[a-z])[).]\s/iu;

/** UTF-16 code units: what is longer under one mark is a paragraph with a number, no entry of a list. */
const LONGEST_ENTRY = 400;

/**
 * The list that a sentence stands in or leads in, packed into quotes of at most `OPTIONS.maximumQuoteLength`: a list of four
 * long entries is two quotes. Positions `[from, to)`; empty when there is no list of two entries at least.
 *
 * @param sentences a run of the document's sentences that holds `sentence`
 */
export function findListExtents(
  document: StoredDocument,
  sentences: readonly StoredSentence[],
  sentence: StoredSentence,
): [number, number][] {
  const at = (position: number): StoredSentence | undefined =>
    sentences.find((other) => other.position === position);
  const list = findList(document, sentences, sentence);
  const first = list[0];
  if (!first || list.length < 2) return [];
  const [leadIn, start] = [at(first.from - 1), at(first.from)];
  const isLedIn =
    leadIn !== undefined &&
    start !== undefined &&
    (leadIn.position === sentence.position ||
      endsInColon(document.text.slice(leadIn.start, leadIn.end)) ||
      (isOneOfRow(document, start) && isSameParagraph(document, leadIn, start)));
  const parts = isLedIn ? [{ from: leadIn.position, to: first.from }, ...list] : list;
  const extents: [number, number][] = [];
  for (const { from, to } of parts) {
    const open = extents.at(-1);
    const begin = at(open?.[0] ?? from)?.start ?? 0;
    if (open && open[1] === from && (at(to - 1)?.end ?? 0) - begin <= OPTIONS.maximumQuoteLength)
      open[1] = to;
    else extents.push([from, to]);
  }
  const holdsSentence = ([from, to]: [number, number]): boolean =>
    from <= sentence.position && sentence.position < to;
  return [...extents.filter(holdsSentence), ...extents.filter((extent) => !holdsSentence(extent))];
}

function isOneOfRow({ text }: StoredDocument, sentence: StoredSentence): boolean {
  return sentence.kind === "text" && ONE_OF_ROW.test(text.slice(sentence.start, sentence.end));
}

/** The entries of the list around a sentence, or right behind it. */
function findList(
  document: StoredDocument,
  sentences: readonly StoredSentence[],
  { position }: StoredSentence,
): Entry[] {
  const entries = readEntries(document, sentences);
  const own = entries.findIndex(({ from, to }) => from <= position && position < to);
  const start = own < 0 ? entries.findIndex(({ from }) => from === position + 1) : own;
  if (start < 0) return [];
  const areOne = (a: Entry | undefined, b: Entry | undefined): boolean =>
    a !== undefined && b !== undefined && a.to === b.from && a.mark === b.mark;
  let first = start;
  let last = start;
  while (areOne(entries[first - 1], entries[first])) first--;
  while (areOne(entries[last], entries[last + 1])) last++;
  const list = entries.slice(first, last + 1);
  const opening = sentences.find((sentence) => sentence.position === list[0]?.from);
  const isRow = opening?.kind === "text";
  return isRow && !FIRST_OF_ROW.test(document.text.slice(opening.start, opening.end)) ? [] : list;
}

/** Every entry of a list among sentences that follow one another. */
function readEntries(document: StoredDocument, sentences: readonly StoredSentence[]): Entry[] {
  const entries: { from: number; to: number; mark: string; span: Span }[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const { position, start, end, kind } = sentence;
    const before = sentences[index - 1];
    const open = entries.at(-1);
    const isRow = isOneOfRow(document, sentence);
    const goesOn =
      open?.to === position &&
      before !== undefined &&
      isSameParagraph(document, before, sentence) &&
      !MARK.test(document.text.slice(start, end));
    if (open && goesOn && !isRow && (kind === "item" || open.mark === ROW)) {
      open.to = position + 1;
      open.span = { start: open.span.start, end };
    } else if (kind === "item" || isRow) {
      const mark = isRow ? ROW : readMark(document, sentence);
      entries.push({ from: position, to: position + 1, mark, span: { start, end } });
    }
  }
  // What follows the last of a row in its paragraph is something else.
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    if (entry.mark !== ROW || (next?.from === entry.to && next.mark === ROW)) continue;
    entry.to = entry.from + 1;
    const only = sentences.find(({ position }) => position === entry.from);
    entry.span = { start: entry.span.start, end: only?.end ?? entry.span.end };
  }
  return entries.filter(({ span }) => span.end - span.start <= LONGEST_ENTRY);
}

/** The mark of an entry of a row told in prose. */
const ROW = "row";

/** What kind of mark stands before an entry: entries of two lists have two kinds. */
function readMark({ text }: StoredDocument, { start, end }: Span): string {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim();
  if (isTableRow(text.slice(start, end))) return "cell";
  if (before === "") return "";
  return /^\(?\p{L}?\d{1,2}[.)]$/u.test(before) ? "number" : before.length === 1 ? before : "other";
}
