import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../index/read/decode.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";
import { anyFileText } from "../any-text.ts";
import {
  asCharacters,
  encodeTcvn3,
  encodeVni,
  encodeWindows1252,
  encodeWindows1258,
} from "./encodings/encode-vietnamese.ts";
import { ENGLISH_SENTENCES, FRENCH_SENTENCES, VIETNAMESE_SENTENCES } from "./encodings/sentences.ts";

const TEXT = "Viện Thăng Long 👍\r\nsẽ tài trợ";
const UTF8 = new TextEncoder();
const NAME_IN_ENGLISH = "The delegation was led by Mr. Nguyễn Văn Minh of the university.";

function toUtf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let unit = 0; unit < text.length; unit++)
    view.setUint16(2 * unit, text.charCodeAt(unit), littleEndian);
  return new Uint8Array(view.buffer);
}

function fromHex(bytes: string): Uint8Array {
  return Uint8Array.from(bytes.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** "Университет подписал соглашение" and the like, in encodings that Accord does not read. */
const FOREIGN: readonly (readonly [string, Uint8Array])[] = [
  ["KOI8-R", fromHex("f5cec9d7c5d2d3c9d4c5d420d0cfc4d0c9d3c1cc20d3cfc7ccc1dbc5cec9c52e")],
  ["Windows-1251", fromHex("d3ede8e2e5f0f1e8f2e5f220efeee4efe8f1e0eb20f1eee3ebe0f8e5ede8e52e")],
  ["Greek", fromHex("d4ef20f0e1ede5f0e9f3f4defce9ef20f5f0ddf7f1e1f8e520f3f5ecf6f9edffe12e")],
  ["Shift-JIS", fromHex("836e836d834391e58a7782cd8ba692e882c98f9096bc82b582dc82b582bd8142")],
  ["GB 18030", fromHex("bad3c4dab4f3d1a7d3ebced2c3c7c7a9caf0c1cbbacfd7f7d0add2e9a1a3")],
  [
    "GB 18030 in English",
    new Uint8Array([...UTF8.encode("The "), 0xa1, 0xb0, ...UTF8.encode("Belt"), 0xa1, 0xb1]),
  ],
  ["Windows-1250", fromHex("50f8ed9a74ed20726f6b2070f8696a6564652064766163657420737475646e7428f92e")],
];

describe("decoding a file", () => {
  it.each([
    ["UTF-8", UTF8.encode(TEXT), TEXT],
    ["UTF-8 with a byte-order mark, which stays", UTF8.encode(`\ufeff${TEXT}`), `\ufeff${TEXT}`],
    ["UTF-8 with control characters", UTF8.encode("a\u0007b\u001b[1m"), "a\u0007b\u001b[1m"],
    ["two words of UTF-8 that read like Latin-1, as they are", UTF8.encode("Tr­êng §¹i häc"), "Tr­êng §¹i häc"],
    ["UTF-16, little end first", toUtf16(`\ufeff${TEXT}`, true), `\ufeff${TEXT}`],
    ["UTF-16, big end first", toUtf16(`\ufeff${TEXT}`, false), `\ufeff${TEXT}`],
    ["UTF-16 without a byte-order mark", toUtf16(TEXT, true), TEXT],
    ["UTF-16 without a byte-order mark, big end first", toUtf16(TEXT, false), TEXT],
    ["an empty file", new Uint8Array(0), ""],
    ["only a byte-order mark", UTF8.encode("\ufeff"), "\ufeff"],
    ["one word in Windows-1252", encodeWindows1252("The café"), "The café"],
    ["names in Windows-1258 in an English text", encodeWindows1258(NAME_IN_ENGLISH), NAME_IN_ENGLISH],
    ["one word in Windows-1258", encodeWindows1258("Viện"), "Viện"],
  ])("reads %s", (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each(VIETNAMESE_SENTENCES)("reads a sentence of Vietnamese in each of its encodings: %s", (sentence) => {
    expect(decodeText(encodeWindows1258(sentence))).toBe(sentence);
    expect(decodeText(encodeWindows1258(sentence.toUpperCase()))).toBe(sentence.toUpperCase());
    expect(decodeText(encodeVni(sentence))).toBe(sentence);
    expect(decodeText(encodeTcvn3(sentence))).toBe(sentence);
    expect(decodeText(UTF8.encode(sentence.normalize("NFD")))).toBe(sentence.normalize("NFD"));
  });

  it.each([encodeTcvn3, encodeVni])(
    "reads an old code of Vietnamese that was saved letter by letter: %o",
    (encode) => {
      const [first = "", ...rest] = VIETNAMESE_SENTENCES;
      const code = asCharacters(encode(`${first}\n\n${rest.join("\n")}`));
      const text = `\ufeff---\ndate: 2024\n---\n# 1. ${first}\n\n${rest.join("\n")}`;
      const saved = `\ufeff---\ndate: 2024\n---\n# 1. ${code}`;
      expect(decodeText(UTF8.encode(saved))).toBe(text);
      expect(decodeText(toUtf16(saved, true))).toBe(text);
      expect(decodeText(UTF8.encode(saved), { restores: false })).toBe(saved);
    },
  );

  it.each([...ENGLISH_SENTENCES, ...FRENCH_SENTENCES])(
    "reads a Western sentence or refuses it: %s",
    (sentence) => {
      expect(decodeOrNull(encodeWindows1252(sentence)) ?? sentence).toBe(sentence);
    },
  );

  it("reads French in Windows-1252, which has words that are marks for the most part", () => {
    const text =
      "Les cours ont été donnés à Lyon par une délégation du ministère.\n\nL’été dernier, un étudiant âgé de vingt ans a été reçu à l’université ; son dossier avait été déposé avant la rentrée. Le programme a été financé par la région.";
    expect(decodeText(encodeWindows1252(text))).toBe(text);
  });

  it("reads English in Windows-1252", () => {
    for (const sentence of ENGLISH_SENTENCES) expect(decodeText(encodeWindows1252(sentence))).toBe(sentence);
    const text = ENGLISH_SENTENCES.join("\n");
    expect(decodeText(encodeWindows1252(text))).toBe(text);
  });

  it.each<[string, Uint8Array | number[], RegExp]>([
    ["UTF-8 that breaks off inside a letter", [...UTF8.encode("sẽ")].slice(0, -1), /save it as UTF-8/],
    ["UTF-16 that breaks off inside a letter", [0xff, 0xfe, 0x41], /save it as UTF-8/],
    ["UTF-16 with half of a surrogate pair", [0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], /save it as UTF-8/],
    ["bytes that Windows-1252 has not", [0x41, 0x20, 0x81, 0x8d, 0x42], /save it as UTF-8/],
    ["a name that may be Văn or Vãn", encodeWindows1258("The delegation was led by Mr. Văn."), /UTF-8/],
    ["three words that may be VNI", encodeVni("Xin chào các bạn"), /save it as UTF-8/],
    ...FOREIGN.map(([name, bytes]): [string, Uint8Array, RegExp] => [name, bytes, /save it as UTF-8/]),
    ["UTF-32", [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0], /binary/],
    [
      "UTF-16 without a mark and without a letter of ours",
      toUtf16("\u4e00\u4e01\u4e02\u4e03\0\0\0\0", true),
      /binary/,
    ],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], /binary/],
    ["numbers of two bytes", [...Array(64).keys()].flatMap((value) => [value, 0]), /binary/],
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
        expect(decodeText(UTF8.encode(text))).toBe(text);
        expect(decodeText(toUtf16(`\ufeff${text}`, true))).toBe(`\ufeff${text}`);
        expect(decodeText(UTF8.encode(text), { declared: "windows-1258" })).toBe(text);
      }),
    );
  });

  it("reads or refuses any bytes, whatever is declared", () => {
    const declared = fc.constantFrom(
      undefined,
      "utf-8",
      "utf-16",
      "us-ascii",
      "windows-1258",
      "koi8-r",
      "x-viet-vni",
      "tcvn",
      "gb2312",
      "nonsense",
      "",
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), declared, (bytes, charset) => {
        const text = decodeOrNull(bytes, charset);
        expect(text === null || !text.includes("\0")).toBe(true);
      }),
    );
  });
});

