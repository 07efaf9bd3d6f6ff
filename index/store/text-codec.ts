/** A lone surrogate: half of a UTF-16 pair, which UTF-8 cannot say and turns into U+FFFD. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether UTF-8 can hold the text without loss. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

/**
 * A text in a form from which SQLite gives back every UTF-16 code unit: TEXT (UTF-8) where that is lossless, which is
 * small and readable with any SQLite tool, otherwise a blob of UTF-16 code units.
 */
export function encodeText(text: string): string | Buffer {
  return isWellFormed(text) ? text : Buffer.from(text, "utf16le");
}

/** The text that `encodeText` was given. */
export function decodeText(stored: string | Uint8Array): string {
  return typeof stored === "string"
    ? stored
    : Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength).toString("utf16le");
}
