import type { DomElement } from "../dom.ts";

/**
 * Whether an element is not shown, or struck out: by an attribute or a style of its own. Style sheets are not read. A page as a
 * whole is never hidden: scripts show it when they have run.
 */
export function isHidden(element: DomElement): boolean {
  if (element.localName === "body" || element.localName === "html") return false;
  if (element.getAttribute("hidden") !== null && element.getAttribute("hidden") !== "until-found")
    return true;
  if (element.localName === "dialog" && element.getAttribute("open") === null) return true;
  const style = element.getAttribute("style");
  if (style && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style)) return true;
  if (style && /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style)) return true;
  const marks = element.getAttribute("class");
  if (marks && /(?:^|\s)(?:visually-hidden|sr-only|screen-reader-text|d-none|hide-text)(?:\s|$)/i.test(marks))
    return true;
  return false;
}

/** Whether an element is kept from screen readers: mostly ornaments, but also a whole page below an open dialog. */
export function isHiddenFromReaders(element: DomElement): boolean {
  return element.getAttribute("aria-hidden") === "true";
}
