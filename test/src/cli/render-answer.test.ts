import { describe, expect, it } from "vitest";
import { type Answer, CHECKS } from "../../../index/index.ts";
import { renderAnswer, renderPassages, renderWording } from "../../../src/cli/render-answer.ts";
import { renderFindings, renderSync } from "../../../src/cli/render-report.ts";
import { renderSourceDetails, renderSources } from "../../../src/cli/render-sources.ts";
import { textsOf } from "../../../src/cli/texts.ts";
import { createQuote } from "../fixtures/quotes.ts";

const plain = { width: 60, color: false };
const colored = { width: 60, color: true };
const english = textsOf("en");
const inEnglish = { style: plain, texts: english, language: "en" } as const;

/** A detail about a place of a file. */
const damagedAt = (reason: string) => ({ code: "library-damaged" as const, values: { reason } });

const answer = (more: Partial<Answer>): Answer => ({
  question: "what will they sponsor",
  outcome: "answered",
  confidence: 0.874,
  quotes: [],
  nearest: [],
  unknownNames: [],
  ...more,
});
const sentence =
  "Thang Long Institute will sponsor in-depth learning materials for the Sociology Department.";
const sponsor = createQuote(sentence, ["will sponsor in-depth learning materials"]);

describe("an answer in the terminal", () => {
  it("says which names no document mentions", () => {
    const silent = answer({ outcome: "not_found", unknownNames: ["Mars"] });
    expect(renderAnswer(silent, plain, english)).toBe(
      "The documents do not say this.\nNo document mentions “Mars”.\n",
    );
    const quoted = answer({ quotes: [sponsor], unknownNames: ["Mars", "Dr. Who\u001b[2J"] });
    expect(renderAnswer(quoted, plain, english)).toMatch(
      /^No document mentions “Mars”\.\nNo document mentions “Dr\. Who␛\[2J”\.\n\n1\. │ Thang Long/,
    );
    expect(renderAnswer(quoted, plain, textsOf("vi"))).toMatch(/^Không tài liệu nào nhắc đến “Mars”\.\n/);
  });

  it("quotes with a bar, then cites", () => {
    expect(renderAnswer(answer({ quotes: [sponsor] }), plain, english)).toBe(
      [
        "1. │ Thang Long Institute will sponsor in-depth learning",
        "   │ materials for the Sociology Department.",
        "   — Working session with the Thang Long Institute ·",
        "   undated-thang-long.md, characters 100–191",
        "",
        "Confidence: 87%",
        "",
      ].join("\n"),
    );
  });

  it("cites date, section and link where they are known", () => {
    const known = createQuote("Short.", [], {
      title: "UNESCO visits",
      date: "2024-04-23",
      section: "Results",
      url: "https://example.org/a",
    });
    expect(renderAnswer(answer({ quotes: [known] }), { width: 100, color: false }, english)).toContain(
      [
        "   — UNESCO visits · 2024-04-23 · Results · undated-thang-long.md, characters 100–106",
        "   https://example.org/a",
        "",
      ].join("\n"),
    );
  });

  it("cites the page before the section, and names the other documents that say the same", () => {
    const { text: _, ...place } = createQuote("Short.", [], { document: "copy.html" });
    const quote = createQuote("Short.", [], { page: "3", section: "Article 2", alsoIn: [place] });
    const show = (more: Partial<typeof quote>, language: "en" | "vi" = "en"): string =>
      renderAnswer(
        answer({ quotes: [{ ...quote, ...more }] }),
        { width: 200, color: false },
        textsOf(language),
      );
    expect(show({})).toContain(" · p. 3, Article 2 · undated-thang-long.md");
    expect(show({})).toContain("\n   also in copy.html\n");
    expect(show({ page: "3-4", section: null })).toContain(" · pp. 3–4 · undated");
    expect(show({ page: "A-1" })).toContain(" · p. A-1, Article 2 · ");
    expect(show({}, "vi")).toContain(" · tr. 3, Article 2 · ");
    const two = show({ alsoIn: [place, { ...place, document: "third.pdf" }] });
    expect(two).toContain("\n   also in 2 other documents: copy.html, third.pdf\n");
  });

  it("does not cite a document's title once more as its section", () => {
    const show = (section: string): string =>
      renderPassages(
        [createQuote("Short.", [], { title: "Press digest", section })],
        { width: 100, color: false },
        english,
      );
    for (const section of ["Press digest", "**Press\ndigest**", "# Press digest"])
      expect(show(section)).toContain("— Press digest · undated-thang-long.md");
    expect(show("Press digest 2")).toContain("— Press digest · Press digest 2 · undated");
  });

  it("sets emphasis apart with colours only", () => {
    const shown = renderAnswer(answer({ quotes: [sponsor] }), colored, english);
    expect(shown).toContain("\u001b[1m\u001b[4mwill sponsor in-depth learning\u001b[24m\u001b[22m");
    expect(shown).toContain("\u001b[1m\u001b[4mmaterials\u001b[24m\u001b[22m for the Sociology");
    expect(renderAnswer(answer({ quotes: [sponsor] }), plain, english)).not.toContain("\u001b");
  });

  it("numbers several quotes", () => {
    const shown = renderAnswer(
      answer({ quotes: [createQuote("One."), createQuote("Two.")] }),
      plain,
      english,
    );
    expect(shown.split("\n").filter((line) => /^\d/.test(line))).toEqual(["1. │ One.", "2. │ Two."]);
  });

  it("says plainly that nothing was found, and offers the nearest passages", () => {
    const missing = answer({ outcome: "not_found", confidence: 0.1, nearest: [sponsor] });
    const shown = renderAnswer(missing, plain, english);
    expect(shown.split("\n").slice(0, 5)).toEqual([
      "The documents do not say this.",
      "",
      "The nearest passages:",
      "",
      "1. │ Thang Long Institute will sponsor in-depth learning",
    ]);
    expect(shown).not.toContain("Confidence");
    expect(renderAnswer(answer({ outcome: "not_found" }), plain, textsOf("vi"))).toBe(
      "Tài liệu không nói về điều này.\n",
    );
  });

  it("lets no document speak to the terminal", () => {
    const hostile = "\u001b]0;x\u0007\u009b2J\u202e\r\b";
    const quote = createQuote(`Good ${hostile} bad`, [hostile], {
      title: `T${hostile}\nline`,
      section: hostile,
      url: `https://example.org/${hostile}`,
      document: `${hostile}.md`,
    });
    const shown = renderAnswer(answer({ quotes: [quote] }), plain, english);
    expect(shown).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F\u202a-\u202e]/);
    expect(shown).toContain("Good ␛]0;x␇");
    const source = { ...source1, title: hostile, publisher: hostile, url: hostile, document: hostile };
    expect(renderSources([source], plain, english)).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F]/);
  });
});

