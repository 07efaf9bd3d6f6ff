import { DOMParser } from "linkedom";
import { UnreadableFile } from "./unreadable-file.ts";

/** What the readers need of a node of a page. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentElement: DomElement | null;
}

/** What the readers need of an element. */
export interface DomElement extends DomNode {
  /** In lower case in pages, as written in XML. */
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  /** Makes one text of neighbouring texts. */
  normalize(): void;
}

/** What the readers need of a page. */
export interface DomDocument {
  readonly childNodes: Iterable<DomNode>;
  readonly documentElement: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const CDATA_NODE = 4;

/** Whether a node is an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT_NODE;
}

/** Whether a node is text, character data of XML included. */
export function isText(node: DomNode): boolean {
  return node.nodeType === TEXT_NODE || node.nodeType === CDATA_NODE;
}

/** Elements that one page may have. Long pages have some thousands; at this number parsing takes a second. */
export const MAXIMUM_ELEMENTS = 150_000;
/** The same for a part of an office document: its runs of text have properties, each an element. 300 pages and more, after `slim`. */
export const MAXIMUM_XML_ELEMENTS = 400_000;
/** Signs per element that a parser may make a node of its own of, or look up: closing tags, entities, stray "<". */
const MARKS_PER_ELEMENT = 4;
/** Elements inside each other. Pages stay below 60; what walks over them is recursive. */
export const MAXIMUM_DEPTH = 400;

const VOID_TAGS = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);
/** A new one of these ends the one before, where that is still open. */
const SELF_ENDING_TAGS = new Set("p li dt dd tr td th option optgroup thead tbody tfoot".split(" "));
const RAW_TAGS = new Set(["script", "style", "textarea", "title", "xmp", "noembed", "iframe"]);
const FOREIGN_TAGS = new Set(["svg", "math"]);

/**
 * Refuses markup that a parser would need very long or very much memory for: too many elements, or elements nested too
 * deeply. One pass over the source; the limits are those above.
 *
 * @throws UnreadableFile `parts` or `nested`
 */
export function checkMarkup(source: string, isXml = false): void {
  const limit = isXml ? MAXIMUM_XML_ELEMENTS : MAXIMUM_ELEMENTS;
  const open: string[] = [];
  const opened = new Map<string, number>();
  let elements = 0;
  let foreign = 0;
  let marks = 0;
  const tag = /<!--|<(\/?)([a-z_][^\s/>]*)|[<&]/gi;
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    marks += 1;
    if (marks > MARKS_PER_ELEMENT * limit)
      throw new UnreadableFile("parts", { limit: MARKS_PER_ELEMENT * limit });
    if (match[0] === "<" || match[0] === "&") continue;
    if (match[2] === undefined) {
      const end = source.indexOf("-->", tag.lastIndex);
      if (end < 0) return;
      tag.lastIndex = end + 3;
      continue;
    }
    const end = source.indexOf(">", tag.lastIndex);
    if (end < 0) return;
    const name = isXml ? match[2] : match[2].toLowerCase();
    if (match[1] === "/") {
      if (!opened.get(name)) continue;
      for (const closed of open.splice(open.lastIndexOf(name))) {
        opened.set(closed, (opened.get(closed) ?? 0) - 1);
        if (FOREIGN_TAGS.has(closed)) foreign -= 1;
      }
      continue;
    }
    elements += 1;
    if (elements > limit) throw new UnreadableFile("parts", { limit });
    const endsItself = source[end - 1] === "/" && (isXml || foreign > 0);
    if (endsItself || (!isXml && VOID_TAGS.has(name))) continue;
    if (!isXml && RAW_TAGS.has(name) && foreign === 0) {
      const closing = new RegExp(`</${name}`, "gi");
      closing.lastIndex = end;
      if (!closing.test(source)) return;
      tag.lastIndex = closing.lastIndex;
      continue;
    }
    if (!isXml && SELF_ENDING_TAGS.has(name) && open.at(-1) === name) continue;
    open.push(name);
    opened.set(name, (opened.get(name) ?? 0) + 1);
    if (open.length > MAXIMUM_DEPTH) throw new UnreadableFile("nested", { limit: MAXIMUM_DEPTH });
    if (FOREIGN_TAGS.has(name)) foreign += 1;
  }
}

/**
 * Parses a page. A fragment without `<html>` or `<body>` becomes the body of a page.
 *
 * @throws UnreadableFile for markup beyond the limits, `damaged` for what the parser gives up on
 */
export function parsePage(source: string): DomDocument {
  checkMarkup(source);
  // The parser builds no skeleton of its own: without one, a page's first element would be its root.
  const rooted = /<html[\s>]/i.test(source) ? source : `<html>${source}</html>`;
  const page = /<body[\s>]/i.test(source) ? rooted : rooted.replace(/<html(?:\s[^<>]*)?>/i, "$&<body>");
  try {
    const document = new DOMParser().parseFromString(page, "text/html") as unknown as DomDocument;
    if (!document.documentElement) throw new UnreadableFile("no-text");
    // The parser makes a node of each entity; a letter of an old code may be two of them.
    document.documentElement.normalize();
    return document;
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("damaged", { reason: { code: "markup" } }, { cause });
  }
}

/**
 * Parses a part of an office document. Names keep their prefix: `w:style`.
 *
 * @throws UnreadableFile `damaged`
 */
export function parseXml(source: string): DomDocument {
  try {
    return new DOMParser().parseFromString(source, "text/xml") as unknown as DomDocument;
  } catch (cause) {
    throw new UnreadableFile("damaged", { reason: { code: "markup" } }, { cause });
  }
}
