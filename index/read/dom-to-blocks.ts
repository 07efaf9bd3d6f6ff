import { type DomElement, type DomNode, isElement, isText } from "./dom.ts";
import { InlineText, PLAIN } from "./inline-text.ts";
import type { FontText } from "./legacy-fonts.ts";
import { classifyParagraph, enterElement, fontOf, type Place, type Region } from "./paragraph-kind.ts";
import type { Piece } from "./pieces.ts";
import { joinRow } from "./table-rows.ts";

/** How a tree becomes pieces. */
export interface WalkOptions {
  /** What an element is; `undefined`: what the element around it is. The first region is `content`. */
  readonly regionOf?: (element: DomElement) => Region | undefined;
  /** The Unicode text of a text, by the font that it is set in, if any is named; default: the text as it is. */
  readonly decode?: ((text: string, font: string | null) => string) | undefined;
  /** Whether lines that look like a page's furniture are so (default true). */
  readonly hasFurniture?: boolean;
}

/** Never part of what a reader sees as text, or struck out: what a document does not say any more. */
const LEFT_OUT = new Set(
  `del s strike title meta link base script style template noscript svg canvas audio video object embed iframe map select option
  datalist input textarea progress meter img picture source track colgroup rp annotation annotation-xml area wbr`.split(
    /\s+/,
  ),
);

const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark math nobr output q rb rt ruby samp
  slot small span strong sub sup time tt u var`.split(/\s+/),
);

const TOP: Place = {
  region: "content",
  kind: "text",
  group: undefined,
  style: PLAIN,
  font: null,
  inTable: false,
};

/**
 * The paragraphs, headings, list entries, table rows and captions below a node, in reading order. Automatic numbers and
 * bullets of lists are not text and are not there; neither are alternative texts of pictures. Recursive: see
 * `MAXIMUM_DEPTH`.
 */
export function walkDom(
  root: { readonly childNodes: Iterable<DomNode> },
  options: WalkOptions = {},
): Piece[] {
  let groups = 0;
  const enter = (element: DomElement, name: string, place: Place): Place =>
    enterElement(element, name, place, () => ++groups);

  const walk = (nodes: Iterable<DomNode>, start: Place): Piece[] => {
    const pieces: Piece[] = [];
    const line = new InlineText();
    let afterPicture = false;

    const flush = (place: Place): void => {
      if (line.isEmpty) {
        line.take();
        return;
      }
      const { share } = line;
      const text = line.take();
      const piece = { text, group: place.group };
      const hasFurniture = options.hasFurniture ?? true;
      pieces.push({ ...piece, ...classifyParagraph(text, place, share, afterPicture, hasFurniture) });
      afterPicture = false;
    };

    const visit = (node: DomNode, place: Place): void => {
      if (isText(node)) {
        const text = node.textContent ?? "";
        line.append(options.decode ? options.decode(text, place.font) : text, place.style);
        return;
      }
      if (!isElement(node)) return;
      const name = node.localName.toLowerCase();
      if (name === "br") {
        if (line.breakLine()) flush(place);
        return;
      }
      if (name === "img" || name === "picture") afterPicture ||= line.isEmpty;
      if (LEFT_OUT.has(name)) return;
      const region = options.regionOf?.(node) ?? place.region;
      if (region === "hidden" || (name === "sup" && isNoteMark(node))) return;
      const inside = enter(node, name, { ...place, region });
      if (name === "q") line.append("“", inside.style);
      if (INLINE.has(name) || isInlineUnknown(name)) {
        for (const child of node.childNodes) visit(child, inside);
        if (name === "q") line.append("”", inside.style);
        return;
      }
      flush(place);
      if (name === "table") for (const piece of readTable(node, inside)) pieces.push(piece);
      else {
        for (const child of node.childNodes) visit(child, inside);
        flush(inside);
      }
    };

    for (const node of nodes) visit(node, start);
    flush(start);
    return pieces;
  };

  const readTable = (table: DomElement, place: Place): Piece[] => {
    const pieces: Piece[] = [];
    const readRow = (row: DomElement, around: Place): void => {
      const cells: Piece[][] = [];
      for (const cell of row.childNodes) {
        if (!isElement(cell)) continue;
        const region = options.regionOf?.(cell) ?? around.region;
        if (region === "hidden") continue;
        const inside = enter(cell, cell.localName.toLowerCase(), {
          ...around,
          region,
          group: undefined,
          inTable: true,
        });
        cells.push(walk(cell.childNodes, inside));
      }
      for (const piece of joinRow(cells, place.group)) pieces.push(piece);
    };
    const visit = (node: DomNode, around: Place): void => {
      if (!isElement(node)) {
        if (isText(node)) for (const piece of walk([node], around)) pieces.push(piece);
        return;
      }
      const name = node.localName.toLowerCase();
      if (LEFT_OUT.has(name)) return;
      const region = options.regionOf?.(node) ?? around.region;
      if (region === "hidden") return;
      const inside = { ...around, region };
      if (name === "tr") readRow(node, inside);
      else if (name === "tbody" || name === "thead" || name === "tfoot") {
        for (const child of node.childNodes) visit(child, inside);
      } else for (const piece of walk(node.childNodes, enter(node, name, inside))) pieces.push(piece);
    };
    for (const child of table.childNodes) visit(child, place);
    return pieces;
  };

  return walk(root.childNodes, TOP);
}

/** The texts below a node as they are written, with spaces where a line ends; scripts and the like left out. Recursive. */
export function textsOf(root: { readonly childNodes: Iterable<DomNode> }): FontText[] {
  const texts: FontText[] = [];
  const visit = (nodes: Iterable<DomNode>, font: string | null): void => {
    for (const node of nodes) {
      if (isText(node)) texts.push({ text: node.textContent ?? "", font });
      if (!isElement(node)) continue;
      const name = node.localName.toLowerCase();
      const isLine = !INLINE.has(name);
      if (isLine) texts.push({ text: " ", font: null });
      if (!LEFT_OUT.has(name)) visit(node.childNodes, fontOf(node) ?? font);
      if (isLine) texts.push({ text: " ", font: null });
    }
  };
  visit(root.childNodes, null);
  return texts;
}

/** Whether a raised mark leads to a note below the text. */
function isNoteMark(element: DomElement): boolean {
  const link = element.querySelector("a") ?? element.parentElement;
  const isLink = link?.localName === "a" && (link.getAttribute("href") ?? "").includes("#");
  return isLink && (element.textContent ?? "").trim().length <= 6;
}

/** Elements of a site's own, "x-date": a browser sets them within the line. */
function isInlineUnknown(name: string): boolean {
  return name.includes("-") || name.includes(":");
}
