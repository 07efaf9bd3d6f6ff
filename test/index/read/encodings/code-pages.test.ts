import { describe, expect, it } from "vitest";
import { decodeWindows1252, decodeWindows1258 } from "../../../../index/read/encodings/code-pages.ts";
import { encodeWindows1258, VIETNAMESE_LETTERS } from "./encode-vietnamese.ts";

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

describe("Windows-1258", () => {
  it("has what Node's own converter has, and nothing at the places without a character", () => {
    const decoder = new TextDecoder("windows-1258");
    for (const byte of BYTES) {
      const theirs = decoder.decode(Uint8Array.of(byte));
      const isAssigned = !/[\u0080-\u009f]/.test(theirs);
      expect(decodeWindows1258(Uint8Array.of(byte))).toBe(isAssigned ? theirs.normalize("NFC") : null);
      expect(decodeWindows1258(Uint8Array.of(byte), true)).toBe(theirs.normalize("NFC"));
    }
  });

  it.each(VIETNAMESE_LETTERS)("reads %s as one letter", (letter) => {
    expect(decodeWindows1258(encodeWindows1258(letter))).toBe(letter);
  });
});

describe("Windows-1252", () => {
  it("is ISO-8859-1 but for 0x80 to 0x9F", () => {
    for (const byte of BYTES.filter((each) => each < 0x80 || each >= 0xa0)) {
      expect(decodeWindows1252(Uint8Array.of(byte))).toBe(String.fromCharCode(byte));
    }
  });

  // As in the Encoding Standard's index of windows-1252, without its control characters.
  it("has punctuation and a few letters there", () => {
    const high = BYTES.slice(0x80, 0xa0).map((byte) => decodeWindows1252(Uint8Array.of(byte)) ?? " ");
    expect(high.join("")).toBe("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ");
    expect(decodeWindows1252(Uint8Array.of(0x81), true)).toBe("\u0081");
  });

  it("reads texts of any length", () => {
    const bytes = new Uint8Array(100_001).fill(0xe9);
    expect(decodeWindows1252(bytes)).toBe("é".repeat(100_001));
  });
});
