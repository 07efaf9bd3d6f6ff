import type { Font } from "./font.ts";

/** Signs for presentation that stand for letters: one glyph for "fi". */
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ["\ufb00", "ff"],
  ["\ufb01", "fi"],
  ["\ufb02", "fl"],
  ["\ufb03", "ffi"],
  ["\ufb04", "ffl"],
  ["\ufb05", "st"],
  ["\ufb06", "st"],
]);

/** Bullets of the fonts Symbol and Wingdings, which Unicode does not know: their codes, and what is seen. */
const BULLETS: ReadonlyMap<string, string> = new Map([
  ["\uf0b7", "•"],
  ["\uf0a7", "▪"],
  ["\uf06e", "■"],
  ["\uf06c", "●"],
  ["\uf071", "□"],
  ["\uf0a8", "□"],
  ["\uf06f", "□"],
  ["\uf0d8", "➢"],
  ["\uf0e0", "→"],
  ["\uf0e8", "→"],
  ["\uf076", "❖"],
  ["\uf0fc", "✓"],
  ["\uf0fe", "☑"],
  ["\uf02d", "–"],
  ["\uf0be", "–"],
]);

/** Most letters need nothing done. */
const PLAIN = /^[ -~]+$/;

/**
 * The text of a sign as the file's text layer gives it, but: ligatures are the letters that they show, bullets of symbol
 * fonts have a code that says nothing and become the bullet that is seen, and spaces without width go, and codes that are
 * no signs at all become the replacement character.
 * A font of TCVN3 shows ư where its code is a soft hyphen, whatever name PDF has for that code.
 */
export function cleanLetter(unicode: string, code: number | undefined, { scheme }: Font): string {
  if (scheme?.startsWith("tcvn3") && code === 0xad) return "\u00ad";
  if (PLAIN.test(unicode)) return unicode;
  return unicode
    .replace(/[\ufb00-\ufb06]/g, (sign) => LIGATURES.get(sign) ?? sign)
    .replace(/[\uf000-\uf0ff]/g, (sign) => BULLETS.get(sign) ?? sign)
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu, "\ufffd")
    .replace(/[\u200b\u2060\ufeff]/g, "");
}

/** A digit set above the line as the digit that Unicode has for that: "10²" is not 102. */
export function raiseDigits(text: string): string {
  return text.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}
