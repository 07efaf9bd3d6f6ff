import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { chooseLanguage, textsOf } from "../../src/reply/texts.ts";
import { asObject, asObjects, type Json } from "./check/problem.ts";
import type { OptionValues } from "./events.ts";
import type { Exchange } from "./exchanges.ts";
import type { By } from "./people.ts";
import { choicesOf, isMenu, labelled, labelsOf, quotesOf, replyOf, textOf } from "./read-reply.ts";
import { useBot } from "./use-bot.ts";

const bot = useBot();
const SPONSOR = { question: "what will Thang Long sponsor" };
const SMART = "How many Smart Classrooms will be built in Viet Nam?";
const ICHEI = "2024-04-23-unesco-ichei-visits-viet-nam.md";

/** Uses a command as somebody who has not asked anything yet. */
function use(name: string, values: OptionValues = {}, by: By = {}): Promise<Exchange> {
  return bot.discord.sendCommand(name, values, bot.newcomer(by)).answered();
}

function isPrivate(exchange: Exchange): boolean {
  return replyOf(exchange).onlyFor === exchange.user;
}

describe("registered commands", () => {
  it("are those of the commands folder, with names and descriptions in Vietnamese", () => {
    const registered = bot.discord.commands();
    expect(registered.map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));
    const check = (part: Json) => {
      expect(asObject(part.name_localizations), String(part.name)).toHaveProperty("vi");
      // An entry of a menu has no description.
      if (part.type !== 3 || part.description !== "")
        expect(asObject(part.description_localizations), String(part.name)).toHaveProperty("vi");
    };
    for (const command of registered) {
      check(command);
      for (const option of asObjects(command.options)) check(option);
    }
  });

  it.each(["channel", "thread", "direct", "group", "elsewhere"] as const)(
    "work in a place: %s",
    async (name) => {
      const place = bot.discord.world.places[name];
      const asked = await use("ask", SPONSOR, { place });
      expect(replyOf(asked).place).toBe(place);
      expect(quotesOf(asked)).toContain("will sponsor in-depth learning materials");
      const listed = await use("sources", {}, { place, locale: "vi" });
      expect(replyOf(listed).place).toBe(place);
      expect(textOf(listed)).toContain("Tài liệu (5)");
    },
  );
});

/** What the bot says in each language; quotes stay in the language of their documents. */
const LANGUAGES = [
  {
    locale: "en-US",
    question: "Question: ",
    verbatim: "Quoted word for word",
    date: "23 April 2024",
    notFound: "The documents do not say this.",
    smallTalk: "I answer questions about your documents in their own words",
    covers: "The documents (5):",
    search: "Search: cooperation",
    pages: ["Passages 1 to 5", "Passages 6 to 10"],
    nothing: "No passage fits.",
    inPlace: "Where it stands",
    exact: "The documents say exactly this:",
    near: "The documents do not say exactly this.",
    none: "The documents say nothing like this.",
    file: "are in the file.",
    sources: "Documents (5)",
    size: "English · 17 passages",
    sections: "Sections (4)",
    status: ["Documents: 5 · passages: 68", "Model: accord-static-en-vi", "Running for 0 d"],
    help: "Accord answers from your documents, word for word",
    wrong: "That did not work.",
    unknown: "No document matches",
    ambiguous: "Several documents match",
    empty: "The question holds no words.",
    busy: "You are asking faster than I can read. Please try again in",
    buttons: {
      context: "Context",
      more: "More",
      share: "Share",
      helpful: "Helpful",
      unhelpful: "Not helpful",
      previous: "Previous",
      next: "Next",
      list: "All documents",
    },
  },
  {
    locale: "vi",
    question: "Câu hỏi: ",
    verbatim: "Trích nguyên văn",
    date: "23/4/2024",
    notFound: "Tài liệu không nói về điều này.",
    smallTalk: "Tôi trả lời câu hỏi về tài liệu của bạn bằng trích dẫn nguyên văn",
    covers: "Các tài liệu hiện có (5):",
    search: "Tìm kiếm: cooperation",
    pages: ["Đoạn 1–5", "Đoạn 6–10"],
    nothing: "Không có đoạn nào phù hợp.",
    inPlace: "Vị trí trong tài liệu",
    exact: "Tài liệu viết đúng như vậy:",
    near: "Tài liệu không viết đúng như vậy.",
    none: "Tài liệu không có câu nào tương tự.",
    file: "nằm trong tệp.",
    sources: "Tài liệu (5)",
    size: "tiếng Anh · 17 đoạn",
    sections: "Các mục (4)",
    status: ["Tài liệu: 5 · đoạn: 68", "Mô hình: accord-static-en-vi", "Đã chạy 0 ngày"],
    help: "Accord trả lời từ tài liệu của bạn, đúng từng chữ",
    wrong: "Chưa thực hiện được.",
    unknown: "Không có tài liệu nào khớp với",
    ambiguous: "Nhiều tài liệu khớp với",
    empty: "Câu hỏi không có từ nào.",
    busy: "Bạn hỏi nhanh quá, tôi chưa đọc kịp. Vui lòng thử lại sau",
    buttons: {
      context: "Ngữ cảnh",
      more: "Xem thêm",
      share: "Chia sẻ",
      helpful: "Hữu ích",
      unhelpful: "Chưa hữu ích",
      previous: "Trước",
      next: "Sau",
      list: "Tất cả tài liệu",
    },
  },
] as const;

