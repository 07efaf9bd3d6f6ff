import { UnreadableFile } from "./unreadable-file.ts";

/**
 * The text of a file: UTF-8, or UTF-16 where a byte-order mark says so. Nothing is dropped: a byte-order mark stays the
 * first character, so that offsets are the file's own.
 *
 * @throws UnreadableFile for binary files and other encodings
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  const isBinary = (): never => {
    throw new UnreadableFile("binary");
  };
  if (encoding === "utf-8" && bytes.includes(0)) isBinary();
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableFile("encoding", {}, { cause });
  }
  // UTF-32 begins like UTF-16, and has every other character 0.
  return text.includes("\0") ? isBinary() : text;
}
