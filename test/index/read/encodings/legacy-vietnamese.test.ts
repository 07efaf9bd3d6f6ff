import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  convertLegacyVietnamese,
  detectLegacyVietnamese,
  restoreShort,
  restoreVietnamese,
  schemeOfFont,
} from "../../../../index/read/encodings/legacy-vietnamese.ts";
import { anyFileText } from "../../any-text.ts";
import { asCharacters, encodeTcvn3, encodeVni, VIETNAMESE_LETTERS } from "./encode-vietnamese.ts";
import { ENGLISH_SENTENCES, FRENCH_SENTENCES, VIETNAMESE_SENTENCES } from "./sentences.ts";

const CORPUS = join(import.meta.dirname, "../../../../corpus");
const SMALL = VIETNAMESE_LETTERS.filter((letter) => letter === letter.toLowerCase());
/** The capitals that TCVN3 has. */
const TCVN3_CAPITALS = [..."ĂÂÊÔƠƯĐ"];
const TEXT = VIETNAMESE_SENTENCES.join("\n");

describe("the tables", () => {
  it("know the 134 letters of Vietnamese beyond ASCII", () => {
    expect(new Set(VIETNAMESE_LETTERS).size).toBe(134);
    expect(SMALL).toHaveLength(67);
  });

  it.each(VIETNAMESE_LETTERS)("read %s from VNI", (letter) => {
    expect(convertLegacyVietnamese(asCharacters(encodeVni(letter)), "vni")).toBe(letter);
  });

  it.each([...SMALL, ...TCVN3_CAPITALS])("read %s from TCVN3", (letter) => {
    const [byte] = encodeTcvn3(letter);
    expect(byte).toBeGreaterThan(0xa0);
    expect(convertLegacyVietnamese(asCharacters(encodeTcvn3(letter)), "tcvn3")).toBe(letter);
  });

  it.each(VIETNAMESE_LETTERS)("read %s from TCVN3 in a font of capitals", (letter) => {
    const code = asCharacters(encodeTcvn3(letter));
    expect(convertLegacyVietnamese(code, "tcvn3-capitals")).toBe(letter.toUpperCase());
  });

  it("leave ASCII and what is no code", () => {
    const plain = "Hanoi, 23-04-2024 (UNESCO) “quoted” – 5 °C ±1";
    expect(convertLegacyVietnamese(plain, "tcvn3")).toBe(plain);
    expect(convertLegacyVietnamese(plain, "vni")).toBe(plain);
    expect(convertLegacyVietnamese("±²³°", "tcvn3")).toBe("±²³°");
  });

  it("read VNI's marks in the case of their letter", () => {
    expect(convertLegacyVietnamese("Aù AÙ aÙ TRÖÔØNG Tröôøng", "vni")).toBe("Á Á á TRƯỜNG Trường");
  });

  it("read two codes where a pair is none", () => {
    expect(convertLegacyVietnamese("eê uâ öö ôñ", "vni")).toBe("eê uâ ưư ơđ");
  });

  it("read the Greek letter that programs make of the micro sign", () => {
    expect(convertLegacyVietnamese("v\u03bc", "tcvn3")).toBe("và");
  });

  it("bring any text of small letters back from either code", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SMALL, ..."bcdghklmnpqrstvx ,\n"), { maxLength: 60 }),
        (letters) => {
          const text = letters.join("");
          expect(convertLegacyVietnamese(asCharacters(encodeTcvn3(text)), "tcvn3")).toBe(text);
          expect(convertLegacyVietnamese(asCharacters(encodeVni(text)), "vni")).toBe(text);
        },
      ),
    );
  });
});

