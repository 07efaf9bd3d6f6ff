import type { Language } from "../../index/index.ts";
import { type ComponentAction, documentKey } from "../discord/custom-id.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import type { Quoted } from "../quoted.ts";
import { findSentenceEnds, fitBeginning } from "./budget.ts";
import { escapeText } from "./escape.ts";
import { measureText } from "./measure.ts";
import { neutralise } from "./neutralise.ts";
import {
  ACCENTS,
  assemblePayload,
  type ButtonSpec,
  type ReplyPayload,
  showButtons,
  showText,
} from "./payload.ts";
import { renderCitationLine, renderQuoteBlock } from "./quote-block.ts";
import { textsOf } from "./texts.ts";

/** A passage with the text around it. */
export interface PassageInPlace extends Quoted {
  /** The document's text that ends where the passage begins, as much as is worth showing; empty at the beginning. */
  readonly before: string;
  /** The document's text that begins where the passage ends. */
  readonly after: string;
}

/** Characters of Markdown that the text on each side takes at most. */
const SIDE = 700;
/** Before each line of the text around. */
const SMALL = "-# ";
/** Stands where text is left out. */
const MARK = "\\[…\\]";
/** UTF-16 code units of text around a passage that are worth handing over: less is shown, for escapes take room. */
export const CONTEXT_READ = 1_200;

/**
 * A passage in its place: what stands before and after it as plain text, itself as a quote. A passage that does not fit
 * is continued by a button, page by page to its end.
 */
export function renderContextReply(passage: PassageInPlace, locale: Language): ReplyPayload {
  const texts = textsOf(locale);
  const title = `**${texts.context.title}**\n${renderCitationLine(passage, locale)}`;
  const room = DISCORD_LIMITS.message.text - title.length;
  const draw = (shown: Quoted) =>
    renderQuoteBlock(shown, { budget: room - 2 * SIDE, cutMark: texts.citation.cutPlain, lines: 60 });
  const focused = draw(passage);
  // Read on page by page, a passage begins at its beginning.
  const quote = focused.shown.start > passage.start ? draw({ ...passage, emphasis: [] }) : focused;
  const isCut = quote.shown.end < passage.end;
  const before = endOf(passage.before);
  const after = isCut ? "" : beginningOf(passage.after);
  const part = (start: number, end: number): ComponentAction => ({
    action: "context",
    document: documentKey(passage),
    start,
    end,
  });
  const buttons: ButtonSpec[] = isCut
    ? [
        {
          label: texts.buttons.later,
          action: part(Math.max(quote.shown.end, passage.start + 1), passage.end),
        },
      ]
    : [];
  return assemblePayload(
    ACCENTS.neutral,
    [title, before, quote.content, after].filter((text) => text.trim() !== "").map(showText),
    showButtons(buttons),
  );
}

/** Says that a passage is no longer where a button points. */
export function renderContextGone(locale: Language): ReplyPayload {
  return assemblePayload(ACCENTS.problem, [showText(textsOf(locale).context.gone)]);
}

/** Whole sentences from a text's beginning, escaped; with a mark where it goes on. */
function beginningOf(text: string): string {
  const read = neutralise(text.slice(0, 4 * SIDE)).text.trim();
  const measure = measureText(read, SMALL);
  const end = fitBeginning(read, (length) => measure.characters(0, length) <= SIDE - MARK.length - 1);
  const shown = escapeText(read.slice(0, end)).trim();
  return makeSmall(shown !== "" && end < read.length ? `${shown} ${MARK}` : shown);
}

/** Whole sentences up to a text's end, escaped; with a mark where it began earlier. */
function endOf(text: string): string {
  // A heading's own mark stands before it, at the end of what comes before.
  const read = neutralise(text.slice(-4 * SIDE))
    .text.replace(/^[ \t]*#{1,6}[ \t]*$/gm, "")
    .trim();
  const measure = measureText(read, SMALL);
  const fits = (start: number): boolean => measure.characters(start, read.length) <= SIDE - MARK.length - 1;
  if (fits(0)) return makeSmall(escapeText(read));
  const start = findSentenceEnds(read).find((end) => end < read.length && fits(end));
  return start === undefined ? "" : makeSmall(`${MARK} ${escapeText(read.slice(start).trim())}`);
}

/** What stands around is small print, so that the passage stands out. */
function makeSmall(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => SMALL + line).join("\n");
}
