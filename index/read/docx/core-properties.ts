import type { Block } from "../../document.ts";
import { foldText } from "../../text/fold.ts";
import { parseXml } from "../dom.ts";

/** UTF-16 code units at a document's beginning in which its title should stand. */
const BEGINNING = 3_000;
/** UTF-16 code units. */
const LONGEST_TITLE = 300;

const SAYS_NOTHING =
  /^(?:microsoft word\b|document\s?\d*$|untitled|tài liệu\s?\d*$|doc\s?\d*$)|\.(?:docx?|rtf|odt)$/i;

/**
 * The title in a document's properties, or `null` where it is not to be believed: programs put the first line of some
 * earlier version there, or a template's. It is taken where the text has it near its beginning or no heading at all.
 * The date and the language there are those of the program, and are not read.
 */
export function readCoreTitle(
  xml: string | undefined,
  text: string,
  blocks: readonly Block[],
): string | null {
  if (xml === undefined) return null;
  let title = "";
  for (const element of parseXml(xml).querySelectorAll("*")) {
    if (element.localName === "dc:title") title = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  }
  if (title === "" || title.length > LONGEST_TITLE || SAYS_NOTHING.test(title)) return null;
  const fold = (value: string): string => foldText(value).replace(/\s+/g, " ");
  const isThere = fold(text.slice(0, BEGINNING)).includes(fold(title));
  return isThere || !blocks.some(({ kind }) => kind === "heading") ? title : null;
}
