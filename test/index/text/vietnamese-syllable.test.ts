import { describe, expect, it } from "vitest";
import {
  isVietnameseSyllable,
  isWrittenWithDiacritics,
  spellSyllable,
} from "../../../index/text/vietnamese-syllable.ts";

const SYLLABLES =
  `Viện Thăng Long sẽ tài trợ những gì trường đại học khoa xã hội và nhân văn giêng giếng giết gìn giữ quốc quyển
  quý quả quỳnh nghiêng nghĩa ghế kỹ thuật tỷ hoà hòa thuý thúy khuỷu tay ngoằn ngoèo Nguyễn Phúc Cường uỷ ủy ban yêu yếu của mùa
  cứu hươu rượu ký kết oong xoong moóc chuyên Đảng bộ gió giỏi giới già giữa giường quơ quờ ý ỷ y tế bệnh Huệ khuya Huyền
  hình hoạch khoảng thuở lưu ưu tiên luôn luật xuất nước ngoài hợp tác diễn ra ngày tháng năm buýt xoá xóa toàn quyết khuyến
  khích khuếch giấy ÔNG`.split(/\s+/);

describe("a syllable of Vietnamese", () => {
  it.each(SYLLABLES)("is %s, composed or not, in any case", (word) => {
    for (const form of [word, word.normalize("NFD"), word.toUpperCase(), word.toLowerCase()])
      expect(isVietnameseSyllable(form)).toBe(true);
  });

  it.each([
    ["an English word", "brown"],
    ["one that begins like none", "free"],
    ["French with accents", "été"],
    ["two tones", "hòạ"],
    ["two letters with a tone", "hồà"],
    ["a tone on a consonant", "n\u0303a"],
    ["a stop with a level tone", "mât"],
    ["a stop with a falling tone", "hàc"],
    ["the tone on the first of two marked vowels", "trừơng"],
    ["the tone before the vowel that a consonant follows", "hóang"],
    ["k before a back vowel", "kan"],
    ["c before a front vowel", "cể"],
    ["ngh before a back vowel", "nghang"],
    ["g before e", "gể"],
    ["a breve without a coda", "lă"],
    ["q without u", "qa"],
    ["nothing", ""],
    ["a figure", "23"],
    ["a very long word", "a".repeat(10_000)],
  ])("is not %s: %j", (_, word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});

describe("Vietnamese with diacritics", () => {
  it("has them in most words, though names and numbers have none", () => {
    expect(isWrittenWithDiacritics("Lô sách thứ hai của Naktong bị chậm mấy tháng?")).toBe(true);
    expect(isWrittenWithDiacritics("Đề án MOU 2025")).toBe(true);
  });

  it("is not what has hardly any, or nothing", () => {
    expect(isWrittenWithDiacritics("lo sach thu hai cua Naktong bi cham mấy thang")).toBe(false);
    expect(["", "?!", "Naktong 2025"].map(isWrittenWithDiacritics)).toEqual([false, false, false]);
  });
});

describe("the one spelling of a word", () => {
  it("is the same wherever the tone is placed, in any case and normal form", () => {
    for (const forms of [
      ["hoà", "hòa", "HÒA", "hòa".normalize("NFD")],
      ["thuý", "thúy", "Thuý"],
      ["ủy", "uỷ"],
    ])
      expect(new Set(forms.map(spellSyllable)).size).toBe(1);
  });

  it("tells words apart that differ in a letter or a tone", () => {
    const words = "sach sách sạch sắch sậch đa da dạ".split(" ");
    expect(new Set(words.map(spellSyllable)).size).toBe(words.length);
  });

  it("of a word without diacritics is the word", () => {
    expect(["Naktong", "mou", "2025"].map(spellSyllable)).toEqual(["naktong", "mou", "2025"]);
  });
});
