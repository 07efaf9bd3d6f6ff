/** So many letters show that every other byte is a letter's upper half. */
const FEWEST_UNITS = 8;
/** Of the units so many are ASCII in any text of ours: white space, figures, the letters without marks. */
const SHARE_OF_ASCII = 0.5;

/** Control characters, halves of surrogate pairs, private use, and what Unicode has not assigned. */
const UNPLAIN = /[\p{Cs}\p{Co}\p{Cn}\u0000-\u0008\u000e-\u001f\u007f-\u009f]/u;

/**
 * The text of UTF-16 without a byte-order mark, or `null` where the bytes are not plainly that: at least half of them ASCII
 * with a zero beside it, always on the same side, and nothing in them that no text holds.
 */
export function decodePlainUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0 || bytes.length < 2 * FEWEST_UNITS) return null;
  let littleEndian = 0;
  let bigEndian = 0;
  for (let position = 0; position < bytes.length; position += 2) {
    if (bytes[position] === 0) bigEndian++;
    if (bytes[position + 1] === 0) littleEndian++;
  }
  const units = bytes.length / 2;
  const most = Math.max(littleEndian, bigEndian);
  // The other side is zero where a letter is the first of its block, U+0100 for one: hardly ever.
  if (most < SHARE_OF_ASCII * units || Math.min(littleEndian, bigEndian) > units / 1000) return null;
  const text = decodeUtf16(bytes, littleEndian > bigEndian ? "utf-16le" : "utf-16be");
  return text === null || UNPLAIN.test(text) ? null : text;
}

/** Bytes as UTF-16, a byte-order mark kept, or `null` where they break off or hold half of a surrogate pair. */
export function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
