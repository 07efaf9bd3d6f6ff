import mammoth from "mammoth";
import { compose } from "../../text/compose.ts";
import { type FontText, type LegacyDecoder, makeLegacyDecoder } from "../legacy-fonts.ts";
import type { DocxStyles } from "./styles.ts";

/** A node of mammoth's document tree, as far as it is looked at. */
interface DocxNode {
  readonly type: string;
  children?: DocxNode[];
  readonly isStrikethrough?: boolean;
  styleId?: string | null;
  styleName?: string | null;
  readonly font?: string | null;
  value?: string;
  readonly notes?: { readonly _notes?: Readonly<Record<string, { readonly body?: DocxNode[] }>> };
}

/** Captions and tables of contents keep their names as classes; headings come from `nameHeadings`. */
const STYLE_MAP = [
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='toc heading'] => p.contents:fresh",
  "p[style-name='TOC Heading'] => p.contents:fresh",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => p.contents:fresh`),
];

/**
 * The HTML of a document: comments, deleted, hidden and struck-out text, pictures, page heads and feet are not in it, footnotes stand at the
 * end. Text in fonts with a code of their own becomes Unicode.
 *
 * @param file an archive that is known to be harmless
 */
export async function convertDocx(file: Buffer, styles: DocxStyles): Promise<string> {
  const transformDocument = (document: DocxNode): DocxNode => {
    const bodies = [
      document,
      ...Object.values(document.notes?._notes ?? {}).map(({ body }) => ({
        type: "note",
        children: body ?? [],
      })),
    ];
    const legacy = makeLegacyDecoder(
      bodies.flatMap((body) => [...textsOf(body, styles, styles.defaultFont)]),
    );
    for (const body of bodies) adapt(body, styles, legacy, styles.defaultFont);
    return document;
  };
  const result = await mammoth.convertToHtml(
    { buffer: file },
    {
      styleMap: STYLE_MAP,
      // A style map inside the file could turn anything into anything.
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      transformDocument,
    },
  );
  return compose(result.value);
}

function fontOf(node: DocxNode, styles: DocxStyles, around: string | null): string | null {
  return node.font ?? styles.of(node.styleId ?? null).font ?? around;
}

function* textsOf(node: DocxNode, styles: DocxStyles, around: string | null): Generator<FontText> {
  const font = fontOf(node, styles, around);
  if (node.type === "text") yield { text: node.value ?? "", font };
  for (const child of node.children ?? []) yield* textsOf(child, styles, font);
  if (node.type === "paragraph") yield { text: "\n", font: null };
}

/** Names headings as mammoth knows them, decodes fonts, and empties what is struck out or hidden. The tree is mammoth's own and changed in place. */
function adapt(
  node: DocxNode,
  styles: DocxStyles,
  legacy: LegacyDecoder | null,
  around: string | null,
): void {
  const font = fontOf(node, styles, around);
  const { level, isStruck } = styles.of(node.styleId ?? null);
  if (node.isStrikethrough || isStruck) node.children = [];
  if (node.type === "paragraph") {
    if (level !== null) {
      node.styleName = `heading ${level}`;
      node.styleId = null;
    }
  }
  if (node.type === "text" && legacy) node.value = legacy.decode(node.value ?? "", font);
  for (const child of node.children ?? []) adapt(child, styles, legacy, font);
}
