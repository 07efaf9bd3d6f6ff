import { inflateSync } from "node:zlib";
import { UnreadableFile } from "../unreadable-file.ts";
import { PDF_LIMITS } from "./limits.ts";

/** Deflate makes at most so many bytes of one (its specification, RFC 1951, allows 258 bytes for two bits). */
const MOST_BYTES_FROM_ONE = 1_032;
/** Bytes before a stream in which its dictionary is looked for. */
const DICTIONARY = 1_024;
const ENDING = "endstream";

/**
 * Unpacks what could be a bomb, with a bound, before pdf.js unpacks it without one. Only streams that can pass the limit
 * at all are tried: those of more than 1/1032 of it, so that an ordinary file costs a search for its streams. Pictures
 * are not unpacked later, and not here.
 *
 * @throws UnreadableFile `unpacked`
 */
export function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fewest = PDF_LIMITS.unpackedStream / MOST_BYTES_FROM_ONE;
  let position = 0;
  while (true) {
    const word = file.indexOf("stream", position, "latin1");
    if (word < 0) return;
    const end = file.indexOf(ENDING, word, "latin1");
    position = end < 0 ? file.length : end + ENDING.length;
    const dictionary = file.toString("latin1", Math.max(0, word - DICTIONARY), word);
    const filters = /\/FlateDecode|\/Fl\b/.test(dictionary);
    const nested =
      (dictionary.slice(dictionary.lastIndexOf(" obj")).match(/\/FlateDecode|\/Fl\b/g) ?? []).length > 1;
    if (!filters || isPicture(dictionary)) continue;
    const size = (end < 0 ? file.length : end) - word;
    if (size < fewest && !nested) continue;
    checkStream(file.subarray(skipLineEnd(file, word + 6), end < 0 ? file.length : end), nested);
  }
}

function isPicture(dictionary: string): boolean {
  return /\/Subtype\s*\/Image\b/.test(dictionary.slice(dictionary.lastIndexOf(" obj")));
}

function skipLineEnd(file: Buffer, position: number): number {
  const afterReturn = file[position] === 0x0d ? position + 1 : position;
  return file[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}

function checkStream(packed: Buffer, nested: boolean): void {
  const unpacked = inflate(packed);
  if (unpacked && nested) inflate(unpacked);
}

/** `null` for what is no deflate stream, or a broken one: pdf.js will say so where it needs it. */
function inflate(packed: Buffer): Buffer | null {
  try {
    return inflateSync(packed, { maxOutputLength: PDF_LIMITS.unpackedStream });
  } catch (error) {
    if (error instanceof RangeError) {
      throw new UnreadableFile("unpacked", { limit: PDF_LIMITS.unpackedStream });
    }
    return null;
  }
}
