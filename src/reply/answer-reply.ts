import { ButtonStyle } from "discord.js";
import type { Answer, Language, Source } from "../../index/index.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import { escapeLine } from "./escape.ts";
import {
  ACCENTS,
  assemblePayload,
  type ButtonSpec,
  type ReplyPayload,
  showButtons,
  showLine,
  showText,
} from "./payload.ts";
import { contextButtons, renderQuoteList } from "./quote-list.ts";
import { type Reading, sayReading } from "./reading.ts";
import { fill, textsOf } from "./texts.ts";

/** Quotes that a reply shows at once. */
const QUOTES_SHOWN = 3;
/** Titles that a reply names to say what the corpus covers. */
const TITLES_SHOWN = 6;
/** Names that no document mentions, told of at most. */
const NAMES_SHOWN = 3;

/** What is known around an answer. */
export interface AnswerReplyOptions {
  readonly locale: Language;
  /** Its id in the question store. */
  readonly questionId: string;
  /** Whether only the person who asked sees it; it can then be shared. Default false. */
  readonly isPrivate?: boolean;
  /** Quotes to pass over, default 0: from one on, it is what More shows. */
  readonly offset?: number;
  /** The documents that were searched, to say what they cover where nothing was found. */
  readonly sources?: readonly Source[];
  /** Whether the person has chosen the documents, so that others may say it. Default false. */
  readonly isNarrowed?: boolean;
  readonly reading?: Reading;
  /** Who shares it, where a private answer is shared. */
  readonly sharedBy?: string;
}

/** An answer as a message: up to three quotes with their places, or plainly that the documents do not say it. */
export function renderAnswerReply(answer: Answer, options: AnswerReplyOptions): ReplyPayload {
  const { locale, questionId, isPrivate = false, offset = 0 } = options;
  const texts = textsOf(locale);
  const isFound = answer.outcome === "answered";
  const quotes = isFound
    ? answer.quotes.slice(offset, offset + QUOTES_SHOWN)
    : // Nothing in them answers, so nothing is emphasised.
      answer.nearest.slice(0, QUOTES_SHOWN).map((quote) => ({ ...quote, emphasis: [] }));
  const percent = Math.round(Math.min(1, Math.max(0, answer.confidence || 0)) * 100);
  const before = [
    renderQuestion(answer.question, options),
    ...(isFound ? sayFound(answer, quotes.length, options) : sayNotFound(answer, quotes.length, options)),
  ].join("\n");
  const after = isFound ? `-# ${fill(texts.answer.verbatim, { percent })}` : describeCorpus(options);
  const budget = DISCORD_LIMITS.message.text - before.length - after.length;
  const list = renderQuoteList(quotes, { budget, language: locale, offset: isFound ? offset : 0 });

  const next = offset + QUOTES_SHOWN;
  const follow: ButtonSpec[] = [
    ...(isFound && answer.quotes.length > next
      ? [
          {
            label: texts.buttons.more,
            action: { action: "more" as const, question: questionId, offset: next },
          },
        ]
      : []),
    ...(isPrivate
      ? [
          {
            label: texts.buttons.share,
            action: { action: "share" as const, question: questionId, offset },
            style: ButtonStyle.Primary as const,
          },
        ]
      : []),
  ];
  const rate: ButtonSpec[] = [
    { label: texts.buttons.helpful, emoji: "👍", action: { action: "helpful", question: questionId } },
    { label: texts.buttons.unhelpful, emoji: "👎", action: { action: "unhelpful", question: questionId } },
  ];
  return assemblePayload(
    isFound ? ACCENTS.answered : ACCENTS.notFound,
    [
      showText(before),
      ...list.flatMap((quote) => [showLine(), showText(quote)]),
      ...(after === "" ? [] : [showLine(), showText(after)]),
    ],
    [
      ...showButtons([...contextButtons(quotes, locale, isFound ? offset : 0), ...follow]),
      // One verdict for one answer: what More shows has none of its own, and no answer yet is none.
      ...(offset === 0 && (isFound || sayReading(options.reading, locale) === null) ? showButtons(rate) : []),
    ],
  );
}

function renderQuestion(question: string, { locale, sharedBy }: AnswerReplyOptions): string {
  const { answer } = textsOf(locale);
  const asked = `-# ${fill(answer.question, { question: escapeLine(question, 200) || "–" })}`;
  return sharedBy === undefined
    ? asked
    : `-# ${fill(answer.sharedBy, { name: escapeLine(sharedBy, 60) || "–" })}\n${asked}`;
}

function sayFound(
  { unknownNames }: Answer,
  shown: number,
  { locale, offset = 0 }: AnswerReplyOptions,
): string[] {
  const { answer } = textsOf(locale);
  if (shown === 0) return [answer.noMore];
  return offset === 0 ? sayUnknown(unknownNames, locale) : [`**${answer.further}**`];
}

/** The names that no document mentions, a line each: what is quoted cannot be about them. */
function sayUnknown(names: readonly string[], locale: Language): string[] {
  const { unknownName } = textsOf(locale).answer;
  return names.slice(0, NAMES_SHOWN).map((name) => fill(unknownName, { name: escapeLine(name, 60) || "–" }));
}

function sayNotFound(
  { unknownNames }: Answer,
  shown: number,
  { locale, sources, reading }: AnswerReplyOptions,
): string[] {
  const { answer } = textsOf(locale);
  const still = sayReading(reading, locale);
  if (sources?.length === 0) return [still ?? `**${answer.corpusEmpty}**`];
  return [
    still ?? `### ${answer.notFound}`,
    ...sayUnknown(unknownNames, locale),
    shown === 0 ? answer.notFoundAdvice : answer.nearest,
  ];
}

/** The documents that were searched: titles, newest first, and how many more there are. Empty where that is not known. */
function describeCorpus({ sources = [], isNarrowed = false, locale }: AnswerReplyOptions): string {
  const { answer, untitled } = textsOf(locale);
  if (sources.length === 0) return "";
  const newest = [...sources]
    .sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""))
    .slice(0, TITLES_SHOWN);
  const rest = sources.length - newest.length;
  const heading = isNarrowed ? answer.searchedOnly : fill(answer.covers, { documents: sources.length });
  return [
    `-# ${heading}`,
    ...newest.map(({ title }) => `-# • ${escapeLine(title, 70) || untitled}`),
    ...(rest > 0 ? [`-# ${fill(answer.coversMore, { count: rest })}`] : []),
  ].join("\n");
}
