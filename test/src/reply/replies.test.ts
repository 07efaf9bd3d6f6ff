import { describe, expect, it } from "vitest";
import { type Answer, type Source, UserError } from "../../../index/index.ts";
import { decodeCustomId, documentKey } from "../../../src/discord/custom-id.ts";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { renderAdditionReply } from "../../../src/reply/addition-reply.ts";
import { renderAnswerReply } from "../../../src/reply/answer-reply.ts";
import { renderBusyReply } from "../../../src/reply/busy-reply.ts";
import { renderContextReply } from "../../../src/reply/context-reply.ts";
import { renderErrorReply } from "../../../src/reply/error-reply.ts";
import { renderQuoteReply } from "../../../src/reply/quote-reply.ts";
import { REASON_FIELD, renderReasonModal } from "../../../src/reply/reason-modal.ts";
import { renderSearchReply } from "../../../src/reply/search-reply.ts";
import { renderSmallTalkReply } from "../../../src/reply/small-talk-reply.ts";
import { renderOutlineReply, renderSourcesReply } from "../../../src/reply/sources-reply.ts";
import { textsOf } from "../../../src/reply/texts.ts";
import { createQuote } from "../fixtures/quotes.ts";
import { expectValid, readButtons, readOptions, readText } from "./check-payload.ts";

const quotes = Array.from({ length: 5 }, (_, index) =>
  createQuote(`Sentence ${index + 1} is said here.`, [], { start: index * 100, document: `${index}.md` }),
);
const answered: Answer = {
  question: "what is said?",
  outcome: "answered",
  confidence: 0.87,
  quotes,
  nearest: [],
  unknownNames: [],
};
const notFound: Answer = { ...answered, outcome: "not_found", quotes: [], nearest: quotes.slice(0, 2) };
const source = (index: number): Source => ({
  scope: "shared",
  document: `${index}.md`,
  title: `Document ${index}`,
  date: `20${10 + index}`,
  url: null,
  publisher: null,
  dateRule: "stated",
  language: "vi",
  format: "markdown",
  length: 12_345,
  passages: 1,
  pages: 0,
});
const options = { locale: "en", questionId: "1z" } as const;
const actions = (payload: Parameters<typeof readButtons>[0]) =>
  readButtons(payload).map(({ label, customId }) => [label, decodeCustomId(customId)]);

describe("small talk", () => {
  it("is told what the bot does and how it is asked, in few words", () => {
    expect(readText(renderSmallTalkReply({ kind: "thanks" }, "en"))).toMatchInlineSnapshot(`
      "You are welcome! I answer questions about your documents in their own words, and say where each quote stands.
      Ask me something like \`/ask what will Thang Long sponsor\`; /help tells what else I can do."
    `);
    expect(readText(renderSmallTalkReply({ kind: "greeting" }, "vi"))).toMatchInlineSnapshot(`
      "Xin chào! Tôi trả lời câu hỏi về tài liệu của bạn bằng trích dẫn nguyên văn, kèm nguồn của từng trích dẫn.
      Bạn có thể hỏi như \`/hỏi Viện Thăng Long sẽ tài trợ những gì\`; xem những việc khác tôi làm được bằng /trợ-giúp."
    `);
  });
});

