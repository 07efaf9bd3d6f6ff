import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectLanguage, detectPassageLanguage } from "../../../index/text/language.ts";
import { makeSentences, NAMES_ONLY, withoutDiacritics } from "./bilingual-sentences.ts";

const CORPUS = join(import.meta.dirname, "../../../corpus");

describe("the language of a text", () => {
  it.each([
    "what will Thang Long sponsor",
    "How many hospitals are there?",
    "who is Nguyễn Phúc Cường",
    "what did Đào Thành Trường say",
    "when did UNESCO visit",
    "UNESCO visit date",
    "scholarships",
    "social work",
    "mental health training",
    "AI talents",
    "plan 850",
    "E Hospital",
    "HOW MANY STAFF",
    "The delegation visited the Ministry of Education and Training of Việt Nam.",
  ])("is English for %j", (text) => {
    expect(detectLanguage(text)).toBe("en");
  });

  it.each([
    "Viện Thăng Long sẽ tài trợ những gì?",
    "vien thang long se tai tro gi",
    "Trường có bao nhiêu khoa?",
    "truong co bao nhieu khoa",
    "Ai đã tham dự cuộc họp",
    "ai da tham du cuoc hop",
    "Đào Thành Trường là ai",
    "Đại học Hạ Long hợp tác với ai",
    "Dai hoc Ha Long hop tac voi nhung truong nao",
    "học bổng",
    "hoc bong",
    "ke hoach 850 la gi",
    "ngày ký kết",
    "HỌC BỔNG CỦA NHẬT BẢN",
    "IOM sẽ hỗ trợ DVET những gì",
    "học bổng".normalize("NFD"),
    "Đoàn đại biểu của UNESCO đã đến thăm Bộ Giáo dục và Đào tạo.",
  ])("is Vietnamese for %j", (text) => {
    expect(detectLanguage(text)).toBe("vi");
  });

  it.each([
    "HUST",
    "Dao Thanh Truong",
    "Nguyễn Phúc Cường",
    "Quảng Ninh",
    "Hanoi",
    "2024",
    "",
    "👍",
    "\ud800",
    "???",
  ])("is English for %j, which says nothing of it", (text) => {
    expect(detectLanguage(text)).toBe("en");
  });
});

describe("the language of one sentence of many", () => {
  const english = makeSentences("en", 500);
  const vietnamese = makeSentences("vi", 500);
  const missed = (sentences: readonly string[], wanted: string) =>
    sentences.filter((sentence) => detectPassageLanguage(sentence, wanted === "en" ? "vi" : "en") !== wanted);

  it("is right for each of 500 in English and 500 in Vietnamese", () => {
    expect(new Set([...english, ...vietnamese]).size).toBe(1000);
    expect(english.filter((sentence) => detectLanguage(sentence) !== "en")).toEqual([]);
    // Headings in capitals ("Article 3. Payment") are of the document's language, like names.
    expect(missed(english, "en").length).toBeLessThanOrEqual(3);
    expect(missed(vietnamese, "vi")).toEqual([]);
    expect(
      missed(
        vietnamese.map((sentence) => sentence.normalize("NFD")),
        "vi",
      ),
    ).toEqual([]);
    expect(
      missed(
        vietnamese.map((sentence) => sentence.toUpperCase()),
        "vi",
      ),
    ).toEqual([]);
    expect(
      missed(
        vietnamese.map((sentence) => sentence.toLowerCase()),
        "vi",
      ),
    ).toEqual([]);
  });

  it("is right without diacritics but for a few that are half English", () => {
    expect(english.map(withoutDiacritics).filter((sentence) => detectLanguage(sentence) !== "en")).toEqual(
      [],
    );
    expect(missed(vietnamese.map(withoutDiacritics), "vi").length).toBeLessThanOrEqual(2);
    const typed = vietnamese.map((sentence) => withoutDiacritics(sentence).toLowerCase());
    expect(missed(typed, "vi").length).toBeLessThanOrEqual(12);
  });

  it("is that of the document around a name or a figure", () => {
    for (const name of [...NAMES_ONLY, "2024", "", "???"]) {
      expect(detectPassageLanguage(name, "vi")).toBe("vi");
      expect(detectPassageLanguage(name, "en")).toBe("en");
      expect(detectLanguage(name)).toBe("en");
    }
  });

  it("is English for every line of the corpus that has a sentence", async () => {
    for (const file of await readdir(CORPUS)) {
      if (!file.endsWith(".md")) continue;
      const lines = (await readFile(join(CORPUS, file), "utf8")).split("\n");
      const sentences = lines.filter((line) => line.includes(" ") && !line.includes("://"));
      expect(missed(sentences, "en").filter((line) => /\p{Ll} \p{Ll}/u.test(line))).toEqual([]);
    }
  });
});
