import type { Language, Source, SourceDetails } from "../../index/index.ts";
import { documentKey } from "../discord/custom-id.ts";
import { describeSource } from "./describe-source.ts";
import { escapeLine, linkTo, plainLine } from "./escape.ts";
import { showMoment } from "./library-reply.ts";
import {
  ACCENTS,
  assemblePayload,
  type ReplyPayload,
  showButtons,
  showChoices,
  showText,
} from "./payload.ts";
import { type Reading, sayReading } from "./reading.ts";
import { fill, textsOf } from "./texts.ts";
import { sayRange, turnPages } from "./turn-pages.ts";

/** Documents, or headings of one document, on one page. */
const SOURCES_ON_PAGE = 8;
const SECTIONS_ON_PAGE = 15;

/**
 * One page of the list of documents, with a menu to open one.
 *
 * @param offset documents on the pages before, default 0
 */
export function renderSourcesReply(
  sources: readonly Source[],
  locale: Language,
  offset = 0,
  reading: Reading = null,
): ReplyPayload {
  const texts = textsOf(locale);
  const page = sources.slice(offset, offset + SOURCES_ON_PAGE);
  const title = `**${fill(texts.sources.title, { count: sources.length })}**`;
  if (page.length === 0) {
    const none = sayReading(reading, locale) ?? texts.sources.none;
    const note = sources.length === 0 ? none : texts.sources.noFurther;
    return assemblePayload(ACCENTS.notFound, [showText(`${title}\n${note}`)]);
  }
  const list = page.map(
    (source) =>
      `**${titleOf(source, locale, 100)}**\n-# ${describeSource(source, locale, { withLength: true })}`,
  );
  const choices = page.map((source) => ({
    label: plainLine(source.title, 100),
    description: source.document,
    action: { action: "outline", document: documentKey(source), offset: 0 } as const,
  }));
  const turn = (to: number) => ({ action: "sources", offset: to }) as const;
  return assemblePayload(
    ACCENTS.neutral,
    [showText(`${title}${sayRange(page.length, offset, sources.length, locale)}`), ...list.map(showText)],
    [
      ...showChoices(texts.buttons.openSource, choices, texts.untitled),
      ...turnPages(turn, offset, SOURCES_ON_PAGE, sources.length, locale),
    ],
  );
}

/**
 * One document: what is known of it, and a page of its headings with a menu to read on at one.
 *
 * @param offset headings on the pages before, default 0
 */
export function renderOutlineReply(source: SourceDetails, locale: Language, offset = 0): ReplyPayload {
  const texts = textsOf(locale);
  const document = documentKey(source);
  const page = source.sections.slice(offset, offset + SECTIONS_ON_PAGE);
  const publisher = source.publisher === null ? "" : escapeLine(source.publisher, 100);
  const { retrievedAt } = source;
  const retrieved =
    retrievedAt === undefined ? "" : fill(texts.sources.retrieved, { date: showMoment(retrievedAt) });
  const facts = [
    `### ${titleOf(source, locale, 200)}`,
    `-# ${describeSource(source, locale, { withLength: true, withRule: true })}`,
    ...(publisher === "" ? [] : [`-# ${publisher}`]),
    `-# ${[escapeLine(source.document, 150), linkTo(texts.citation.link, source.url), retrieved].filter(Boolean).join(" · ")}`,
  ].join("\n");
  const count = source.sections.length;
  const heading = `**${fill(texts.sources.outline, { count })}**${sayRange(page.length, offset, count, locale)}`;
  const list = page.map(
    ({ text }, index) => `${offset + index + 1}\\. ${escapeLine(text, 60) || texts.untitled}`,
  );
  const outline = count === 0 ? `-# ${texts.sources.noOutline}` : [heading, ...list].join("\n");
  // A section ends where the next begins, so that it can be read to its end.
  const endOf = (index: number): number => source.sections[index + 1]?.start ?? source.length;
  const choices = page.map(({ text, start }, index) => ({
    label: `${offset + index + 1} · ${plainLine(text, 90) || texts.untitled}`,
    action: { action: "context", document, start, end: endOf(offset + index) } as const,
  }));
  const turn = (to: number) => ({ action: "outline", document, offset: to }) as const;
  return assemblePayload(
    ACCENTS.neutral,
    [showText(facts), showText(outline)],
    [
      ...showChoices(texts.buttons.openSection, choices, texts.untitled),
      ...turnPages(turn, offset, SECTIONS_ON_PAGE, count, locale),
      ...showButtons([{ label: texts.buttons.list, action: { action: "sources", offset: 0 } }]),
    ],
  );
}

function titleOf({ title }: Source, locale: Language, limit: number): string {
  return escapeLine(title, limit) || textsOf(locale).untitled;
}
