import type { Span } from "../document.ts";

/** Whether no line ends between two places in a text, the first before the second. */
export function isSameParagraph({ text }: { readonly text: string }, a: Span, b: Span): boolean {
  return !/[\r\n]/.test(text.slice(a.end, b.start));
}
