/**
 * TCVN3 ("ABC"), the third code of TCVN 5712:1993, as fonts like .VnTime show it: one byte a letter, here as the
 * character that the byte is in Windows-1252. It has no capitals with a tone: a font with a name in H shows small letters
 * as capitals. Checked against glibc's table of TCVN 5712 and UniKey's of TCVN3, which agree.
 */
const ROWS: readonly (readonly [letters: string, codes: string])[] = [
  ["ĂÂÊÔƠƯĐ", "\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7"],
  ["ăâêôơưđ", "\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae"],
  ["àảãáạ", "\u00b5\u00b6\u00b7\u00b8\u00b9"],
  ["ằẳẵắặ", "\u00bb\u00bc\u00bd\u00be\u00c6"],
  ["ầẩẫấậ", "\u00c7\u00c8\u00c9\u00ca\u00cb"],
  ["èẻẽéẹ", "\u00cc\u00ce\u00cf\u00d0\u00d1"],
  ["ềểễếệ", "\u00d2\u00d3\u00d4\u00d5\u00d6"],
  ["ìỉĩíị", "\u00d7\u00d8\u00dc\u00dd\u00de"],
  ["òỏõóọ", "\u00df\u00e1\u00e2\u00e3\u00e4"],
  ["ồổỗốộ", "\u00e5\u00e6\u00e7\u00e8\u00e9"],
  ["ờởỡớợ", "\u00ea\u00eb\u00ec\u00ed\u00ee"],
  ["ùủũúụ", "\u00ef\u00f1\u00f2\u00f3\u00f4"],
  ["ừửữứự", "\u00f5\u00f6\u00f7\u00f8\u00f9"],
  ["ỳỷỹýỵ", "\u00fa\u00fb\u00fc\u00fd\u00fe"],
];

/** The letter of each code, and the Greek letter that some programs make of the micro sign. */
export const TCVN3_LETTERS: ReadonlyMap<string, string> = new Map([
  ...ROWS.flatMap(([letters, codes]) =>
    [...letters].map((letter, position) => [codes.charAt(position), letter] as const),
  ),
  ["\u03bc", "à"],
]);

/** A text in TCVN3 as Unicode. What is no code of TCVN3 stays. */
export function convertTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00fe\u03bc]/g, (code) => TCVN3_LETTERS.get(code) ?? code);
}
