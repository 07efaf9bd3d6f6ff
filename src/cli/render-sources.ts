import type { PicturePages, Source, SourceDetails } from "../../index/index.ts";
import { countThings } from "../count-things.ts";
import { createPaint, neutraliseLine, type Style } from "./render-text.ts";
import { fill, type Texts } from "./texts.ts";

/** A document, and when it was fetched from the web if it was: ISO 8601. */
export type ListedSource = Source & Pick<SourceDetails, "retrievedAt">;

/** The documents, a title and a line of particulars each. */
export function renderSources(sources: readonly ListedSource[], style: Style, texts: Texts): string {
  if (sources.length === 0) return `${texts.noSources}\n`;
  return sources.map((source) => renderSource(source, style, texts)).join("\n");
}

/** One document with its sections and where they begin. */
export function renderSourceDetails(source: SourceDetails, style: Style, texts: Texts): string {
  const sections = source.sections.map(
    ({ start, text }) => `  ${String(start).padStart(7)}  ${neutraliseLine(text)}\n`,
  );
  const list = sections.length === 0 ? "" : `\n${texts.sections}\n${sections.join("")}`;
  return renderSource(source, style, texts) + renderPicturePages(source, style, texts) + list;
}

/** Which pages of a document cannot be searched, as a line; empty where all can be. */
export function renderPicturePages(
  { picturePages }: Pick<SourceDetails, "picturePages">,
  style: Style,
  texts: Texts,
): string {
  if (picturePages === undefined) return "";
  return `  ${createPaint(style).yellow(describePicturePages(picturePages, texts))}\n`;
}

/** Which pages cannot be searched, as what is said of their document. */
export function describePicturePages({ labels, count }: PicturePages, texts: Texts): string {
  return countThings(texts.picturePages, count, { labels: neutraliseLine(labels) });
}

function renderSource(source: ListedSource, style: Style, texts: Texts): string {
  const paint = createPaint(style);
  const { passages, length, pages, retrievedAt } = source;
  const particulars = [
    source.date ?? texts.undated,
    source.publisher,
    source.language,
    pages === 0 ? null : countThings(texts.sourcePages, pages),
    `${countThings(texts.passages, passages)}, ${countThings(texts.sourceLength, length)}`,
  ].filter((part) => part !== null);
  // The day in UTC, as the moment is kept.
  const retrieved =
    retrievedAt === undefined ? null : fill(texts.retrieved, { date: retrievedAt.slice(0, 10) });
  const origin = [source.url, retrieved].filter((part) => part !== null);
  const lines = [source.document, particulars.join(" · "), origin.join(" · ")].filter((line) => line !== "");
  return [
    paint.bold(neutraliseLine(source.title)),
    ...lines.map((line) => `  ${neutraliseLine(line)}`),
    "",
  ].join("\n");
}
