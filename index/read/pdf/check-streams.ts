import { constants, inflateRawSync } from "node:zlib";
import { UnreadableFile } from "../unreadable-file.ts";
import { PDF_LIMITS } from "./limits.ts";

/** Deflate makes at most so many bytes of one (its specification, RFC 1951, allows 258 bytes for two bits). */
const MOST_BYTES_FROM_ONE = 1_032;
/** Bytes before a stream in which its dictionary is looked for. */
const DICTIONARY = 1_024;
const ENDING = "endstream";

/** Bytes of a stream that is looked into, packed and unpacked, at most: a table of all Chinese letters has 300,000. */
const TABLE_PACKED = 128 * 1_024;
const TABLE = 2 * 1_024 * 1_024;
/** Codes in one of its ranges. A font has two bytes for a letter, rarely more. */
const WIDEST_RANGE = 0xffff;
/**
 * Drawing states kept one inside the other. A page needs ten; where a program forgets to end them, some hundreds. pdf.js
 * takes a second for so many, and half a minute for five times as many.
 */
const MOST_STATES = 10_000;

/**
 * Looks into the streams of a file for what would keep pdf.js busy without end, before it unpacks them without a bound:
 * deflate bombs, tables of letters (CMaps) with a range of millions of codes, which one wrong byte makes, and drawing
 * states kept without end. Pictures are not unpacked later, and not here. What is encrypted or packed in another way is
 * not seen.
 *
 * @throws UnreadableFile `unpacked`, `damaged` or `nested`
 */
export function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = 0;
  while (true) {
    const word = file.indexOf("stream", position, "latin1");
    if (word < 0) return;
    const ending = file.indexOf(ENDING, word, "latin1");
    const end = ending < 0 ? file.length : ending;
    position = end + ENDING.length;
    const before = file.toString("latin1", Math.max(0, word - DICTIONARY), word);
    const dictionary = before.slice(before.lastIndexOf(" obj"));
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    const filters = dictionary.match(/\/FlateDecode|\/Fl\b/g)?.length ?? 0;
    checkStream(file.subarray(skipLineEnd(file, word + "stream".length), end), filters);
  }
}

function skipLineEnd(file: Buffer, position: number): number {
  const afterReturn = file[position] === 0x0d ? position + 1 : position;
  return file[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}

/** @param filters how often it is packed */
function checkStream(packed: Buffer, filters: number): void {
  if (filters === 0) {
    if (packed.length <= TABLE) checkContents(packed);
    return;
  }
  // Only what can pass the limit at all is unpacked as a whole: an ordinary file costs little.
  const canBeBomb = filters > 1 || packed.length > PDF_LIMITS.unpackedStream / MOST_BYTES_FROM_ONE;
  if (canBeBomb) {
    const unpacked = inflate(packed, PDF_LIMITS.unpackedStream);
    if (
      unpacked === "longer" ||
      (unpacked && filters > 1 && inflate(unpacked, PDF_LIMITS.unpackedStream) === "longer")
    ) {
      throw new UnreadableFile("unpacked", { limit: PDF_LIMITS.unpackedStream });
    }
  }
  if (packed.length > TABLE_PACKED) return;
  const table = inflate(packed, TABLE);
  if (table && table !== "longer") checkContents(table);
}

/** `null` for what is no deflate stream, or a broken one: pdf.js will say so where it needs it. */
function inflate(packed: Buffer, limit: number): Buffer | "longer" | null {
  try {
    // Without its two-byte head the checksum at the end does not matter; pdf.js does not look at it either.
    const finishFlush = constants.Z_SYNC_FLUSH;
    return inflateRawSync(packed.subarray(2), { maxOutputLength: limit, finishFlush });
  } catch (error) {
    return error instanceof RangeError ? "longer" : null;
  }
}

function checkContents(stream: Buffer): void {
  checkTable(stream);
  checkStates(stream);
}

/** Counts the operators q and Q, which keep a state and go back to it (PDF 32000-1:2008, 8.4.2). */
function checkStates(stream: Buffer): void {
  let depth = 0;
  for (let at = 0; at < stream.length; at++) {
    const byte = stream[at];
    if ((byte !== 0x71 && byte !== 0x51) || !isSpace(stream[at - 1]) || !isSpace(stream[at + 1])) continue;
    depth = byte === 0x71 ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MOST_STATES) throw new UnreadableFile("nested", { limit: MOST_STATES });
  }
}

/** Also before the first byte and behind the last. */
function isSpace(byte = 0x20): boolean {
  return byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function checkTable(stream: Buffer): void {
  if (!stream.includes("beginbfrange") && !stream.includes("begincidrange")) return;
  const lists = stream.toString("latin1").matchAll(/begin(?:bf|cid)range([\s\S]*?)(?:end(?:bf|cid)range|$)/g);
  for (const [, list = ""] of lists) {
    for (const [, from = "", to = ""] of list.matchAll(
      /<([^>]*)>\s*<([^>]*)>\s*(?:<[^>]*>|\[[^\]]*\]|\d+)/g,
    )) {
      if (toCode(to) - toCode(from) > WIDEST_RANGE) {
        throw new UnreadableFile("damaged", { reason: { code: "endless-table" } });
      }
    }
  }
}

/** pdf.js takes the digits that are there, too. */
function toCode(digits: string): number {
  return Number.parseInt(digits.replace(/[^\da-f]/gi, ""), 16) || 0;
}
