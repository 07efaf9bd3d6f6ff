import type { FoundPassage, Language } from "../../index/index.ts";
import { countThings } from "../count-things.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import { escapeLine, plainLine } from "./escape.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showChoices, showLine, showText } from "./payload.ts";
import { contextAction, renderQuoteList } from "./quote-list.ts";
import { type Reading, sayReading } from "./reading.ts";
import { fill, textsOf } from "./texts.ts";
import { turnPages } from "./turn-pages.ts";

/** Passages on one page of a search. */
export const PASSAGES_ON_PAGE = 5;
/** Lines and characters of each passage: five of them should not need much scrolling, and the menu opens the rest. */
const LINES = 6;
const CHARACTERS = 360;

/** What is known around a page of a search. */
export interface SearchReplyOptions {
  readonly locale: Language;
  readonly query: string;
  /** The query's id in the question store. */
  readonly questionId: string;
  /** Passages on the pages before. */
  readonly offset: number;
  readonly reading?: Reading;
  /** Documents that were passed over because a date was asked for and they have none, default 0. */
  readonly undated?: number;
}

/**
 * One page of a search: passages with their places, buttons to turn the page, a menu to open one in its place.
 *
 * @param found one more than a page holds where another page follows
 */
export function renderSearchReply(found: readonly FoundPassage[], options: SearchReplyOptions): ReplyPayload {
  const { locale, query, questionId, offset, undated = 0 } = options;
  const texts = textsOf(locale);
  const passages = found.slice(0, PASSAGES_ON_PAGE);
  const [first, last] = [offset + 1, offset + passages.length];
  const title = `**${fill(texts.search.title, { query: escapeLine(query, 150) || "–" })}**`;
  const still = sayReading(options.reading, locale);
  const nothing = offset > 0 ? texts.search.noFurther : `${texts.search.nothing} ${texts.search.advice}`;
  // Without a word in common only the meaning has brought them here, which is often none.
  const isByMeaning = offset === 0 && passages.every(({ emphasis }) => emphasis.length === 0);
  const range = `-# ${fill(texts.search.range, { first, last })}`;
  const note =
    passages.length === 0
      ? (still ?? nothing)
      : [...(isByMeaning ? [texts.search.byMeaning] : []), ...(still === null ? [] : [still]), range].join(
          "\n",
        );
  const passedOver = countThings(texts.search.undatedPassedOver, undated);
  const before = [title, note, ...(undated > 0 ? [`-# ${passedOver}`] : [])].join("\n");
  const list = renderQuoteList(passages, {
    budget: DISCORD_LIMITS.message.text - before.length,
    language: locale,
    offset,
    numbered: true,
    cutMark: texts.citation.cutPlain,
    lines: LINES,
    most: CHARACTERS,
  });
  const turn = (to: number) => ({ action: "page" as const, question: questionId, offset: to });
  const choices = passages.map((passage, index) => ({
    label: `${first + index} · ${plainLine(passage.title, 90) || texts.untitled}`,
    description: passage.text,
    action: contextAction(passage),
  }));
  return assemblePayload(
    passages.length === 0 ? ACCENTS.notFound : ACCENTS.neutral,
    [showText(before), ...list.flatMap((passage) => [showLine(), showText(passage)])],
    [
      ...showChoices(texts.buttons.open, choices, texts.untitled),
      ...turnPages(turn, offset, PASSAGES_ON_PAGE, offset + found.length, locale),
    ],
  );
}