describe("an answer", () => {
  it("shows three quotes, and a button for each, for the rest and for a verdict", () => {
    const reply = renderAnswerReply(answered, options);
    const text = readText(reply);
    expect(text).toContain("-# Question: what is said?");
    expect(text).toContain("> Sentence 3 is said here.");
    expect(text).not.toContain("Sentence 4");
    expect(text).toContain("confidence 87%");
    expect(actions(reply)).toEqual([
      ["Context 1", { action: "context", document: documentKey(quotes[0]!), start: 0, end: 24 }],
      ["Context 2", { action: "context", document: documentKey(quotes[1]!), start: 100, end: 124 }],
      ["Context 3", { action: "context", document: documentKey(quotes[2]!), start: 200, end: 224 }],
      ["More", { action: "more", question: "1z", offset: 3 }],
      ["Helpful", { action: "helpful", question: "1z" }],
      ["Not helpful", { action: "unhelpful", question: "1z" }],
    ]);
  });

  it("goes on counting where More shows the rest", () => {
    const reply = renderAnswerReply(answered, { ...options, offset: 3 });
    expect(readText(reply)).toMatch(/Further quotes[\s\S]*Sentence 4[\s\S]*-# 4 · [\s\S]*Sentence 5/);
    expect(readButtons(reply).map(({ label }) => label)).toEqual(["Context 4", "Context 5"]);
  });

  it("can be shared only where it is private", () => {
    const share = ["Share", { action: "share", question: "1z", offset: 0 }];
    expect(actions(renderAnswerReply(answered, { ...options, isPrivate: true }))).toContainEqual(share);
    expect(actions(renderAnswerReply(answered, options))).not.toContainEqual(share);
    const shared = renderAnswerReply(answered, { ...options, sharedBy: "An *the* Admin" });
    expect(readText(shared)).toContain("Shared by An \\*the\\* Admin");
  });

  it("says which names no document mentions, three at most", () => {
    const unknownNames = ["Mars", "Dr. *Who*", "Atlantis", "Oz"];
    const text = readText(renderAnswerReply({ ...notFound, unknownNames }, options));
    expect(text).toContain("No document mentions “Mars”.");
    expect(text).toContain("“Dr. \\*Who\\*”");
    expect(text).not.toContain("Oz");
  });

  it("says so above its quotes too, and not once more where More shows the rest", () => {
    const unknownNames = ["Mars", "Dr. *Who*", "Atlantis", "Oz"];
    const reply = renderAnswerReply({ ...answered, unknownNames }, options);
    expect(readText(reply).split("\n").slice(0, 5)).toEqual([
      "-# Question: what is said?",
      "No document mentions “Mars”.",
      "No document mentions “Dr. \\*Who\\*”.",
      "No document mentions “Atlantis”.",
      "> Sentence 1 is said here.",
    ]);
    const more = renderAnswerReply({ ...answered, unknownNames }, { ...options, offset: 3 });
    expect(readText(more)).not.toContain("Mars");
  });

  it("has room for the names that no document mentions beside quotes of any length", () => {
    const long = Array.from({ length: 3 }, (_, index) =>
      createQuote("Everything is said here. ".repeat(200), [], { document: `${index}.md` }),
    );
    const unknownNames = Array.from({ length: 9 }, (_, index) => `${index}${"*Name* ".repeat(40)}`);
    for (const locale of ["en", "vi"] as const) {
      const reply = renderAnswerReply({ ...answered, quotes: long, unknownNames }, { ...options, locale });
      expectValid(reply);
      expect(readText(reply).match(/^(?:No document|Không tài liệu nào) .*$/gm)).toHaveLength(3);
    }
  });

  it("says plainly that nothing was found, shows the nearest passages and what there is", () => {
    const sources = Array.from({ length: 9 }, (_, index) => source(index));
    const text = readText(renderAnswerReply(notFound, { ...options, sources }));
    expect(text).toContain("### The documents do not say this.");
    expect(text).toMatch(/nearest passages[\s\S]*Sentence 1[\s\S]*Sentence 2/);
    expect(text).toContain("The documents (9):");
    expect(text).toMatch(/Document 8[\s\S]*Document 3\n-# and 3 more/);
    expect(text).not.toContain("confidence");
  });

  it("says that there are no documents where there are none", () => {
    const empty = renderAnswerReply({ ...notFound, nearest: [] }, { ...options, sources: [] });
    expect(readText(empty)).toContain("There are no documents yet.");
  });

  it("says that documents are still being read, where that may be why nothing was found", () => {
    const show = (done: number, quotes: typeof notFound | typeof answered, sources = [source(1)]) =>
      readText(renderAnswerReply(quotes, { ...options, sources, reading: { done, total: 9 } }));
    expect(show(3, notFound)).toContain("still reading the documents (3 of 9)");
    expect(show(3, notFound)).not.toContain("The documents do not say this.");
    expect(show(0, { ...notFound, nearest: [] }, [])).not.toContain("There are no documents yet.");
    expect(show(9, notFound)).not.toContain("still reading");
    expect(show(3, answered)).not.toContain("still reading");
    const reading = { done: 0, total: 0 };
    const begun = renderAnswerReply(notFound, { ...options, sources: [source(1)], reading });
    expect(readText(begun)).toContain("just beginning to read");
    expect(readButtons(begun).map(({ label }) => label)).not.toContain("Helpful");
  });

  it("names what was searched where the person has chosen it", () => {
    const narrowed = { ...options, sources: [source(1)], isNarrowed: true };
    expect(readText(renderAnswerReply(notFound, narrowed))).toMatch(/Only this was searched;.*\n-# • /);
  });

  it("speaks the reader's language and quotes in the document's", () => {
    const text = readText(renderAnswerReply(answered, { ...options, locale: "vi" }));
    expect(text).toContain("Câu hỏi: what is said?");
    expect(text).toContain("> Sentence 1 is said here.");
  });

  it("has one Context button for a passage that is quoted twice", () => {
    const twice = { ...answered, quotes: [quotes[0]!, quotes[0]!] };
    expect(readButtons(renderAnswerReply(twice, options)).map(({ label }) => label)).toEqual([
      "Context 1",
      "Helpful",
      "Not helpful",
    ]);
  });
});

describe("a search", () => {
  const page = (offset: number, found = [...quotes, quotes[0]!]) =>
    renderSearchReply(found, { ...options, query: "said", offset });

  it("shows five passages, opens each, and turns the page", () => {
    const reply = page(5);
    expect(readText(reply)).toContain("Passages 6 to 10");
    expect(readOptions(reply).map(({ value }) => decodeCustomId(value))).toEqual(
      quotes.map(({ start, end, ...quote }) => ({
        action: "context",
        document: documentKey(quote),
        start,
        end,
      })),
    );
    expect(actions(reply)).toEqual([
      ["Previous", { action: "page", question: "1z", offset: 0 }],
      ["Next", { action: "page", question: "1z", offset: 10 }],
    ]);
  });

  it("does not turn over the ends", () => {
    expect(readButtons(page(0)).map(({ disabled }) => disabled)).toEqual([true, false]);
    expect(readButtons(page(5, quotes)).map(({ disabled }) => disabled)).toEqual([false, true]);
    expect(readButtons(page(0, quotes))).toEqual([]);
  });

  it("says where only the meaning has brought the passages", () => {
    const near = createQuote("Sentence 1 is said here.", ["said"]);
    expect(readText(page(0))).toContain("No passage has these words. These are nearest in meaning");
    expect(readText(page(0, [...quotes.slice(1), near]))).not.toContain("No passage has these words");
  });

  it("says that nothing fits", () => {
    expect(readText(page(0, []))).toContain("No passage fits.");
    expect(readText(page(5, []))).toContain("no further passages");
  });
});

describe("a passage in its place", () => {
  it("stands between what comes before and after it", () => {
    const reply = renderContextReply({ ...quotes[0]!, before: "Before *it*.\n", after: " After it." }, "en");
    expect(readText(reply)).toMatch(/-# Before \\\*it\\\*\.\n> Sentence 1 is said here\.\n-# After it\./);
    expect(readButtons(reply)).toEqual([]);
  });

  it("shows nothing of the mark of a heading that it begins with", () => {
    const reply = renderContextReply({ ...quotes[0]!, before: "Before it.\n\n## ", after: "" }, "en");
    expect(readText(reply)).toContain("-# Before it.\n> Sentence 1");
  });

  it("is read on page by page to its end, without a gap", () => {
    const text = Array.from({ length: 400 }, (_, index) => `This is sentence ${index}.`).join(" ");
    const whole = createQuote(text, ["sentence 399"]);
    let shown = "";
    let { start } = whole;
    for (let pages = 0; pages < 50; pages++) {
      const part = { ...whole, start, text: text.slice(start - whole.start), before: "", after: "" };
      const reply = renderContextReply(part, "en");
      expectValid(reply);
      shown += readText(reply);
      const next = readButtons(reply).map(({ customId }) => decodeCustomId(customId))[0];
      if (next?.action !== "context") break;
      expect(next.end).toBe(whole.end);
      start = next.start;
    }
    const read = [...shown.matchAll(/sentence (\d+)/g)].map(([, number]) => Number(number));
    expect(read).toEqual(Array.from({ length: 400 }, (_, index) => index));
  });

  it("shows of long surroundings what is nearest, with a mark", () => {
    const long = Array.from({ length: 60 }, (_, index) => `Here stands number ${index}.`).join(" ");
    const text = readText(renderContextReply({ ...quotes[0]!, before: long, after: long }, "en"));
    expect(text).toMatch(
      /-# \\\[…\\\] Here[^>]*number 59\.\n> Sentence 1[^\n]*\n-# Here stands number 0\.[^\n]*\. \\\[…\\\]$/,
    );
  });
});

describe("a wording that was looked for", () => {
  it("comes with its citation to copy", () => {
    const reply = renderQuoteReply({ exact: true, quotes: quotes.slice(0, 1) }, "en", "apa");
    expect(readText(reply)).toMatch(/say exactly this[\s\S]*APA 7[\s\S]*```\n“Sentence 1 is said here\.” \(/);
    expect(reply.files).toBeUndefined();
  });

  it("comes with a file where it stands at several places", () => {
    const reply = renderQuoteReply({ exact: false, quotes }, "en", "bibtex");
    expect(readText(reply)).toContain("do not say exactly this");
    expect(reply.files?.map(({ name }) => name)).toEqual(["quotes.bib"]);
    expect(String(reply.files?.[0]?.contents).match(/@misc/g)).toHaveLength(5);
  });

  it("is plainly nowhere, where it is nowhere", () => {
    const reply = renderQuoteReply({ exact: false, quotes: [] }, "vi");
    expect(readText(reply)).toContain("Tài liệu không có câu nào tương tự.");
    expect(readButtons(reply)).toEqual([]);
  });
});

describe("the list of documents", () => {
  const sources = Array.from({ length: 20 }, (_, index) => source(index));

  it("comes page by page and opens each", () => {
    const reply = renderSourcesReply(sources, "en", 8);
    expect(readText(reply)).toContain("9 to 16 of 20");
    expect(readText(reply)).toContain("**Document 8**\n-# 2018 · Vietnamese · 1 passage · 12,345 characters");
    expect(readOptions(reply)).toHaveLength(8);
    expect(decodeCustomId(readOptions(reply)[0]!.value)).toEqual({
      action: "outline",
      document: documentKey(source(8)),
      offset: 0,
    });
    expect(actions(reply)).toEqual([
      ["Previous", { action: "sources", offset: 0 }],
      ["Next", { action: "sources", offset: 16 }],
    ]);
  });

  it("opens a document's sections from one heading to the next", () => {
    const sections = Array.from({ length: 16 }, (_, index) => ({
      text: `Part ${index}`,
      start: index,
      end: index + 1,
    }));
    const reply = renderOutlineReply({ ...source(0), sections }, "en", 15);
    expect(readText(reply)).toContain("16\\. Part 15");
    expect(readOptions(reply).map(({ value }) => decodeCustomId(value))).toEqual([
      { action: "context", document: documentKey(source(0)), start: 15, end: source(0).length },
    ]);
    const [first] = readOptions(renderOutlineReply({ ...source(0), sections }, "en"));
    expect(decodeCustomId(first!.value)).toMatchObject({ start: 0, end: 1 });
    expect(readButtons(reply).map(({ label, disabled }) => [label, disabled])).toEqual([
      ["Previous", false],
      ["Next", true],
      ["All documents", false],
    ]);
  });

  it("counts no sections on a page that is gone since the document was replaced", () => {
    const sections = [{ text: "Part 0", start: 0, end: 1 }];
    const reply = renderOutlineReply({ ...source(0), sections }, "en", 15);
    expect(readText(reply)).toContain("Sections (1)");
    expect(readText(reply)).not.toContain("of 1");
    expect(readButtons(reply).map(({ label, disabled }) => [label, disabled])).toContainEqual([
      "Previous",
      false,
    ]);
  });

  it("says that there is nothing where there is nothing", () => {
    expect(readText(renderSourcesReply([], "en"))).toContain("There are no documents yet.");
    expect(readText(renderOutlineReply({ ...source(0), sections: [] }, "en"))).toContain("no headings");
  });
});

describe("what was added", () => {
  it("ends in how many files it has no room for, which may be added all the same", () => {
    const results = Array.from({ length: 60 }, (_, index) => ({
      name: `${index}.md`,
      outcome: "added" as const,
      source: { ...source(index), title: `Document ${index} ${"of the archive ".repeat(3)}` },
      namesake: null,
    }));
    const lines = readText(renderAdditionReply(results, "en")).split("\n");
    const shown = lines.filter((line) => line.startsWith("**Document ")).length;
    expect(lines[0]).toBe("### Added 60 of 60 files");
    expect(lines).toContain(`… and ${60 - shown} more files`);
  });
});

describe("when something goes wrong", () => {
  it("tells a person's own mistake with a hint for Discord, not for a terminal", () => {
    const text = readText(renderErrorReply(new UserError("document-unknown", { name: "x_y" }), "e1", "en"));
    expect(text).toContain('No document matches "x\\_y".');
    expect(text).toContain("/sources");
    expect(text).not.toMatch(/accord sources|e1/);
  });

  it("names no folder of the machine, but an id to quote", () => {
    const error = new UserError("disk-full", { path: "/srv/secret" });
    const text = readText(renderErrorReply(error, "e1", "en"));
    expect(text).toContain("quote this: e1");
    expect(text).not.toContain("/srv/secret");
  });

  it("keeps the words of a bug to the log", () => {
    const text = readText(renderErrorReply(new TypeError("x is undefined"), "e1", "vi"));
    expect(text).toContain("e1");
    expect(text).not.toContain("undefined");
  });

  it("says when it is worth coming back, in whole seconds", () => {
    expect(readText(renderBusyReply("user", 1_200, "en"))).toContain("in 2 s");
    expect(readText(renderBusyReply("queue", -5, "en"))).toContain("in 1 s");
  });
});

describe("the modal for a reason", () => {
  it.each(["en", "vi"] as const)("fits into Discord and leads back to its question (%s)", (locale) => {
    const modal = renderReasonModal("1z", locale);
    expect(decodeCustomId(modal.custom_id)).toEqual({ action: "reason", question: "1z" });
    expect(modal.title.length).toBeLessThanOrEqual(DISCORD_LIMITS.modal.title);
    expect(modal.components).toMatchObject([
      { label: textsOf(locale).feedback.label, component: { custom_id: REASON_FIELD, required: false } },
    ]);
  });
});
