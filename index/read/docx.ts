import { checkXml } from "./docx/check-xml.ts";
import { convertDocx } from "./docx/convert.ts";
import { readCoreTitle } from "./docx/core-properties.ts";
import { pack } from "./docx/pack.ts";
import { slim } from "./docx/slim.ts";
import { readDocxStyles } from "./docx/styles.ts";
import { unpack } from "./docx/unpack.ts";
import { checkMarkup, type DomElement, parsePage } from "./dom.ts";
import { walkDom } from "./dom-to-blocks.ts";
import type { Region } from "./paragraph-kind.ts";
import { joinPieces } from "./pieces.ts";
import type { Reader } from "./reader.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Parts that hold text or say what it looks like. Pictures, settings, page heads and feet stay packed. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|docProps\/core\.xml|(?:.*\/)?_rels\/[^/]*\.rels|(?!customXml\/|docProps\/)(?:[^/]+\/)?(?:document|styles|numbering|footnotes|endnotes)\d*\.xml)$/i;

const OFFICE_FORMATS: readonly [RegExp, string][] = [
  [/^xl\//, ".xlsx"],
  [/^ppt\//, ".pptx"],
  [/^content\.xml$/, ".odt"],
  [/^META-INF\/container\.xml$/, ".epub"],
];

/** What an encrypted document and a document of Word 97 begin with: a compound file. */
const COMPOUND_FILE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Reads a document of Word (also as LibreOffice and others write it). Numbers and bullets that Word counts by itself are
 * not in the file and so not in the text; typed ones are. Deleted, hidden and struck-out text, comments, page heads and feet are left out;
 * footnotes stand at the end. Nothing that the file refers to is fetched. It has no pages: where they break is decided
 * by the program that shows it.
 *
 * @throws UnreadableFile `encrypted`, `format` for other office files, `unpacked`, `parts`, `nested`, `damaged`, `no-text`
 */
export const readDocx: Reader = async (bytes) => {
  refuseCompoundFile(bytes);
  const { parts, names } = await unpack(bytes, (name) => WANTED.test(name));
  refuseOtherFormats(names);
  const sources = new Map<string, string>();
  for (const [name, part] of parts) {
    const source = slim(new TextDecoder().decode(part));
    if (/<!(?:DOCTYPE|ENTITY)/i.test(source))
      throw new UnreadableFile("damaged", { reason: { code: "entities", values: { part: name } } });
    checkMarkup(source, true);
    checkXml(name, source);
    sources.set(name, source);
    parts.set(name, Buffer.from(source));
  }
  const find = (ending: string): string | undefined =>
    [...sources].find(([name]) => name.endsWith(ending))?.[1];
  try {
    const html = await convertDocx(pack(parts), readDocxStyles(find("/styles.xml")));
    if (html === "") throw new UnreadableFile("no-text");
    const pieces = walkDom(parsePage(html), { regionOf, hasFurniture: false });
    const { text, blocks } = joinPieces(pieces);
    if (!blocks.some(({ kind }) => kind !== "furniture")) throw new UnreadableFile("no-text");
    const title = readCoreTitle(find("docProps/core.xml"), text, blocks);
    return { text, blocks, pages: [], facts: title === null ? {} : { title } };
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("damaged", { reason: { code: "no-word-document" } }, { cause });
  }
};

function refuseCompoundFile(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) return;
  if (file.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw new UnreadableFile("encrypted");
  throw new UnreadableFile("format", { format: ".doc" });
}

function refuseOtherFormats(names: readonly string[]): void {
  if (names.some((name) => /(?:^|\/)document\d*\.xml$/i.test(name))) return;
  const format = OFFICE_FORMATS.find(([mark]) => names.some((name) => mark.test(name)))?.[1];
  if (format !== undefined) throw new UnreadableFile("format", { format });
  throw new UnreadableFile("damaged", { reason: { code: "no-main-part" } });
}

/** Links from a footnote back to the text are no text, and a table of contents says again what headings say. */
function regionOf(element: DomElement): Region | undefined {
  if (element.localName === "a" && /^#(?:foot|end)note-ref-/.test(element.getAttribute("href") ?? ""))
    return "hidden";
  return element.getAttribute("class") === "contents" ? "furniture" : undefined;
}
