import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openQuestionStore } from "../../src/discord/question-store.ts";
import { findProjectRoot } from "../../src/project-root.ts";
import type { OptionValues } from "./events.ts";
import type { LoopbackMessage } from "./messages.ts";
import type { By } from "./people.ts";
import {
  buttonsOf,
  choicesOf,
  isMenu,
  labelled,
  labelsOf,
  modalTextOf,
  quotesOf,
  replyOf,
  textOf,
} from "./read-reply.ts";
import { useBot } from "./use-bot.ts";

/** Enough documents for two pages of the list, and one with enough headings for two pages of its outline. */
async function writeCorpus(folder: string): Promise<Record<string, string>> {
  const corpus = join(folder, "corpus");
  await cp(join(findProjectRoot(), "corpus"), corpus, { recursive: true });
  await mkdir(join(corpus, "minutes"));
  for (let number = 1; number <= 5; number++) {
    const text = `---\ntitle: Minutes ${number}\ndate: "2023-01-0${number}"\n---\nRoom ${number} was booked.\n`;
    await writeFile(join(corpus, "minutes", `minutes-${number}.md`), text);
  }
  const sections = Array.from(
    { length: 20 },
    (_, index) => `## Part ${index + 1}\n\nPart ${index + 1} is about item ${index + 1} of the agenda.\n`,
  );
  await writeFile(join(corpus, "agenda.md"), `---\ntitle: Agenda\n---\n${sections.join("\n")}`);
  return { ACCORD_CORPUS: corpus };
}

const bot = useBot({ prepare: writeCorpus });
/** Five quotes: three, and More. */
const SMART = { question: "list the universities and their partners" };
const SPONSOR = { question: "what will Thang Long sponsor" };

async function use(name: string, values: OptionValues = {}, by: By = {}): Promise<LoopbackMessage> {
  return replyOf(await bot.discord.sendCommand(name, values, bot.newcomer(by)).answered());
}

async function press(message: LoopbackMessage, label: string, by?: By): Promise<LoopbackMessage> {
  return replyOf(await bot.discord.pressButton(message, labelled(label), by).answered());
}

/** Chooses the entry that begins with `label` in the menu of a message. */
async function choose(message: LoopbackMessage, label: string): Promise<LoopbackMessage> {
  const choice = choicesOf(message).find((each) => each.label.startsWith(label));
  return replyOf(await bot.discord.select(message, isMenu, [choice?.value ?? label]).answered());
}

function firstContext(message: LoopbackMessage): string {
  return labelsOf(message).find((label) => /^Context( 1)?$/.test(label)) ?? "Context";
}

/** The message with a button that the bot of today would not make. */
function withButton(message: LoopbackMessage, customId: string): LoopbackMessage {
  const button = { type: 2, style: 2, label: "Old", custom_id: customId };
  return { ...message, components: [{ type: 1, components: [button] }] };
}

function feedbackOn(question: string) {
  const store = openQuestionStore(join(bot.dataFolder, "questions.sqlite"));
  try {
    return store.exportFeedback().filter((feedback) => feedback.question === question);
  } finally {
    store.close();
  }
}

describe("Context", () => {
  it("shows a quote in its place to whoever presses it, in their language", async () => {
    const answer = await use("ask", SPONSOR);
    const reader = bot.newcomer({ locale: "vi" });
    const shown = await press(answer, firstContext(answer), reader);
    expect(shown.onlyFor).toBe(reader.user);
    expect(textOf(shown)).toContain("Vị trí trong tài liệu");
    expect(quotesOf(shown)).toContain("will sponsor in-depth learning materials");
    expect(textOf(shown)).toContain("will open up many opportunities for joint research");
    expect(textOf(answer)).toContain("Question: what will Thang Long sponsor");
  });

  it("is there for each quote", async () => {
    const answer = await use("ask", SMART);
    for (const label of ["Context 1", "Context 2", "Context 3"]) {
      expect(textOf(await press(answer, label)), label).toContain("Where it stands");
    }
  });

  it("is read on to the end where it does not fit", async () => {
    const outline = await use("sources", { document: "ICHEI" });
    let page = await choose(outline, "1 · ICHEI visited");
    const read = [quotesOf(page)];
    while (labelsOf(page).includes("Read on")) {
      page = await press(page, "Read on");
      expect(read).not.toContain(quotesOf(page));
      read.push(quotesOf(page));
    }
    expect(read.length).toBeGreaterThan(2);
    const all = read.join("\n");
    expect(all).toContain("From April 21st to 23rd, 2024, a delegation");
    expect(all).toContain("the UNESCO-ICHEI delegation visited Hanoi");
    expect(all).toContain("promote the digital transformation of higher education in the region.");
  });
});

