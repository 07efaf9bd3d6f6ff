import type { Language } from "../../index/index.ts";
import { type ButtonSpec, showButtons } from "./payload.ts";
import { textsOf } from "./texts.ts";

/** Previous and next; nothing where there is one page. */
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
