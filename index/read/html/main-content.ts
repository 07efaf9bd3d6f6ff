import { Readability } from "@mozilla/readability";
import { type DomDocument, type DomElement, type DomNode, isElement, isText, parsePage } from "../dom.ts";
import type { Region } from "../dom-to-blocks.ts";
import { isBoilerplate, isLinkList } from "./boilerplate.ts";
import { type Measures, measurePage } from "./measure.ts";
import { isHidden } from "./visibility.ts";

/**
 * Readability looks at the text of each ancestor of each paragraph, several times. Beyond these two its seconds are not
 * worth it, and the rules for boilerplate alone decide. Measured at the limits: 2 s.
 */
const MOST_ELEMENTS = 20_000;
const MOST_WORK = 20_000_000;

/** Share of the text outside menus that the main text must have, for one to believe that it was found. */
const SMALLEST_SHARE = 0.3;
/** Share of the main text that an element must hold for one to look for the main text inside of it. */
const HELD_SHARE = 0.85;
/** Letters. A paragraph between the title and the main text is its lead if it is so long. */
const SHORTEST_LEAD = 60;

const CONTAINERS = new Set(
  "html body div main article section form center table tbody tr td font span".split(" "),
);

/** Where the main text of a page is. */
export interface MainContent {
  regionOf(element: DomElement): Region | undefined;
}

/**
 * Finds the main text of a page. Readability decides which element holds it; inside of it everything stays, since
 * Readability drops tables, lists and captions that are wanted, and what belongs to the site is marked by rules. Where
 * it finds nothing, or little, the page's own `<main>` or `<article>` is taken, or else its whole body.
 */
export function findMainContent(document: DomDocument, source: string): MainContent {
  const measures = measurePage(document);
  const body = document.body;
  const survivors = findSurvivors(source, measures);
  const root = chooseRoot(document, body, survivors, measures);
  const ancestors = new Set<DomElement>();
  for (let at = root.parentElement; at; at = at.parentElement) ancestors.add(at);
  const title = findTitle(document, root, ancestors, measures);
  const isWholePage = root === body;
  const total = measures.of(body).text;
  let passedTitle = false;

  const regionOf = (element: DomElement): Region | undefined => {
    if (element === title) passedTitle = true;
    if (element === root) passedTitle = false;
    if (ancestors.has(element)) return "furniture";
    const isMostOfPage = measures.of(element).text > total / 2;
    if (isHidden(element) && !(isMostOfPage && element.getAttribute("aria-hidden"))) {
      return element.localName === "body" || element.localName === "html" ? undefined : "hidden";
    }
    if (element === title || element === root) return "content";
    if (title && contains(element, title)) return "furniture";
    const isKept = survivors.has(element);
    const isPart = !isWholePage && !isMostOfPage;
    if ((isPart || !isMostOfPage) && isBoilerplate(element, measures)) return "furniture";
    if (!isKept && isLinkList(element, measures) && LISTS.has(element.localName)) return "furniture";
    const { text, linked } = measures.of(element);
    if (passedTitle && !isWholePage && text >= SHORTEST_LEAD && linked < text / 3) return "content";
    return undefined;
  };
  return { regionOf };
}

const LISTS = new Set("ul ol div section table dl".split(" "));

/** The letters of each element that Readability keeps, without those of elements below that it keeps too. */
function findSurvivors(source: string, measures: Measures): Map<DomElement, number> {
  const survivors = new Map<DomElement, number>();
  if (measures.elements.length > MOST_ELEMENTS || measures.work > MOST_WORK) return survivors;
  // Readability takes the page apart: it gets one of its own, whose elements carry their numbers.
  const copy = parsePage(source);
  measurePage(copy).elements.forEach((element, position) => {
    element.setAttribute("data-element", String(position));
  });
  let content: DomElement | null | undefined;
  try {
    const options = { serializer: (node: unknown) => node as DomElement, disableJSONLD: true };
    content = new Readability<DomElement>(copy as never, options as never).parse()?.content;
  } catch {
    // It is a help, and pages that it stumbles over are read without it.
  }
  const visit = (node: DomNode, within: DomElement | undefined): void => {
    if (isText(node) && within) {
      const length = (node.textContent ?? "").replace(/\s+/g, "").length;
      survivors.set(within, (survivors.get(within) ?? 0) + length);
    } else if (isElement(node)) {
      const number = node.getAttribute("data-element");
      const element = (number === null ? undefined : measures.elements[Number(number)]) ?? within;
      for (const child of node.childNodes) visit(child, element);
    }
  };
  if (content) visit(content, undefined);
  return survivors;
}

function chooseRoot(
  document: DomDocument,
  body: DomElement,
  survivors: ReadonlyMap<DomElement, number>,
  measures: Measures,
): DomElement {
  const masses = new Map<DomElement, number>();
  for (const [element, mass] of survivors) {
    for (let at: DomElement | null = element; at; at = at.parentElement)
      masses.set(at, (masses.get(at) ?? 0) + mass);
  }
  const all = [...survivors.values()].reduce((sum, mass) => sum + mass, 0);
  const prose = proseOf(body, measures);
  if (all >= prose * SMALLEST_SHARE && all > 0) {
    let root = body;
    for (let next: DomElement | undefined = body; next; ) {
      root = next;
      next = [...root.childNodes]
        .filter(isElement)
        .find((child) => CONTAINERS.has(child.localName) && (masses.get(child) ?? 0) >= all * HELD_SHARE);
    }
    return root;
  }
  const own = [...document.querySelectorAll("main, [role=main], article, [itemprop=articleBody]")];
  const best = own.find((element) => proseOf(element, measures) >= prose * SMALLEST_SHARE);
  return best ?? body;
}

/** Letters outside links. */
function proseOf(element: DomElement, measures: Measures): number {
  const { text, linked } = measures.of(element);
  return text - linked;
}

/** The page's own title where it stands before the main text: the last `<h1>` there that is no mere link or logo. */
function findTitle(
  document: DomDocument,
  root: DomElement,
  ancestors: ReadonlySet<DomElement>,
  measures: Measures,
): DomElement | null {
  const order = new Map(measures.elements.map((element, position) => [element, position]));
  const rootPosition = order.get(root) ?? 0;
  const candidates = [...document.querySelectorAll("h1")].filter((heading) => {
    const { text, linked } = measures.of(heading);
    const isBefore = (order.get(heading) ?? 0) < rootPosition && !ancestors.has(heading);
    return isBefore && text >= 10 && linked < text;
  });
  return candidates.at(-1) ?? null;
}

function contains(element: DomElement, inner: DomElement): boolean {
  for (let at: DomElement | null = inner.parentElement; at; at = at.parentElement)
    if (at === element) return true;
  return false;
}
