// Tables of our own, since some versions of Node read Windows-1252 as ISO-8859-1 (nodejs/node issue 56542), and the same
// bytes must be the same text everywhere.

/** What Windows-1252 has at 0x80 to 0x9F; a space stands for "not assigned". */
const HIGH_CONTROLS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Where Windows-1258 differs from Windows-1252: letters of Vietnamese and marks of tone that stand after their letter. */
const VIETNAMESE_PLACES: Readonly<Record<number, string | null>> = {
  138: null,
  142: null,
  154: null,
  158: null,
  195: "Ă",
  204: "\u0300",
  208: "Đ",
  210: "\u0309",
  213: "Ơ",
  221: "Ư",
  222: "\u0303",
  227: "ă",
  236: "\u0301",
  240: "đ",
  242: "\u0323",
  245: "ơ",
  253: "ư",
  254: "₫",
};

const WINDOWS_1252 = makeTable((byte) => {
  if (byte < 0x80 || byte >= 0xa0) return String.fromCharCode(byte);
  const character = HIGH_CONTROLS.charAt(byte - 0x80);
  return character === " " ? null : character;
});
const WINDOWS_1258 = makeTable((byte) => {
  const differs = VIETNAMESE_PLACES[byte];
  return differs === undefined ? (WINDOWS_1252[byte] ?? null) : differs;
});

/** Whether Windows-1252 and Windows-1258 read a byte differently. */
export function differsIn1258(byte: number): boolean {
  return byte in VIETNAMESE_PLACES;
}

/**
 * Bytes as Windows-1252 (ISO-8859-1 is read as it, like browsers do), or `null` where one of them has no character.
 *
 * @param lenient takes a byte without a character for the control character of its number, like browsers (default false)
 */
export function decodeWindows1252(bytes: Uint8Array, lenient = false): string | null {
  return decodeWith(WINDOWS_1252, bytes, lenient);
}

/**
 * Bytes as Windows-1258, or `null` where one of them has no character. Letters and the marks of tone after them are
 * composed, as libiconv does and unlike the bytes: the same word is then the same text whatever file it comes from.
 *
 * @param lenient as for Windows-1252
 */
export function decodeWindows1258(bytes: Uint8Array, lenient = false): string | null {
  return decodeWith(WINDOWS_1258, bytes, lenient)?.normalize("NFC") ?? null;
}

function makeTable(character: (byte: number) => string | null): readonly (string | null)[] {
  return Array.from({ length: 256 }, (_, byte) => character(byte));
}

/** So many characters are made at once: each is an argument of a call. */
const CHUNK = 8_192;

function decodeWith(table: readonly (string | null)[], bytes: Uint8Array, lenient: boolean): string | null {
  const units = table.map((character, byte) => character?.charCodeAt(0) ?? (lenient ? byte : -1));
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const chunk: number[] = [];
    for (const byte of bytes.subarray(start, start + CHUNK)) chunk.push(units[byte] ?? -1);
    if (chunk.includes(-1)) return null;
    text += String.fromCharCode(...chunk);
  }
  return text;
}
