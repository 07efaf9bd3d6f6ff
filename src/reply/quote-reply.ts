import type { Language, WordingResult } from "../../index/index.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import { type CitationStyle, citationFileName, citeQuotes } from "./citation.ts";
import { fenceText } from "./escape.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showButtons, showLine, showText } from "./payload.ts";
import { contextButtons, renderQuoteList } from "./quote-list.ts";
import { type Reading, sayReading } from "./reading.ts";
import { fill, textsOf } from "./texts.ts";

/** Characters that a citation in the message may have; a longer one goes into a file. */
const LONGEST_INLINE = 1_500;

/**
 * Where the documents say some words, and the citation to copy: one quote's in a code block, several (or one too long
 * for the message) in a file.
 *
 * @param style default plain
 */
export function renderQuoteReply(
  result: WordingResult,
  locale: Language,
  style: CitationStyle = "plain",
  reading: Reading = null,
): ReplyPayload {
  const texts = textsOf(locale);
  const { quotes } = result;
  if (quotes.length === 0) {
    const nothing = sayReading(reading, locale) ?? `### ${texts.quote.none}\n${texts.quote.noneAdvice}`;
    return assemblePayload(ACCENTS.notFound, [showText(nothing)]);
  }
  const title = `**${result.exact ? texts.quote.exact : texts.quote.near}**`;
  const citations = citeQuotes(quotes, style);
  const fenced = fenceText(citations);
  const isInline = quotes.length === 1 && fenced.length <= LONGEST_INLINE;
  const values = { style: texts.quote.styles[style] };
  const copy = isInline
    ? `-# ${fill(texts.quote.copy, values)}\n${fenced}`
    : `-# ${fill(texts.quote.file, values)}`;
  const list = renderQuoteList(quotes, {
    budget: DISCORD_LIMITS.message.text - title.length - copy.length,
    language: locale,
    lines: quotes.length > 1 ? 8 : 16,
  });
  return assemblePayload(
    result.exact ? ACCENTS.answered : ACCENTS.notFound,
    [showText(title), ...list.flatMap((quote) => [showLine(), showText(quote)]), showLine(), showText(copy)],
    showButtons(contextButtons(quotes, locale)),
    isInline ? [] : [{ name: citationFileName(style), contents: `${citations}\n` }],
  );
}
