import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Language } from "../../../index/document.ts";
import { chooseDate } from "../../../index/read/choose-date.ts";
import { findDate } from "../../../index/read/find-date.ts";
import { readFrontMatter } from "../../../index/read/front-matter.ts";
import { markMarkdown } from "../../../index/read/markdown.ts";
import { markPlainText } from "../../../index/read/plain-text.ts";
import { anyFileText } from "../any-text.ts";

const CORPUS = join(import.meta.dirname, "../../../corpus");

function find(text: string, language: Language = "en"): string | null {
  const found = findDate(text, markPlainText(text), language);
  return found && `${found.date} ${found.rule}`;
}

describe("the date that a text states", () => {
  it.each<[string, string, Language?]>([
    [
      "Ha Long University welcomes partners\nHanoi, 23 April 2024\nThe delegation came.",
      "2024-04-23 dateline",
    ],
    ["News\n\n**Hanoi, 23 April 2024** – The guests came on 20 April 2024.", "2024-04-23 dateline"],
    ["HANOI (April 23, 2024) — The delegation visited the university.", "2024-04-23 dateline"],
    [
      "Tin tức\nĐoàn công tác thăm trường\n(Ngày 23/4/2024)\nSáng nay, đoàn đã đến.",
      "2024-04-23 dateline",
      "vi",
    ],
    ["(Ngày 23/4/2024) Đoàn công tác thăm trường.", "2024-04-23 dateline", "vi"],
    [
      "SỞ GIÁO DỤC\nSố: 85/KH-SGD Quảng Ninh, ngày 23 tháng 4 năm 2024\nKẾ HOẠCH",
      "2024-04-23 dateline",
      "vi",
    ],
    ["Hà Nội, 23/4/2024 - Trường Đại học đón đoàn công tác.", "2024-04-23 dateline", "vi"],
    ["Title\nThứ ba, 23/4/2024, 10:15 (GMT+7)\nText", "2024-04-23 dateline", "vi"],
    ["Title\nBy Nguyen Van Minh | April 23, 2024\nText", "2024-04-23 dateline"],
    ["Title\nAdmin\n23/04/2024 15:20 | Lượt xem: 1.204\nText", "2024-04-23 dateline", "vi"],
    ["Title\n14:8' 5/27/2021\nText", "2021-05-27 dateline"],
    ["Title\n2024.04.23\nText", "2024-04-23 dateline"],
    ["Annual report\nHanoi, April 2024\n", "2024-04 dateline"],
    [
      "Đại học ký kết\nCập nhật: 23/04/2024 10:30\nNgày 20/4/2024, hai bên gặp nhau.",
      "2024-04-23 label",
      "vi",
    ],
    ["Title\nPosted on April 23, 2024 by admin\nText", "2024-04-23 label"],
    ["Report\nPublished: 2024-04-23T10:00:00+07:00\n", "2024-04-23 label"],
    ["Last updated: April 2024\nText", "2024-04 label"],
    ["dai hoc ky ket\nngay dang: 23/4/2024", "2024-04-23 label", "vi"],
    ["Ngày ký: 5/5/2023\n", "2023-05-05 label", "vi"],
    ["Minutes of the meeting\nDate: 23 April 2024\nTime: 8:30\nVenue: Room 201", "2024-04-23 label"],
    [
      "MEMORANDUM\nArticle 1\nDone at Hanoi on this 5th day of May 2023, in duplicate.",
      "2023-05-05 signature",
    ],
    ["MOU\nArticle 1\nSigned in Hanoi on 5 May 2023 in two originals.", "2023-05-05 signature"],
    ["Điều 5\nLàm tại Hà Nội, ngày 5 tháng 5 năm 2023, thành 02 bản.", "2023-05-05 signature", "vi"],
    ["BIÊN BẢN\nHôm nay, ngày 5 tháng 5 năm 2023, tại Hà Nội, chúng tôi gồm:", "2023-05-05 signature", "vi"],
    [
      "This Agreement is made and entered into on this 5th day of May 2023 by A and B",
      "2023-05-05 signature",
    ],
    [
      "MOU\nFor and on behalf of A\nDate: 5 May 2023\nFor and on behalf of B\nDate: 9 May 2023",
      "2023-05-09 signature",
    ],
  ])("is found: %j is %s", (text, date, language) => {
    expect(find(text, language)).toBe(date);
  });

  it.each<[string, string, Language?]>([
    ["an event told of", "On March 5, 2021, in Hanoi, the Director General had a meeting."],
    ["a signing told of", "The agreement was signed in Hanoi on 5 May 2023. It is good."],
    ["an old signing told of", "News\nText\nSigned in Hanoi on 5 May 2019, the agreement has brought much."],
    ["a day to come", "CONFERENCE PROGRAMME\nHanoi, 23 April 2024\n8:00 Registration"],
    ["two days", "International Conference\nHanoi, 23-24 April 2024\nHotel"],
    ["an event's day", "Seminar on AI\nDate: 23 April 2024\nTime: 8:30\nVenue: Room 201"],
    ["an invitation's", "Giấy mời\nThời gian: 8h00, ngày 30 tháng 4 năm 2024\nĐịa điểm: Hà Nội", "vi"],
    ["a quoted mail", "Forwarded message\nFrom: A\nDate: Tue, 4 Jun 2024\nSubject: B\nText"],
    ["a deadline", "Deadline: 23 April 2024\n"],
    ["a birthday", "Ngày sinh: 23/4/2001\nHọ tên: A", "vi"],
    ["a picture's", "Ảnh: Lễ ký ngày 23/4/2024\nText", "vi"],
    ["a title's", "Lễ ký kết ngày 23/4/2024\nText", "vi"],
    ["a decision quoted", "Căn cứ Quyết định của Bộ trưởng, ngày 5 tháng 5 năm 2020\nText", "vi"],
    ["a dateline without a year", "Ho Chi Minh City, April 23 (VNA) – The delegation came."],
    ["a list of news", "News\n23/04/2024\nFirst story\n24/04/2024\nSecond story"],
    ["two labels that contradict", "Posted on 1 May 2024\nA\nPosted on 3 May 2024\nB"],
    ["a chronicle's", "5 May 2023: The university signed an agreement."],
    ["an entry beside a month-first date", "Title\n03/04/2024\nText\n5/27/2021 was a Thursday."],
    ["no day of the calendar", "Hanoi, 31 February 2024"],
  ])("is not taken from %s", (_, text, language) => {
    expect(find(text, language)).toBeNull();
  });

  it("is found below a long menu", () => {
    const menu = "Home\nMenu\nSearch\nContact\nSitemap\nLog in\nShare\n".repeat(6);
    expect(find(`${menu}The delegation visits us\n15 March 2024 | Views: 1,204\nText`)).toBe(
      "2024-03-15 dateline",
    );
  });

  it("reads figures day first", () => {
    expect(find("Title\n03/04/2024\nText")).toBe("2024-04-03 dateline");
    expect(find("Title\n03/04/2024\nText", "vi")).toBe("2024-04-03 dateline");
  });

  it("trusts a label more than a dateline, and publication more than an update", () => {
    expect(find("Hanoi, 22 April 2024\nUpdated: 25 April 2024\nPosted on 23 April 2024")).toBe(
      "2024-04-23 label",
    );
  });

  it("names the place of the date, whatever the text, and never fails", () => {
    const pieces = fc.constantFrom(
      "Hanoi, ",
      "Ngày đăng: ",
      "23 April 2024",
      "03/04/2024",
      "\n",
      "Done at ",
      " – ",
      "(",
      ")",
      "ngày ",
      "**",
    );
    const anyDated = fc
      .array(fc.oneof(pieces, anyFileText), { maxLength: 12 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(anyDated, fc.constantFrom<Language>("en", "vi"), (text, language) => {
        const found = findDate(text, markPlainText(text), language);
        fc.pre(found !== null);
        const written = text.slice(found.span.start, found.span.end);
        expect(written).toContain(found.date.slice(0, 4));
        expect(written.trim()).toBe(written);
      }),
    );
  });

  it("takes of the corpus what its pages are stamped with, and invents nothing", async () => {
    const found: Record<string, string | null> = {};
    for (const file of await readdir(CORPUS)) {
      if (!file.endsWith(".md") || file === "README.md") continue;
      const text = await readFile(join(CORPUS, file), "utf8");
      const head = readFrontMatter(text)?.span ?? { start: 0, end: 0 };
      const blocks: Block[] = [{ ...head, kind: "front-matter" }, ...markMarkdown(text, head.end)];
      found[file] = findDate(text, blocks, "en")?.date ?? null;
    }
    expect(found).toEqual({
      "2021-05-27-dvet-unesco-iom.md": "2021-05-27",
      "2024-04-23-unesco-ichei-visits-viet-nam.md": "2024-04-23",
      "2025-quang-ninh-international-integration.md": null,
      "undated-ussh-hong-kong-polytechnic-university.md": null,
      "undated-ussh-thang-long-institute.md": null,
    });
  });
});

describe("the date of a document", () => {
  const everything = {
    frontMatter: "2021",
    given: "2022",
    fileName: "corpus/2023-05-visit.md",
    metadata: "2024-01-02",
    text: { date: "2025-01-01", rule: "dateline" as const },
  };

  it("is the one of the best source", () => {
    const { frontMatter, given, fileName, metadata, text } = everything;
    expect(chooseDate(everything)).toEqual({ date: frontMatter, rule: "front-matter" });
    expect(chooseDate({ given, fileName, metadata, text })).toEqual({ date: given, rule: "given" });
    expect(chooseDate({ fileName, metadata, text })).toEqual({ date: "2023-05", rule: "file-name" });
    expect(chooseDate({ metadata, text })).toEqual({ date: metadata, rule: "metadata" });
    expect(chooseDate({ metadata: null, text })).toEqual(text);
  });

  it("passes over what is no date", () => {
    expect(
      chooseDate({ frontMatter: "2021-13", fileName: "2024-99-x.md", metadata: "yesterday" }),
    ).toBeNull();
    expect(chooseDate({ fileName: "visit-2024-04-23.md" })).toBeNull();
    expect(chooseDate({})).toBeNull();
  });
});
