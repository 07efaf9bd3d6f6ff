import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../index/read/decode.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";
import { anyFileText } from "../any-text.ts";

const TEXT = "Viện Thăng Long 👍\r\nsẽ tài trợ";

function toUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let unit = 0; unit < text.length; unit++)
    view.setUint16(2 * unit, text.charCodeAt(unit), littleEndian);
  return new Uint8Array(view.buffer);
}

describe("decoding a file", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(TEXT), TEXT],
    ["UTF-8 with a byte-order mark, which stays", new TextEncoder().encode(`\ufeff${TEXT}`), `\ufeff${TEXT}`],
    ["UTF-16, little end first", toUtf16(`\ufeff${TEXT}`, true), `\ufeff${TEXT}`],
    ["UTF-16, big end first", toUtf16(`\ufeff${TEXT}`, false), `\ufeff${TEXT}`],
    ["an empty file", new Uint8Array(0), ""],
    ["only a byte-order mark", new TextEncoder().encode("\ufeff"), "\ufeff"],
  ])("reads %s", (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each<[string, number[], RegExp]>([
    ["Windows-1252", [..."The caf"].map((letter) => letter.charCodeAt(0)).concat(0xe9), /save it as UTF-8/],
    ["Windows-1258", [0x56, 0x69, 0xea, 0xf2, 0x6e], /save it as UTF-8/],
    [
      "UTF-8 that breaks off inside a letter",
      [...new TextEncoder().encode("sẽ")].slice(0, -1),
      /save it as UTF-8/,
    ],
    ["UTF-16 that breaks off inside a letter", [0xff, 0xfe, 0x41], /save it as UTF-8/],
    ["UTF-16 with half of a surrogate pair", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], /save it as UTF-8/],
    ["UTF-16 without a byte-order mark", [...toUtf16("Thang Long", true)], /binary/],
    ["UTF-32", [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0], /binary/],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], /binary/],
    ["zeros", [0, 0, 0, 0], /binary/],
  ])("refuses %s and says why", (_, bytes, reason) => {
    const decode = () => decodeText(Uint8Array.from(bytes));
    expect(decode).toThrow(UnreadableFile);
    expect(decode).toThrow(reason);
  });

  it("drops and changes nothing, whatever the text", () => {
    fc.assert(
      fc.property(anyFileText, (text) => {
        fc.pre(!text.includes("\0"));
        expect(decodeText(new TextEncoder().encode(text))).toBe(text);
        expect(decodeText(toUtf16(`\ufeff${text}`, true))).toBe(`\ufeff${text}`);
      }),
    );
  });
});
