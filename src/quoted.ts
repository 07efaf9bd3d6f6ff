import type { Citation, Span } from "../index/index.ts";

/** What quotes and found passages have in common: words of a document, with their place. */
export interface Quoted extends Span, Citation {
  readonly text: string;
  /** Spans of the document's text. */
  readonly emphasis: readonly Span[];
  /** Other documents that say the same. Default none. */
  readonly alsoIn?: readonly Citation[];
}

/**
 * A page label in one of two wordings: that for a page, or that for several where the label names the first and the last
 * ("3-4", "iv-vi"), which is then written with a dash.
 */
export function wordPages(
  label: string,
  one: (page: string) => string,
  several: (pages: string) => string,
): string {
  const isRange = /^(?:\d+-\d+|[ivxlc]+-[ivxlc]+)$/i.test(label);
  return isRange ? several(label.replace("-", "–")) : one(label);
}
