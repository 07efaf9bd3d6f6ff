import type { BlockKind } from "../document.ts";
import { type DomElement, type DomNode, isElement, isText } from "./dom.ts";
import { isCaption, isFurniture } from "./furniture.ts";
import { InlineText, PLAIN, type Style } from "./inline-text.ts";
import { LIST_MARK } from "./lines.ts";
import { LONGEST_HEADING } from "./paragraphs.ts";
import type { Piece } from "./pieces.ts";

/** What a part of a page is: `hidden` is left out with all that is in it, `furniture` is marked so. */
export type Region = "content" | "furniture" | "hidden";

/** How a tree becomes pieces. */
export interface WalkOptions {
  /** What an element is; `undefined`: what the element around it is. The first region is `content`. */
  readonly regionOf?: (element: DomElement) => Region | undefined;
  /** The Unicode text of a text set in a font with an encoding of its own; default: the text as it is. */
  readonly decodeFont?: (text: string, font: string) => string;
  /** Whether lines that look like a page's furniture are so (default true). */
  readonly hasFurniture?: boolean;
}

/** Never part of what a reader sees as text. */
const LEFT_OUT = new Set(
  `title meta link base script style template noscript svg canvas audio video object embed iframe map select option
  datalist input textarea progress meter img picture source track colgroup rp annotation annotation-xml area wbr`.split(
    /\s+/,
  ),
);

const INLINE = new Set(
  `a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr output q rb rt ruby s samp
  slot small span strike strong sub sup time tt u var`.split(/\s+/),
);

const CAPTION_CLASS =
  /(?:^|[\s_-])(?:wp-)?(?:caption|chu-?thich|pcaption|photo-?(?:desc|note|credit)|img-?(?:desc|note|title))/i;

/** What a page marks as a heading and is longer is a paragraph. UTF-16 code units. */
const LONGEST_MARKED_HEADING = 180;

/** Cells with more are prose in columns (a treaty in two languages), and not entries of a row. UTF-16 code units. */
const LONGEST_CELL = 300;
/** Paragraphs of a cell that still are one entry. */
const MOST_PARAGRAPHS_IN_CELL = 5;

/** A bold line that names a part of an agreement is a heading, also where it ends in a full stop. */
const NAMES_PART =
  /^(?:(?:article|chapter|section|part|annex|appendix|clause|điều|chương|mục|phần|phụ lục)\s+(?:\d{1,3}|[IVXLC]{1,6})\b|[IVX]{1,5}\.\s+\p{Lu}|\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu})/iu;
/** Without bold letters, only these words and a number make a heading. */
const OPENS_ARTICLE =
  /^(?:article|chapter|annex|appendix|điều|chương|phụ lục)\s+(?:\d{1,3}|[IVXLC]{1,6})(?:\s*[.:–-]\s*\P{Ll}|\.?$)/iu;

