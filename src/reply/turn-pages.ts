import type { Language } from "../../index/index.ts";
import { type ButtonSpec, showButtons } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/**
 * Previous and next; nothing where there is one page.
 *
 * @param turn what a button does that shows the page from that entry on
 * @param size entries on a page
 * @param count entries in all, or any number beyond this page where it is not the last
 */
export function turnPages(
  turn: (offset: number) => ButtonSpec["action"],
  offset: number,
  size: number,
  count: number,
  locale: Language,
): ReturnType<typeof showButtons> {
  if (offset === 0 && count <= size) return [];
  const { buttons } = textsOf(locale);
  return showButtons([
    { label: buttons.previous, action: turn(Math.max(0, offset - size)), disabled: offset === 0 },
    { label: buttons.next, action: turn(offset + size), disabled: offset + size >= count },
  ]);
}

/** Which of `count` entries a page shows, as a line of small print; nothing where it shows all of them, or none. */
export function sayRange(shown: number, offset: number, count: number, language: Language): string {
  if (shown === count || shown === 0) return "";
  return `\n-# ${fill(textsOf(language).sources.range, { first: offset + 1, last: offset + shown, count })}`;
}
