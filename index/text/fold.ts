/**
 * The form of a text that is compared: compatibility-decomposed, without combining marks, in lower case, with the
 * letter d with stroke as d, which Unicode does not decompose. For matching only: its offsets are not the text's.
 */
export function foldText(text: string): string {
  // Most words have nothing to fold, and the general way takes ten times as long.
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .normalize("NFC");
}

const ASCII = /^[\0-\x7f]*$/;