describe("More", () => {
  it("shows the further quotes to whoever presses it, and goes on to the last", async () => {
    const answer = await use("ask", SMART);
    const reader = bot.newcomer();
    let page = await press(answer, "More", reader);
    expect(page.onlyFor).toBe(reader.user);
    expect(textOf(page)).toContain("Further quotes");
    expect(textOf(page)).toMatch(/-# 4 · /);
    expect(labelsOf(page)).toContain("Context 4");
    expect(labelsOf(page)).not.toContain("Helpful");
    const seen = [quotesOf(answer), quotesOf(page)];
    while (labelsOf(page).includes("More")) {
      page = await press(page, "More");
      expect(seen).not.toContain(quotesOf(page));
      seen.push(quotesOf(page));
    }
    expect(quotesOf(answer)).not.toContain(quotesOf(page));
  });
});

describe("Share", () => {
  it("puts a private answer into the channel, with the name of who shares it", async () => {
    const answer = await use("ask", { ...SPONSOR, private: true }, { locale: "vi" });
    const shared = await press(answer, "Chia sẻ", { locale: "vi" });
    expect(shared).not.toBe(answer);
    expect(shared.onlyFor).toBeNull();
    expect(textOf(shared)).toContain("newcomer chia sẻ");
    expect(quotesOf(shared)).toBe(quotesOf(answer));
    expect(labelsOf(shared)).toEqual(labelsOf(answer).filter((label) => label !== "Chia sẻ"));
  });

  it("is switched off when it has done its work, also after a restart", async () => {
    const answer = await use("ask", { ...SPONSOR, private: true });
    await bot.restart();
    const isOff = () => JSON.stringify(answer.components).includes('"disabled":true');
    expect(isOff()).toBe(false);
    await press(answer, "Share");
    await bot.discord.until(isOff, "the button to be switched off");
    const controls = JSON.stringify(answer.components).match(/\{[^{}]*"custom_id"[^{}]*\}/g) ?? [];
    const off = controls.filter((control) => control.includes('"disabled":true'));
    expect(off).toHaveLength(1);
    expect(off[0]).toContain('"label":"Share"');
    expect(quotesOf(answer)).toContain("will sponsor in-depth learning materials");
  });

  it("shares what More showed", async () => {
    const answer = await use("ask", { ...SMART, private: true });
    const further = await press(answer, "More");
    const shared = await press(further, "Share");
    expect(shared.onlyFor).toBeNull();
    expect(quotesOf(shared)).toBe(quotesOf(further));
  });

  it("is only for who asked", async () => {
    const { customId } = buttonsOf(await use("ask", { ...SPONSOR, private: true })).find(
      ({ label }) => label === "Share",
    )!;
    const open = withButton(await use("ask", SPONSOR), customId);
    for (const [locale, told] of [
      ["en-US", "Only the person who asked can do that."],
      ["vi", "Chỉ người hỏi mới làm được việc này."],
    ] as const) {
      const other = bot.newcomer({ locale });
      const refused = await press(open, "Old", other);
      expect(refused.onlyFor).toBe(other.user);
      expect(textOf(refused)).toBe(told);
    }
  });
});

describe("a verdict", () => {
  it("is noted with thanks, for each person one", async () => {
    const question = "who signs the agreement with Thang Long";
    const answer = await use("ask", { question });
    const [first, second] = [bot.newcomer({ locale: "vi" }), bot.newcomer()];
    const thanked = await press(answer, "Helpful", first);
    expect(thanked.onlyFor).toBe(first.user);
    expect(textOf(thanked)).toBe("Cảm ơn, đã ghi nhận.");
    expect(textOf(await press(answer, "Helpful", first))).toBe("Cảm ơn, đã ghi nhận.");
    expect(textOf(await press(answer, "Helpful", second))).toBe("Thank you, noted.");
    expect(feedbackOn(question)).toMatchObject([
      { verdict: "helpful", userId: first.user.id, reason: null, locale: "en" },
      { verdict: "helpful", userId: second.user.id },
    ]);
  });

  it.each([
    [
      "en-US",
      "Not helpful",
      "What was wrong?",
      "Thank you. Your reason helps whoever looks after the documents.",
    ],
    [
      "vi",
      "Chưa hữu ích",
      "Điều gì chưa đúng?",
      "Cảm ơn. Lý do của bạn giúp ích cho người phụ trách tài liệu.",
    ],
  ])("is asked for its reason where an answer did not help: %s", async (locale, label, title, thanks) => {
    const question = `when is the hospital conference, asks ${locale}`;
    const answer = await use("ask", { question }, { locale });
    const opened = await bot.discord.pressButton(answer, labelled(label), { locale }).answered();
    expect(modalTextOf(opened)).toContain(title);
    expect(feedbackOn(question)).toMatchObject([{ verdict: "unhelpful", reason: null }]);
    const sent = await bot.discord.submitModal(opened, { reason: " The year, <@1> & **all**. " }).answered();
    expect(replyOf(sent).onlyFor).toBe(opened.user);
    expect(textOf(sent)).toBe(thanks);
    expect(feedbackOn(question)).toMatchObject([
      { verdict: "unhelpful", reason: "The year, <@1> & **all**." },
    ]);
  });

  it("needs no reason, and may change", async () => {
    const question = "what did IOM propose";
    const answer = await use("ask", { question });
    const opened = await bot.discord.pressButton(answer, labelled("Not helpful")).answered();
    const sent = await bot.discord.submitModal(opened, {}).answered();
    expect(textOf(sent)).toBe("Thank you, noted.");
    await press(answer, "Helpful");
    expect(feedbackOn(question)).toMatchObject([{ verdict: "helpful" }]);
  });
});

describe("pages", () => {
  it("of a search turn forth and back, in the language of who searched", async () => {
    const found = await use("search", { query: "cooperation" }, { locale: "vi" });
    const first = quotesOf(found);
    expect(buttonsOf(found)).toMatchObject([
      { label: "Trước", disabled: true },
      { label: "Sau", disabled: false },
    ]);
    await press(found, "Sau", bot.newcomer());
    expect(textOf(found)).toContain("Đoạn 6–10");
    expect(quotesOf(found)).not.toBe(first);
    await press(found, "Trước");
    expect(quotesOf(found)).toBe(first);
  });

  it("of a search end with the last passage", async () => {
    const found = await use("search", { query: "item of the agenda", document: "Agenda" });
    for (let pages = 0; labelsOf(found).includes("Next") && pages < 10; pages++) await press(found, "Next");
    expect(labelsOf(found)).toEqual(["Previous"]);
    expect(choicesOf(found).length).toBeGreaterThan(0);
  });

  it("of the documents turn, and a document opens in place of the list", async () => {
    const listed = await use("sources");
    expect(textOf(listed)).toContain("1 to 8 of 11");
    await press(listed, "Next");
    expect(textOf(listed)).toContain("9 to 11 of 11");
    expect(choicesOf(listed)).toHaveLength(3);
    await press(listed, "Previous");
    expect(choicesOf(listed)).toHaveLength(8);

    const title = choicesOf(listed)[2]!.label;
    const opened = await choose(listed, title);
    expect(opened).toBe(listed);
    expect(textOf(opened)).toContain(`### ${title}`);
    await press(opened, "All documents");
    expect(textOf(listed)).toContain("1 to 8 of 11");
  });

  it("of an outline turn, and a section opens below", async () => {
    const outline = await use("sources", { document: "Agenda" });
    expect(textOf(outline)).toContain("1 to 15 of 20");
    await press(outline, "Next");
    expect(textOf(outline)).toContain("16 to 20 of 20");
    const section = await choose(outline, "17 · Part 17");
    expect(section).not.toBe(outline);
    expect(section.onlyFor).toBe(outline.onlyFor);
    expect(quotesOf(section)).toContain("Part 17 is about item 17 of the agenda.");
    await press(outline, "Previous");
    expect(textOf(outline)).toContain("1 to 15 of 20");
  });
});

describe("after a restart", () => {
  it("every button and menu still works", async () => {
    const answer = await use("ask", SMART);
    const hidden = await use("ask", { ...SPONSOR, private: true });
    const search = await use("search", { query: "cooperation" });
    const sources = await use("sources");
    const outline = await use("sources", { document: "Agenda" });
    const long = await choose(await use("sources", { document: "ICHEI" }), "1 · ICHEI visited");
    const quote = await use("quote", { text: "will sponsor in-depth learning materials" });
    const modal = await bot.discord.pressButton(answer, labelled("Not helpful")).answered();

    await bot.restart();

    expect(textOf(await press(answer, "Context 2"))).toContain("Where it stands");
    expect(textOf(await press(answer, "More"))).toContain("Further quotes");
    expect(textOf(await press(answer, "Helpful"))).toBe("Thank you, noted.");
    const reason = await bot.discord.submitModal(modal, { reason: "asked before the restart" }).answered();
    expect(textOf(reason)).toContain("Your reason helps");
    expect(feedbackOn(SMART.question)).toMatchObject([{ reason: "asked before the restart" }]);
    expect(quotesOf(await press(hidden, "Share"))).toBe(quotesOf(hidden));
    expect(textOf(await press(search, "Next"))).toContain("Passages 6 to 10");
    expect(textOf(await choose(search, "6"))).toContain("Where it stands");
    expect(textOf(await press(sources, "Next"))).toContain("9 to 11 of 11");
    expect(textOf(await choose(sources, choicesOf(sources)[0]!.label))).toContain("###");
    expect(textOf(await press(outline, "Next"))).toContain("16 to 20 of 20");
    expect(quotesOf(await press(long, "Read on"))).not.toBe(quotesOf(long));
    expect(quotesOf(await press(quote, "Context"))).toContain("will sponsor in-depth learning materials");
  });
});

describe("a button that is out of date", () => {
  const FORGOTTEN = "I no longer remember this question";

  it.each([
    ["of another version", "a0:more:1:3"],
    ["of a later version", "b2:context:1"],
    ["of another bot", "confirm"],
    ["of an unknown action", "a1:dance"],
    ["with a broken number", "a1:more:1:-3"],
    ["of a forgotten question: more", "a1:more:zzzz:3"],
    ["of a forgotten question: share", "a1:share:zzzz:0"],
    ["of a forgotten question: page", "a1:page:zzzz:5"],
    ["of a forgotten question: helpful", "a1:helpful:zzzz"],
    ["of a forgotten question: unhelpful", "a1:unhelpful:zzzz"],
  ])("says so to its presser alone: %s", async (_what, customId) => {
    const answer = await use("ask", SPONSOR);
    const by = bot.newcomer();
    const told = await press(withButton(answer, customId), "Old", by);
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toContain(FORGOTTEN);
    const vietnamese = await press(withButton(answer, customId), "Old", bot.newcomer({ locale: "vi" }));
    expect(textOf(vietnamese)).toContain("Tôi không còn nhớ câu hỏi này");
  });

  it.each([
    ["a document that is gone", "a1:context:0123456789abcdef:0:10"],
    ["a document that is gone, as an outline", "a1:outline:0123456789abcdef:0"],
  ])("says so: %s", async (_what, customId) => {
    const told = await press(withButton(await use("ask", SPONSOR), customId), "Old", bot.newcomer());
    expect(textOf(told)).toContain("the document has changed");
  });

  it("says so where the document became shorter than the place", async () => {
    const answer = await use("ask", SPONSOR);
    const [context] = buttonsOf(answer);
    const customId = context!.customId.replace(/:[^:]+:[^:]+$/, ":zzzz:zzzzz");
    const told = await press(withButton(answer, customId), "Old", bot.newcomer());
    expect(textOf(told)).toContain("the document has changed");
  });
});
