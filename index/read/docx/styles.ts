import { type DomElement, parseXml } from "../dom.ts";

/** What a style sheet says of a paragraph or run style, with what it takes from the styles that it is based on. */
export interface DocxStyle {
  /** 1 to 6; `null` for styles of other paragraphs. */
  readonly level: number | null;
  readonly font: string | null;
  /** Whether text in it is struck out or hidden. */
  readonly isStruck: boolean;
}

/** What a document's style sheet says. */
export interface DocxStyles {
  /** What the style with this id says; nothing for one that there is not. */
  of(styleId: string | null): DocxStyle;
  /** The font of text whose run and styles name none. */
  readonly defaultFont: string | null;
}

/** Styles that inherit from each other in a circle end somewhere. */
const LONGEST_CHAIN = 20;

/** Names of headings besides Word's own, which are English in every language: LibreOffice, WPS and hand-made ones. */
const HEADING_NAME = /^(?:heading|header|tiêu đề|đầu đề|đề mục|mục)\s*(\d)$/iu;
const TITLE_NAME =
  /^(?:title|subtitle|tiêu đề|tiêu đề chính|tên văn bản|phụ đề|tiêu đề phụ|heading|chapter|article|điều|chương)$/iu;

/** Reads the style sheet of a document; without one, styles say nothing. */
export function readDocxStyles(xml: string | undefined): DocxStyles {
  const styles = new Map<string, DocxStyle & { readonly name: string; readonly base: string | null }>();
  let defaultFont: string | null = null;
  const document = xml === undefined ? null : parseXml(xml);
  for (const style of document?.querySelectorAll("*") ?? []) {
    const name = style.localName;
    if (name === "w:rPrDefault") defaultFont = fontOf(style);
    if (name !== "w:style") continue;
    const outline = valueAttribute(childNamed(childNamed(style, "w:pPr"), "w:outlineLvl"));
    styles.set(style.getAttribute("w:styleId") ?? "", {
      name: valueAttribute(childNamed(style, "w:name")) ?? "",
      base: valueAttribute(childNamed(style, "w:basedOn")),
      level: outline !== null && /^[0-5]$/.test(outline) ? Number(outline) + 1 : null,
      font: fontOf(style),
      isStruck: childNamed(childNamed(style, "w:rPr"), "w:strike") !== null,
    });
    if (style.getAttribute("w:default") === "1" && style.getAttribute("w:type") === "paragraph") {
      defaultFont = fontOf(style) ?? defaultFont;
    }
  }
  const of = (styleId: string | null): DocxStyle => {
    let level: number | null = null;
    let font: string | null = null;
    let isStruck = false;
    let next = styleId;
    for (let step = 0; next !== null && step < LONGEST_CHAIN; step++) {
      const style = styles.get(next);
      if (!style) break;
      level ??= levelOfName(style.name) ?? style.level;
      font ??= style.font;
      isStruck ||= style.isStruck;
      next = style.base;
    }
    return { level, font, isStruck };
  };
  return { of, defaultFont };
}

function levelOfName(name: string): number | null {
  const level = Number(HEADING_NAME.exec(name.trim())?.[1] ?? Number.NaN);
  if (level >= 1) return Math.min(level, 6);
  return TITLE_NAME.test(name.trim()) ? 1 : null;
}

function fontOf(element: DomElement): string | null {
  const fonts = childNamed(childNamed(element, "w:rPr"), "w:rFonts");
  return fonts?.getAttribute("w:ascii") ?? fonts?.getAttribute("w:hAnsi") ?? null;
}

function valueAttribute(element: DomElement | null): string | null {
  return element?.getAttribute("w:val") ?? null;
}

function childNamed(element: DomElement | null, name: string): DomElement | null {
  for (const child of element?.childNodes ?? []) {
    if ((child as DomElement).localName === name) return child as DomElement;
  }
  return null;
}
