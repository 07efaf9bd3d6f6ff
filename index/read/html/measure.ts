import { type DomDocument, type DomElement, type DomNode, isElement, isText } from "../dom.ts";
import { isHidden } from "./visibility.ts";

/** What stands in an element and below it, of what is shown. */
export interface Measure {
  /** Letters and other signs that are not white space. UTF-16 code units. */
  readonly text: number;
  /** Of these, how many stand in links. */
  readonly linked: number;
  readonly links: number;
}

/** The measures of a page's elements. */
export interface Measures {
  of(element: DomElement): Measure;
  /** Elements in the order in which they open. */
  readonly elements: readonly DomElement[];
}

const NOTHING: Measure = { text: 0, linked: 0, links: 0 };
const WITHOUT_TEXT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "textarea",
  "select",
  "svg",
  "title",
  "iframe",
]);

/** Measures every element of a page in one pass. Recursive: see `MAXIMUM_DEPTH`. */
export function measurePage(document: DomDocument): Measures {
  const measures = new Map<DomElement, Measure>();
  const elements: DomElement[] = [];
  const visit = (node: DomNode, inLink: boolean): Measure => {
    if (isText(node)) {
      const text = (node.textContent ?? "").replace(/\s+/g, "").length;
      return { text, linked: inLink ? text : 0, links: 0 };
    }
    if (!isElement(node)) return NOTHING;
    elements.push(node);
    const name = node.localName.toLowerCase();
    const isLink = name === "a" && node.getAttribute("href") !== null;
    const sum = { text: 0, linked: 0, links: isLink ? 1 : 0 };
    for (const child of node.childNodes) {
      const { text, linked, links } = visit(child, inLink || isLink);
      sum.text += text;
      sum.linked += linked;
      sum.links += links;
    }
    const measure = WITHOUT_TEXT.has(name) || isHidden(node) ? NOTHING : sum;
    measures.set(node, measure);
    return measure;
  };
  for (const node of document.childNodes) visit(node, false);
  return { of: (element) => measures.get(element) ?? NOTHING, elements };
}