describe("a charset that a page or a mail declares", () => {
  const [SENTENCE = ""] = VIETNAMESE_SENTENCES;

  it.each<[string, Uint8Array, string, string]>([
    ["of Vietnamese", encodeWindows1258("Mr. Văn"), "Windows-1258", "Mr. Văn"],
    ["with quotation marks around it", encodeWindows1258("Mr. Văn"), '"windows-1258"', "Mr. Văn"],
    ["of Western Europe", encodeWindows1252("São Paulo, “Vãn”"), "iso-8859-1", "São Paulo, “Vãn”"],
    ["of VNI", encodeVni("Xin chào"), "x-viet-vni", "Xin chào"],
    ["of TCVN3", encodeTcvn3("Xin chào"), "x-viet-tcvn", "Xin chào"],
    ["of Russian", FOREIGN[0]?.[1] ?? new Uint8Array(), "koi8-r", "Университет подписал соглашение."],
    ["of Chinese", FOREIGN[4]?.[1] ?? new Uint8Array(), "GB2312", "河内大学与我们签署了合作协议。"],
    ["of Japanese with shifts", fromHex("1b2442244824261b2842"), "iso-2022-jp", "とう"],
  ])("is believed: one %s", (_, bytes, declared, text) => {
    expect(decodeText(bytes, { declared })).toBe(text);
  });

  it("is not believed against UTF-8, nor against Vietnamese that shows", () => {
    expect(decodeText(UTF8.encode(SENTENCE), { declared: "iso-8859-1" })).toBe(SENTENCE);
    expect(decodeText(encodeWindows1258(SENTENCE), { declared: "iso-8859-1" })).toBe(SENTENCE);
    expect(decodeText(encodeVni(SENTENCE), { declared: "windows-1252" })).toBe(SENTENCE);
    expect(decodeText(encodeTcvn3(SENTENCE), { declared: "x-user-defined" })).toBe(SENTENCE);
    expect(decodeText(encodeWindows1258(SENTENCE), { declared: "utf-8" })).toBe(SENTENCE);
    expect(decodeText(encodeWindows1252("The café"), { declared: "no-such-charset" })).toBe("The café");
  });

  it("counts for less than what a file was served with, unless servers say that of all", () => {
    const czech = fromHex("506f647073e16e61206dec6e61");
    expect(decodeText(czech, { served: "iso-8859-2" })).toBe("Podpsána měna");
    expect(decodeText(czech, { served: "iso-8859-2", declared: "iso-8859-1" })).toBe("Podpsána měna");
    expect(decodeText(czech, { served: "ISO-8859-1", declared: "iso-8859-2" })).toBe("Podpsána měna");
    expect(decodeText(czech, { served: "no-such-charset", declared: "iso-8859-2" })).toBe("Podpsána měna");
    expect(decodeText(encodeVni(SENTENCE), { served: "utf-8", declared: "x-viet-vni" })).toBe(SENTENCE);
    expect(decodeText(UTF8.encode(SENTENCE), { served: "shift_jis" })).toBe(SENTENCE);
  });

  it("may be UTF-8 with a little damage, which shows", () => {
    const bytes = new Uint8Array([...UTF8.encode(SENTENCE), 0xc3]);
    expect(decodeText(bytes, { declared: "utf-8" })).toBe(`${SENTENCE}\ufffd`);
    expect(decodeOrNull(bytes)).toBeNull();
  });
});

function decodeOrNull(bytes: Uint8Array, declared?: string): string | null {
  try {
    return decodeText(bytes, { declared });
  } catch (error) {
    if (error instanceof UnreadableFile) return null;
    throw error;
  }
}