interface Place {
  readonly region: Region;
  readonly kind: BlockKind;
  readonly group: number | undefined;
  readonly style: Style;
  readonly font: string | null;
  readonly inTable: boolean;
}

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
      pieces.push({ ...piece, ...classify(text, place, share, afterPicture) });
      afterPicture = false;
    };

    const classify = (
      text: string,
      { region, kind, style, inTable }: Place,
      share: InlineText["share"],
      followsPicture: boolean,
    ): { kind: Piece["kind"]; text: string } => {
      const flat = text.replace(/\s*\n\s*/g, " ");
      if (region === "furniture") return { kind: "furniture", text };
      const looksFurniture =
        options.hasFurniture === false ? /^\P{L}*$/u.test(flat) && !/\d/.test(flat) : isFurniture(flat);
      if (looksFurniture && !inTable) return { kind: "furniture", text: flat };
      if (kind === "item" || kind === "caption") return { kind, text: flat };
      // Templates set the first paragraph of a piece of news as a heading of the second order.
      if (kind === "heading")
        return { kind: flat.length > LONGEST_MARKED_HEADING ? "text" : "heading", text: flat };
      if (isCaption(flat)) return { kind: "caption", text: flat };
      if (followsPicture && share.italic > 0.9 && flat.length <= LONGEST_CELL)
        return { kind: "caption", text: flat };
      const isShort = flat.length <= LONGEST_HEADING;
      const names = NAMES_PART.test(flat);
      const isBoldHeading = isShort && share.bold > 0.9 && (names || !/[.,;]["'”’)\]]*$/u.test(flat));
      if (isBoldHeading || (isShort && OPENS_ARTICLE.test(flat) && !/[,;]$/u.test(flat))) {
        return { kind: "heading", text: flat };
      }
      const isLines = text.includes("\n") || style.preformatted || LIST_MARK.test(flat);
      return { kind: isLines ? "lines" : "text", text };
    };

    const visit = (node: DomNode, place: Place): void => {
      if (isText(node)) {
        const text = node.textContent ?? "";
        const { font } = place;
        line.append(font !== null && options.decodeFont ? options.decodeFont(text, font) : text, place.style);
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

  const enter = (element: DomElement, name: string, place: Place): Place => {
    let { kind, group, style, font } = place;
    if (/^h[1-6]$/.test(name)) kind = "heading";
    else if (name === "ul" || name === "ol" || name === "dl" || name === "menu" || name === "table") {
      group ??= ++groups;
      if (name === "table") group = ++groups;
    } else if (name === "li" || name === "dt" || name === "dd") kind = "item";
    else if (name === "figcaption" || name === "caption") kind = "caption";
    else if (name === "blockquote" && kind === "heading") kind = "text";
    const marks = element.getAttribute("class") ?? "";
    if (marks !== "" && kind === "text" && CAPTION_CLASS.test(marks) && !hasPicture(element))
      kind = "caption";
    if (name === "b" || name === "strong" || name === "th") style = { ...style, bold: true };
    if (name === "i" || name === "em") style = { ...style, italic: true };
    if (name === "a") style = { ...style, linked: true };
    if (name === "pre") style = { ...style, preformatted: true };
    if (name === "sup" || name === "sub")
      style = { ...style, raised: name === "sup" ? "superscript" : "subscript" };
    const written = element.getAttribute("style");
    if (written) {
      if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(written)) style = { ...style, bold: true };
      if (/font-style\s*:\s*italic/i.test(written)) style = { ...style, italic: true };
    }
    font = fontOf(element) ?? font;
    return { ...place, kind, group, style, font };
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
      const filled = cells.filter((cell) => cell.length > 0);
      if (filled.length < 2 || !filled.every(isEntry)) {
        for (const cell of cells) for (const piece of cell) pieces.push(piece);
        return;
      }
      const entries = cells.map((cell) => cell.map(({ text }) => text.replace(/\s+/g, " ")).join(" "));
      const isAllFurniture = filled.every((cell) => cell.every(({ kind }) => kind === "furniture"));
      const text = entries
        .join(" | ")
        .replace(/^(?: *\| )+|(?: \| *)+$/g, "")
        .replace(/\|(?: +\|)+/g, (run) => run.replace(/ +/g, " "));
      pieces.push({ text, kind: isAllFurniture ? "furniture" : "item", group: place.group });
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

  const start: Place = {
    region: "content",
    kind: "text",
    group: undefined,
    style: PLAIN,
    font: null,
    inTable: false,
  };
  return walk(root.childNodes, start);
}

/** The first font that an element names for its text, or `null`. */
export function fontOf(element: DomElement): string | null {
  const style = element.getAttribute("style");
  const inStyle = style ? /font-family\s*:\s*["']?([^;"',]+)/i.exec(style)?.[1]?.trim() : undefined;
  const face = element.localName === "font" ? element.getAttribute("face")?.split(",")[0]?.trim() : undefined;
  return inStyle ?? face ?? null;
}

/** Whether a cell is one entry of a row: short, and no table or heading of its own. */
function isEntry(cell: readonly Piece[]): boolean {
  const length = cell.reduce((sum, { text }) => sum + text.length, 0);
  return length <= LONGEST_CELL && cell.length <= MOST_PARAGRAPHS_IN_CELL;
}

/** Whether a raised mark leads to a note below the text. */
function isNoteMark(element: DomElement): boolean {
  const link = element.querySelector("a") ?? element.parentElement;
  const isLink = link?.localName === "a" && (link.getAttribute("href") ?? "").includes("#");
  return isLink && (element.textContent ?? "").trim().length <= 6;
}

function hasPicture(element: DomElement): boolean {
  return element.querySelector("img") !== null;
}

/** Elements of a site's own, "x-date": a browser sets them within the line. */
function isInlineUnknown(name: string): boolean {
  return name.includes("-") || name.includes(":");
}
