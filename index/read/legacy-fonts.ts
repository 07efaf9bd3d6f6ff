import {
  convertLegacyVietnamese,
  detectLegacyVietnamese,
  restoreShort,
  schemeOfFont,
} from "./encodings/legacy-vietnamese.ts";

/** Letters that no legacy code of Vietnamese has: they are Unicode, whatever the font is called. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/u;

/** A stretch of a document's text in one font; `null` where none is named. */
export interface FontText {
  readonly text: string;
  readonly font: string | null;
}

/** How the old codes of Vietnamese in a document become Unicode. */
export interface LegacyDecoder {
  /** The Unicode text of a stretch of the document. */
  decode(text: string, font: string | null): string;
  /** The same for a title or a name that the document says of itself, in no font. */
  restoreName(text: string): string;
}

/**
 * How texts in an old code of Vietnamese become Unicode, for one document: by the font's name, or where that says
 * nothing by the syllables that come out of all such texts together. Programs that turned such a document into Unicode
 * often left the fonts' names: where any of its texts in such fonts has a letter that the codes lack, nothing is to be done
 * in them.
 *
 * @param texts the document's texts in order, with the white space between them
 * @returns `null` where nothing is in an old code
 */
export function makeLegacyDecoder(texts: Iterable<FontText>): LegacyDecoder | null {
  let isUnicode = false;
  let isCoded = false;
  const others: string[] = [];
  for (const { text, font } of texts) {
    if (schemeOfFont(font ?? "") === null) others.push(text);
    else {
      isUnicode ||= UNICODE_ONLY.test(text);
      isCoded ||= /[^\x00-\x7f]/.test(text);
    }
  }
  const goesByFont = isCoded && !isUnicode;
  const shown = detectLegacyVietnamese(others.join(""));
  if (!goesByFont && shown === null) return null;
  return {
    decode(text, font) {
      const named = schemeOfFont(font ?? "");
      const scheme = named === null ? shown : goesByFont ? named : null;
      return scheme === null ? text : convertLegacyVietnamese(text, scheme);
    },
    restoreName: restoreShort,
  };
}
