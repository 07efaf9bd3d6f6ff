import { convertLegacyVietnamese, schemeOfFont } from "./encodings/legacy-vietnamese.ts";

/** Letters that no legacy code of Vietnamese has: they are Unicode, whatever the font is called. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u;

/** The Unicode text of a text that is set in a font, by the font's name. */
export type DecodeFont = (text: string, font: string) => string;

/**
 * How texts in fonts with a code of their own become Unicode, for one document. Programs that turned such a document
 * into Unicode often left the fonts' names: where any of its texts in such fonts has a letter that the codes lack,
 * nothing is to be done.
 *
 * @param texts the document's texts, each with the name of its font
 * @returns `null` where no text is in such a font, or all are Unicode already
 */
export function makeFontDecoder(texts: Iterable<{ text: string; font: string }>): DecodeFont | null {
  let isNeeded = false;
  for (const { text, font } of texts) {
    if (schemeOfFont(font) === null) continue;
    if (UNICODE_ONLY.test(text)) return null;
    isNeeded ||= /[^\x00-\x7f]/.test(text);
  }
  if (!isNeeded) return null;
  return (text, font) => {
    const scheme = schemeOfFont(font);
    return scheme === null ? text : convertLegacyVietnamese(text, scheme);
  };
}