const source1 = {
  scope: "shared",
  document: "a.md",
  title: "First",
  date: "2021-05-27" as string | null,
  url: null as string | null,
  publisher: null as string | null,
  dateRule: "stated" as string | null,
  language: "en" as const,
  format: "markdown" as const,
  length: 4_200,
  passages: 12,
  pages: 0,
};

describe("the other results in the terminal", () => {
  it("lists passages, or says that none fits", () => {
    expect(renderPassages([sponsor], plain, english)).toMatch(/^1\. │ Thang Long/);
    expect(renderPassages([], plain, english)).toBe("No passage fits.\n");
  });

  it("lists ten passages and more under each other", () => {
    const shown = renderPassages(
      Array.from({ length: 10 }, () => createQuote("Short.")),
      plain,
      english,
    );
    const lines = shown.split("\n").filter((line) => line.includes("│"));
    expect([lines[0], lines[9]]).toEqual(["1.  │ Short.", "10. │ Short."]);
  });

  it("tells exact wording from similar and from none", () => {
    const shown = (exact: boolean, quotes = [sponsor]) => renderWording({ exact, quotes }, plain, english);
    expect(shown(true)).toMatch(/^The documents say exactly this:\n\n1\. │/);
    expect(shown(false)).toMatch(/^The documents do not say exactly this\. The nearest wording:\n\n1\. │/);
    expect(shown(false, [])).toBe("The documents say nothing like this.\n");
  });

  it("lists sources", () => {
    expect(renderSources([source1, { ...source1, date: null, publisher: "USSH" }], plain, english)).toBe(
      [
        "First",
        "  a.md",
        "  2021-05-27 · en · 12 passages, 4200 characters",
        "",
        "First",
        "  a.md",
        "  undated · USSH · en · 12 passages, 4200 characters",
        "",
      ].join("\n"),
    );
    expect(renderSources([], plain, english)).toBe("There are no documents yet.\n");
  });

  it("counts one of a thing as one", () => {
    const single = { ...source1, passages: 1, length: 1, pages: 1 };
    expect(renderSources([single], plain, english)).toContain(" · 1 page · 1 passage, 1 character\n");
    expect(renderSources([{ ...single, pages: 2 }], plain, textsOf("vi"))).toContain(" · 2 trang · 1 đoạn, ");
  });

  it("shows the sections of one source", () => {
    const sections = [{ start: 12, end: 19, text: "Results" }];
    expect(renderSourceDetails({ ...source1, sections }, plain, english)).toMatch(
      /\nSections:\n {7}12 {2}Results\n$/,
    );
  });

  it("says which pages of one source cannot be searched", () => {
    const shown = (labels: string, count: number, texts = english) =>
      renderSourceDetails({ ...source1, sections: [], picturePages: { labels, count } }, plain, texts);
    expect(shown("3-10", 8)).toMatch(/\n {2}pages 3-10 are pictures without text and cannot be searched\n$/);
    expect(shown("3", 1)).toContain("  page 3 is a picture without text and cannot be searched\n");
    expect(shown("3", 1, textsOf("vi"))).toContain("trang 3 là ảnh không có chữ");
  });

  it("shows what doctor found, and the way out while something is left", () => {
    const details = [damagedAt("page 3")];
    const bad = { check: "caches", ok: false, details, repaired: false } as const;
    const findings = [{ ...bad, check: "store", ok: true, details: [] } as const, bad];
    const hint = english.repairHint;
    expect(renderFindings(findings, inEnglish, hint)).toBe(
      "ok  store\nBAD  caches\n    its file is damaged: page 3\nTo rebuild what is damaged: npm run accord -- doctor --repair\n",
    );
    expect(renderFindings(findings, inEnglish, null)).toBe(
      "ok  store\nBAD  caches\n    its file is damaged: page 3\n",
    );
    expect(renderFindings([{ ...bad, repaired: true }], inEnglish, hint)).toBe(
      "mended  caches\n    its file is damaged: page 3\n",
    );
  });

  it("shows what doctor found in Vietnamese", () => {
    const findings = CHECKS.map((check) => ({ check, ok: false, details: [], repaired: false }));
    const inVietnamese = { style: plain, texts: textsOf("vi"), language: "vi" } as const;
    expect(renderFindings(findings, inVietnamese, null).split("\n")).toEqual([
      "HỎNG  mô hình",
      "HỎNG  kho dữ liệu",
      "HỎNG  thư mục tài liệu",
      "HỎNG  bộ nhớ đệm",
      "HỎNG  tài liệu đã thêm",
      "HỎNG  bản gốc",
      "",
    ]);
  });

  it("shortens a long list of details", () => {
    const details = Array.from({ length: 300 }, (_, number) => damagedAt(`page ${number}`));
    const finding = { check: "store", ok: false, details, repaired: false } as const;
    const lines = renderFindings([finding], inEnglish, null).trimEnd().split("\n");
    expect(lines).toHaveLength(13);
    expect(lines.slice(11)).toEqual(["    its file is damaged: page 10", "    … and 289 more"]);
    const few = { ...finding, details: details.slice(0, 12) };
    expect(renderFindings([few], inEnglish, null).trimEnd().split("\n")).toHaveLength(13);
  });

  it("names every file of the corpus that doctor found, though there are many", () => {
    const details = Array.from({ length: 300 }, (_, number) => damagedAt(`page ${number}`));
    const finding = { check: "corpus", ok: true, details, repaired: false } as const;
    const lines = renderFindings([finding], inEnglish, null).trimEnd().split("\n");
    expect(lines.slice(1)).toEqual(details.map((_, number) => `    its file is damaged: page ${number}`));
  });

  it("sums up a sync", () => {
    const report = { added: 1, changed: 2, removed: 0, unchanged: 3, skipped: [], passages: 0, truncated: 0 };
    expect(renderSync(report, english)).toBe("Index: 1 added, 2 changed, 0 removed, 3 unchanged.");
    expect(renderSync({ ...report, passages: 9, truncated: 1 }, english)).toMatch(
      /9 passages written, 1 text cut/,
    );
  });
});