describe("a text whose fonts nobody knows", () => {
  it.each(VIETNAMESE_SENTENCES)("is recognised in either code: %s", (sentence) => {
    expect(detectLegacyVietnamese(asCharacters(encodeTcvn3(sentence)))).toBe("tcvn3");
    expect(detectLegacyVietnamese(asCharacters(encodeVni(sentence)))).toBe("vni");
    expect(detectLegacyVietnamese(asCharacters(encodeVni(sentence.toUpperCase())))).toBe("vni");
  });

  it("is restored, VNI whole, TCVN3 but for capitals with a tone", () => {
    expect(restoreVietnamese(asCharacters(encodeVni(TEXT)))).toEqual({ text: TEXT, scheme: "vni" });
    const restored = restoreVietnamese(asCharacters(encodeTcvn3(TEXT)));
    expect(restored.scheme).toBe("tcvn3");
    expect(restored.text).toBe(TEXT);
  });

  it("is restored where soft hyphens were read as hyphens, and real hyphens stay", () => {
    const text = `${TEXT}\nQuan hệ Việt-Nhật, ngày 23-4-2024 - 25-4, e-mail.\n- Các bên\n-a`;
    const spoiled = asCharacters(encodeTcvn3(text)).replaceAll("\u00ad", "-");
    expect(restoreVietnamese(spoiled).text).toBe(text);
  });

  it("is recognised among the tags of a page", () => {
    const page = `<table><tr><td align="center">${asCharacters(encodeTcvn3(TEXT))}</td></tr></table>`;
    expect(restoreVietnamese(page).text).toContain(TEXT);
  });

  it.each<[string, readonly string[]]>([
    ["English", ENGLISH_SENTENCES],
    ["French", FRENCH_SENTENCES],
    ["Vietnamese", VIETNAMESE_SENTENCES],
    ["decomposed Vietnamese", VIETNAMESE_SENTENCES.map((sentence) => sentence.normalize("NFD"))],
    ["Vietnamese in capitals", VIETNAMESE_SENTENCES.map((sentence) => sentence.toUpperCase())],
    ["Vietnamese without diacritics", ["Truong Dai hoc Khoa hoc Xa hoi va Nhan van"]],
    [
      "German",
      ["Die Universität Göttingen übernimmt größtenteils die Kosten für die Prüfungen in Österreich."],
    ],
    [
      "Portuguese",
      ["A Universidade não assinou acordos; são instituições irmãs, e as relações já estão ótimas."],
    ],
    ["Spanish", ["¿Qué pasará mañana? El señor Muñoz habló más tarde en español sobre la educación."]],
    ["Swedish", ["Universitetet får på måndag besök från Hà Nội, så att alla går dit och äter tårta."]],
    ["signs", ["§ 5 © 2024 ® µm ±5 °C ½ ¼ «quoted» ¹ ² ³ ¶ · × ÷ ¿ ¡ ª º"]],
  ])("is left alone in %s, alone and in any mixture", (_, sentences) => {
    for (const text of [
      ...sentences,
      sentences.join(" "),
      `${sentences.join(" ")} ${ENGLISH_SENTENCES.join(" ")}`,
    ]) {
      expect(restoreVietnamese(text)).toEqual({ text, scheme: null });
    }
  });

  it("is left alone in the corpus, whole and line by line", async () => {
    const files = (await readdir(CORPUS)).filter((file) => file.endsWith(".md"));
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const text = await readFile(join(CORPUS, file), "utf8");
      for (const part of [text, ...text.split("\n")]) expect(restoreVietnamese(part).text).toBe(part);
    }
  });

  it("is no other after it was restored, and never fails", () => {
    fc.assert(
      fc.property(anyFileText, fc.constantFrom("", TEXT, asCharacters(encodeVni(TEXT))), (noise, text) => {
        const once = restoreVietnamese(text + noise).text;
        expect(restoreVietnamese(once).text).toBe(once);
      }),
    );
  });
});

describe("a name in a document that is in an old code", () => {
  it.each(["Kế hoạch công tác", "Phòng Hợp tác", "Hà Nội"])("becomes Unicode, however short: %s", (name) => {
    expect(restoreShort(asCharacters(encodeTcvn3(name)))).toBe(name);
    expect(restoreShort(asCharacters(encodeVni(name)))).toBe(name);
  });

  it.each(["Kế hoạch", "Plan 2024", "", "Universität Göttingen"])("stays where it is in none: %j", (name) => {
    expect(restoreShort(name)).toBe(name);
  });
});

describe("the code of a font", () => {
  it.each<[string, string | null]>([
    [".VnTime", "tcvn3"],
    [".VnTimeH", "tcvn3-capitals"],
    [".VNTIME", "tcvn3"],
    [".VnArialH", "tcvn3-capitals"],
    [".VnArial NarrowH", "tcvn3-capitals"],
    [".VnBahamasB", "tcvn3"],
    [".VnBahamasBH", "tcvn3-capitals"],
    ["ABCDEF+.VnTimeH,Bold", "tcvn3-capitals"],
    [".VnTime Bold Italic", "tcvn3"],
    ["VnTime", "tcvn3"],
    ["VNI-Times", "vni"],
    ["VNI-Helve-Condense", "vni"],
    ["QWERTY+VNI-Times-Bold", "vni"],
    ["Vni Times", "vni"],
    ["Times New Roman", null],
    ["Arial", null],
    ["UVN Bai Sau", null],
    ["SVN-Gilroy", null],
    ["Vndesign", null],
    ["", null],
    [`.Vn${"a".repeat(1000)}`, null],
  ])("%j is %s", (font, scheme) => {
    expect(schemeOfFont(font)).toBe(scheme);
  });
});
