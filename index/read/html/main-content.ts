import { type DomDocument, type DomElement, isElement, isText } from "../dom.ts";
import type { Region } from "../paragraph-kind.ts";
import { isBoilerplate, isLinkList } from "./boilerplate.ts";
import { type Measures, measurePage } from "./measure.ts";
import { isHidden, isHiddenFromReaders } from "./visibility.ts";

/** Letters. A shorter run of text outside links is rather a label than a sentence. */
const SHORTEST_PROSE = 25;
/** Share of a page's prose that an element must hold for one to look for the main text inside of it. */
const HELD_SHARE = 0.75;
/** Letters. A paragraph between the title and the main text is its lead if it is so long. */
const SHORTEST_LEAD = 60;

/** Elements that hold paragraphs. A list or a single paragraph is never the whole main text. */
const CONTAINERS = new Set("html body div main article section form center table tbody tr td".split(" "));
/** Elements that may be lists of other pages. */
const LISTS = new Set("ul ol div section table dl".split(" "));

/**
 * Finds the main text of a page: the innermost element that holds three quarters of its prose, which is text outside of
 * links, menus and the like. Inside of it everything stays, and what belongs to the site is told by rules
 * (`isBoilerplate`); what stands outside is furniture, except the title and a lead. Linear in the page's size, unlike
 * Readability, which also drops tables, lists and captions that are wanted.
 *
 * @returns what each element is, for a walk in the page's order
 */
export function findMainContent(document: DomDocument): (element: DomElement) => Region | undefined {
  const measures = measurePage(document);
  const bodies = [...document.querySelectorAll("body")];
  const page = (bodies.length === 1 ? bodies[0] : document.documentElement) as DomElement;
  const total = measures.of(page).text;
  const isMost = (element: DomElement): boolean => measures.of(element).text > total / 2;
  const isAround = (element: DomElement): boolean => !isMost(element) && isBoilerplate(element, measures);

  const prose = measureProse(page, (element) => isHidden(element) || isAround(element));
  const all = prose.get(page) ?? 0;
  const root = all > 0 ? chooseRoot(page, prose, all) : page;
  const ancestors = new Set<DomElement>();
  for (let at = root.parentElement; at; at = at.parentElement) ancestors.add(at);
  const title = findTitle(document, root, ancestors, measures);
  const aroundTitle = new Set<DomElement>();
  for (let at = title?.parentElement; at; at = at.parentElement) aroundTitle.add(at);

  let isBehindTitle = false;
  return (element) => {
    if (isHidden(element) || (isHiddenFromReaders(element) && !isMost(element))) return "hidden";
    if (element === root || element === title) {
      isBehindTitle = element === title;
      return "content";
    }
    if (ancestors.has(element) || aroundTitle.has(element)) return root === page ? undefined : "furniture";
    if (isAround(element)) return "furniture";
    const { text, linked } = measures.of(element);
    // Where there is no prose, a list of links is what the page is for.
    if (LISTS.has(element.localName) && isLinkList(element, measures) && text < all) return "furniture";
    return isBehindTitle && text >= SHORTEST_LEAD && linked < text / 3 ? "content" : undefined;
  };
}

/** The letters of prose in each element and below it. Recursive: see `MAXIMUM_DEPTH`. */
function measureProse(
  page: DomElement,
  isLeftOut: (element: DomElement) => boolean,
): Map<DomElement, number> {
  const prose = new Map<DomElement, number>();
  const visit = (element: DomElement): number => {
    let sum = 0;
    let own = 0;
    for (const child of element.childNodes) {
      if (isText(child)) own += (child.textContent ?? "").replace(/\s+/g, " ").trim().length;
      else if (isElement(child) && !WITHOUT_PROSE.has(child.localName) && !isLeftOut(child)) {
        const inside = visit(child);
        // Emphasis and spans belong to the sentence around them.
        if (PHRASES.has(child.localName)) own += inside;
        else sum += inside;
      }
    }
    sum += own >= SHORTEST_PROSE || PHRASES.has(element.localName) ? own : 0;
    prose.set(element, sum);
    return sum;
  };
  visit(page);
  return prose;
}

const WITHOUT_PROSE = new Set(
  "a script style noscript template textarea select svg title head iframe button label".split(" "),
);
const PHRASES = new Set(
  "b strong i em span font u small sup sub mark time abbr cite q code s del ins".split(" "),
);

function chooseRoot(page: DomElement, prose: ReadonlyMap<DomElement, number>, all: number): DomElement {
  for (let root = page; ; ) {
    const next = [...root.childNodes]
      .filter(isElement)
      .find((child) => CONTAINERS.has(child.localName) && (prose.get(child) ?? 0) >= all * HELD_SHARE);
    if (!next)
      return root.localName === "tr" || root.localName === "tbody" ? (root.parentElement ?? root) : root;
    root = next;
  }
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