describe.each(LANGUAGES)("to somebody whose Discord is in $locale", (says) => {
  const { locale, buttons } = says;

  describe("/ask", () => {
    it("quotes the sentence that answers, with its source", async () => {
      const asked = await use("ask", SPONSOR, { locale });
      const text = textOf(asked);
      expect(isPrivate(asked)).toBe(false);
      expect(text).toContain(`${says.question}what will Thang Long sponsor`);
      expect(quotesOf(asked)).toContain("will sponsor in-depth learning materials");
      expect(text).toContain(
        "**USSH and the Thang Long Institute: working session and cooperation agreement**",
      );
      expect(text).toContain(says.verbatim);
      expect(labelsOf(asked)).toEqual([buttons.context, buttons.helpful, buttons.unhelpful]);
    });

    it("answers a question in the other language from the same documents", async () => {
      const asked = await use("ask", { question: "Viện Thăng Long sẽ tài trợ những gì" }, { locale });
      expect(quotesOf(asked)).toContain("will sponsor in-depth learning materials");
      expect(textOf(asked)).toContain(says.verbatim);
    });

    it("shows a private answer to its asker alone, and offers to share it", async () => {
      const asked = await use("ask", { ...SPONSOR, private: true }, { locale });
      expect(isPrivate(asked)).toBe(true);
      expect(labelsOf(asked)).toContain(buttons.share);
      const open = await use("ask", { ...SPONSOR, private: false }, { locale });
      expect(isPrivate(open)).toBe(false);
      expect(labelsOf(open)).not.toContain(buttons.share);
    });

    it("stays within the document that was chosen", async () => {
      const asked = await use("ask", { question: "smart classrooms", document: ICHEI }, { locale });
      expect(quotesOf(asked)).toContain("Smart Classrooms");
      expect(textOf(asked)).toContain(says.date);
      const elsewhere = { question: "smart classrooms", document: "undated-ussh-thang-long-institute.md" };
      expect(quotesOf(await use("ask", elsewhere, { locale }))).not.toContain("Smart Classrooms");
    });

    it.each(["thank you", "cảm ơn", "hello", "help", "bạn là ai"])(
      "has a word for small talk, for its speaker alone, and quotes nothing: %s",
      async (question) => {
        const asked = await use("ask", { question, private: false }, { locale });
        expect(isPrivate(asked)).toBe(true);
        expect(textOf(asked)).toContain(says.smallTalk);
        expect(quotesOf(asked)).toBe("");
        expect(labelsOf(asked)).toEqual([]);
      },
    );

    it("says that the documents do not say it, and what they are about", async () => {
      const asked = await use("ask", { question: SMART }, { locale });
      const text = textOf(asked);
      expect(text).toContain(says.notFound);
      expect(text).toContain(says.covers);
      expect(text).toContain("DVET meets UNESCO and IOM");
      expect(text).not.toContain(says.verbatim);
    });
  });

  describe("/search", () => {
    it("lists five passages a page, turns pages, and opens one in its place", async () => {
      const by = bot.newcomer({ locale });
      const found = await bot.discord.sendCommand("search", { query: "cooperation" }, by).answered();
      const message = replyOf(found);
      expect(textOf(message)).toContain(says.search);
      expect(textOf(message)).toContain(says.pages[0]);
      expect(choicesOf(message)).toHaveLength(5);
      expect(labelsOf(message)).toEqual([buttons.next]);

      const opened = await bot.discord.select(message, isMenu, [choicesOf(message)[1]!.value], by).answered();
      expect(isPrivate(opened)).toBe(true);
      expect(textOf(opened)).toContain(says.inPlace);
      expect(textOf(opened)).toContain("USSH and the Thang Long Institute");

      await bot.discord.pressButton(message, labelled(buttons.next), by).answered();
      expect(textOf(message)).toContain(says.pages[1]);
      expect(labelsOf(message)).toEqual([buttons.previous, buttons.next]);
      await bot.discord.pressButton(message, labelled(buttons.previous), by).answered();
      expect(textOf(message)).toContain(says.pages[0]);
    });

    it("keeps to dates and to a document", async () => {
      const titlesOf = (exchange: Exchange) =>
        new Set(choicesOf(exchange).map(({ label }) => label.replace(/^\d+ · /, "")));
      const query = "cooperation";
      const in2024 = await use("search", { query, after: "2024", before: "2024-12-31" }, { locale });
      expect(titlesOf(in2024)).toEqual(new Set(["UNESCO-ICHEI visits Viet Nam"]));
      const until2022 = await use("search", { query, before: "2022" }, { locale });
      expect(titlesOf(until2022)).toEqual(new Set(["DVET meets UNESCO and IOM"]));
      const inOne = await use("search", { query, document: "Quang Ninh" }, { locale });
      expect(titlesOf(inOne)).toEqual(
        new Set(["Quang Ninh: international integration in education and training"]),
      );
      const never = await use("search", { query, after: "2030" }, { locale });
      expect(textOf(never)).toContain(says.nothing);
      // Two of the five documents say no date.
      expect(textOf(never)).toMatch(/-# 2 (?:documents|tài liệu)/);
      expect(textOf(inOne)).not.toMatch(/-# 2 (?:documents|tài liệu)/);
    });
  });

  describe("/quote", () => {
    it.each([
      ["plain", "social work and mental health.”\n— USSH and the Thang Long Institute:"],
      ["markdown", "social work and mental health.\n>\n> — *USSH and the Thang Long Institute:"],
      ["apa", "agreement. (n.d.)."],
      ["bibtex", "@misc{usshandthend,"],
    ])("writes the citation to copy: %s", async (style, expected) => {
      const wording = { text: "will sponsor in-depth learning materials", style };
      const found = await use("quote", wording, { locale });
      expect(textOf(found)).toContain(says.exact);
      expect(textOf(found)).toContain(expected);
      expect(labelsOf(found)).toEqual([buttons.context]);
    });

    it("shows the whole sentence, the wording emphasised in it", async () => {
      const found = await use("quote", { text: "will sponsor in-depth learning materials" }, { locale });
      expect(quotesOf(found)).toMatch(
        /^Accordingly, the Thang Long Institute .*social work and mental health\.$/,
      );
      expect(textOf(found)).toContain(" **will sponsor in-depth learning materials**, update");
    });

    it.each([
      ["plain", "quotes.md", "— UNESCO-ICHEI visits Viet Nam, UNESCO-ICHEI, 23 April 2024"],
      ["bibtex", "quotes.bib", "@misc{unescoichei2024,"],
    ])("puts several citations into a file: %s", async (style, file, expected) => {
      const found = await use("quote", { text: "Smart Classrooms", style }, { locale });
      expect(textOf(found)).toContain(says.file);
      expect(replyOf(found).files).toMatchObject([{ name: file }]);
      expect(replyOf(found).files[0]?.text).toContain(expected);
    });

    it("finds the nearest wording, in the document that was chosen, or nothing", async () => {
      const near = await use(
        "quote",
        { text: "sponsor in-depth learning material and update training programmes" },
        { locale },
      );
      expect(textOf(near)).toContain(says.near);
      expect(quotesOf(near)).toContain("sponsor in-depth learning materials");
      const elsewhere = { text: "will sponsor in-depth learning materials", document: ICHEI };
      expect(textOf(await use("quote", elsewhere, { locale }))).toContain(says.none);
      const never = await use("quote", { text: "purple elephants dance at midnight" }, { locale });
      expect(textOf(never)).toContain(says.none);
    });
  });

  it("/sources lists the documents, and shows one with its sections", async () => {
    const listed = await use("sources", {}, { locale });
    expect(isPrivate(listed)).toBe(true);
    expect(textOf(listed)).toContain(says.sources);
    expect(textOf(listed)).toContain(`${says.date} · ${says.size}`);
    expect(choicesOf(listed)).toHaveLength(5);
    const one = await use("sources", { document: ICHEI }, { locale });
    expect(isPrivate(one)).toBe(true);
    expect(textOf(one)).toContain(says.sections);
    expect(textOf(one)).toContain("3\\. About Hanoi University of Science and Technology (HUST):");
    expect(choicesOf(one)).toHaveLength(4);
    expect(labelsOf(one)).toEqual([buttons.list]);
  });

  it("/status and /help tell their reader alone", async () => {
    const status = await use("status", {}, { locale });
    expect(isPrivate(status)).toBe(true);
    for (const part of says.status) expect(textOf(status)).toContain(part);
    const help = await use("help", {}, { locale });
    expect(isPrivate(help)).toBe(true);
    expect(textOf(help)).toContain(says.help);
  });

  it("Find sources takes a teammate's message as the question, for the finder alone", async () => {
    const teammate = bot.discord.world.makePerson("teammate");
    const message = bot.discord.say("I heard Thang Long will sponsor something. What?", { user: teammate });
    const found = await bot.discord.contextMenu("Find sources", message, bot.newcomer({ locale })).answered();
    expect(isPrivate(found)).toBe(true);
    expect(quotesOf(found)).toContain("will sponsor in-depth learning materials");
    expect(textOf(found)).toContain(says.verbatim);
    expect(labelsOf(found)).toContain(buttons.share);
  });

  describe("tells mistakes kindly:", () => {
    it.each<[string, string, OptionValues, string]>([
      ["no words", "ask", { question: " \u200b " }, says.empty],
      ["an unknown document", "ask", { question: "who", document: "no such thing" }, says.unknown],
      ["an unknown document", "quote", { text: "who", document: "no such thing" }, says.unknown],
      ["an ambiguous document", "sources", { document: "un" }, says.ambiguous],
      ["a bad date", "search", { query: "who", after: "yesterday" }, "yesterday"],
      ["a day that is none", "search", { query: "who", before: "2024-02-31" }, "2024-02-31"],
      [
        "6,000 characters as a document",
        "search",
        { query: "who", document: "x".repeat(6_000) },
        says.unknown,
      ],
      ["6,000 characters as a date", "search", { query: "who", after: "9".repeat(6_000) }, "9999"],
    ])("%s (/%s)", async (_mistake, name, values, expected) => {
      const failed = await use(name, values, { locale });
      expect(isPrivate(failed)).toBe(true);
      expect(textOf(failed)).toContain(says.wrong);
      expect(textOf(failed)).toContain(expected);
    });

    it("a message without words for Find sources", async () => {
      const picture = bot.discord.say("", { user: bot.discord.world.makePerson("teammate") });
      const found = await bot.discord
        .contextMenu("Find sources", picture, bot.newcomer({ locale }))
        .answered();
      expect(textOf(found)).toContain(textsOf(chooseLanguage(locale)).noText);
    });
  });

  it("asks somebody who asks without a pause to wait, and nobody else", async () => {
    const by = bot.newcomer({ locale });
    const asked = await Promise.all(
      Array.from({ length: 11 }, () => bot.discord.sendCommand("status", {}, by).answered()),
    );
    expect(asked.filter((exchange) => textOf(exchange).includes(says.busy))).toHaveLength(1);
    expect(textOf(await use("status", {}, { locale }))).not.toContain(says.busy);
  });

  it("takes the longest question that Discord lets anybody write", async () => {
    const asked = await use(
      "ask",
      { question: `Thang Long sponsor ${"and more ".repeat(240)}`.slice(0, 2_000) },
      { locale },
    );
    expect(textOf(asked)).toContain(says.question);
  });
});

describe("autocomplete", () => {
  const complete = async (name: string, typed: string) => {
    const { choices } = await bot.discord
      .autocomplete(name, "document", typed, {}, bot.newcomer())
      .answered();
    return choices;
  };

  it.each(["ask", "search", "quote", "sources"])("offers documents by title or path: /%s", async (name) => {
    expect(await complete(name, "ichei")).toEqual([{ name: "UNESCO-ICHEI visits Viet Nam", value: ICHEI }]);
    expect(await complete(name, "2025-quang")).toMatchObject([
      { name: expect.stringMatching(/^Quang Ninh/) },
    ]);
    expect(await complete(name, "")).toHaveLength(5);
    expect(await complete(name, "no such thing")).toEqual([]);
  });

  it("reads over case and diacritics", async () => {
    expect(await complete("ask", "VIỆT nam")).toMatchObject([{ value: ICHEI }]);
  });

  it("offers values that the command takes", async () => {
    const choices = (await complete("sources", "")) ?? [];
    for (const { name, value } of choices) {
      expect(textOf(await use("sources", { document: String(value) }))).toContain(String(name));
    }
  });
});
