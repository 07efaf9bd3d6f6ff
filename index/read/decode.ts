import { decodeDeclared, isByDefault } from "./encodings/declared.ts";
import { decodeSingleByte } from "./encodings/detect-encoding.ts";
import { restoreVietnamese } from "./encodings/legacy-vietnamese.ts";
import { decodePlainUtf16, decodeUtf16 } from "./encodings/utf-16.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** What is known of a file's encoding besides its bytes. */
export interface DecodeOptions {
  /** The charset that a page or a mail declares, as it is written there: "windows-1258", "ISO-8859-1". */
  readonly declared?: string | undefined;
  /** The charset that it was served with. It counts for more than what is declared inside, unless servers say so of all. */
  readonly served?: string | undefined;
  /**
   * Whether a text that was saved as Unicode letter by letter while it was in an old code of Vietnamese is read as what
   * it was to show (default true). A page's fonts may tell more than its letters.
   */
  readonly restores?: boolean;
}

/**
 * The text of a file: UTF-8; UTF-16, also without a byte-order mark where it is plain; Windows-1252 (ISO-8859-1),
 * Windows-1258, and the codes of Vietnamese from before Unicode, TCVN3 and VNI, as composed letters. What is valid UTF-8
 * is UTF-8, whatever is declared. Nothing is dropped: a byte-order mark stays the first character, so that offsets are
 * the file's own.
 *
 * @throws UnreadableFile "binary" for binary files, "encoding" where the encoding is another or not certain
 */
export function decodeText(
  bytes: Uint8Array,
  { declared, served, restores = true }: DecodeOptions = {},
): string {
  const charsets = [served, declared].filter((charset) => charset !== undefined);
  // The HTML standard (13.2.3.2) has it in this order.
  if (served !== undefined && isByDefault(served)) charsets.reverse();
  const text = decodeLetters(bytes, charsets);
  return restores ? restoreVietnamese(text).text : text;
}

function decodeLetters(bytes: Uint8Array, charsets: readonly string[]): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return checkText(decodeUtf16(bytes, "utf-16le"));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return checkText(decodeUtf16(bytes, "utf-16be"));
  if (bytes.includes(0)) {
    const text = decodePlainUtf16(bytes);
    if (text === null) throw new UnreadableFile("binary");
    return text;
  }
  for (const charset of charsets) {
    const text = decodeDeclared(bytes, charset);
    if (text !== null) return checkText(text);
  }
  return checkText(decodeUtf8(bytes) ?? decodeSingleByte(bytes));
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function checkText(text: string | null): string {
  if (text === null) throw new UnreadableFile("encoding");
  // UTF-32 begins like UTF-16, and has every other character 0.
  if (text.includes("\0")) throw new UnreadableFile("binary");
  return text;
}
