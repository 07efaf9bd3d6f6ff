import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDocument, type Source, UserError } from "../../../index/index.ts";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { createTitleList } from "../../../src/discord/title-list.ts";
import { anyText } from "../reply/arbitraries.ts";

const SHARED = { scopes: ["shared"] };
const { choices: MOST, choiceName, choiceValue } = DISCORD_LIMITS.autocomplete;

function describeSource(title: string, document: string): Source {
  return {
    scope: "shared",
    document,
    title,
    date: null,
    dateRule: null,
    format: "markdown",
    pages: 0,
    url: null,
    publisher: null,
    language: "en",
    length: 1,
    passages: 1,
  };
}

/** A list of documents, given by title and path. */
async function listOf(...documents: readonly (readonly [title: string, path: string])[]) {
  const list = createTitleList({ sources: async () => documents.map((each) => describeSource(...each)) });
  await list.refresh();
  return { match: (typed: string) => list.match(typed, SHARED) };
}

const namesOf = (choices: readonly { readonly name: string }[]) => choices.map(({ name }) => name);

describe("the choices of documents", () => {
  it("are those whose title or path holds what was typed", async () => {
    const list = await listOf(["A visit", "2024-visit.md"], ["An agreement", "hanoi.md"], ["Other", "o.md"]);
    expect(list.match("visit")).toEqual([{ name: "A visit", value: "2024-visit.md" }]);
    expect(namesOf(list.match("hanoi"))).toEqual(["An agreement"]);
    expect(list.match("nothing like it")).toEqual([]);
  });

  it.each(["dai hoc", "ĐẠI HỌC", " Đại học ", "Đại học".normalize("NFD"), "d\u0323ai ho\u0323c"])(
    "are found without diacritics and capitals, however they are typed: %j",
    async (typed) => {
      const list = await listOf(["Đại học Quốc gia", "a.md"], ["Viện", "b.md"]);
      expect(namesOf(list.match(typed))).toEqual(["Đại học Quốc gia"]);
    },
  );

  it("stand first where the title begins with what was typed, then where a word of it does, then the others", async () => {
    const list = await listOf(
      ["Other", "part.md"],
      ["Counterpart", "a.md"],
      ["The partner", "b.md"],
      ["Partners", "c.md"],
      ["Party", "d.md"],
    );
    expect(namesOf(list.match("part"))).toEqual(["Partners", "Party", "The partner", "Counterpart", "Other"]);
  });

  it("are at most as many as Discord shows, the first ones where nothing is typed", async () => {
    const list = await listOf(...Array.from({ length: 40 }, (_, n) => [`Title ${n}`, `${n}.md`] as const));
    expect(namesOf(list.match(""))).toEqual(Array.from({ length: MOST }, (_, n) => `Title ${n}`));
    expect(list.match("title")).toHaveLength(MOST);
    expect(namesOf(list.match("Title 39"))).toEqual(["Title 39"]);
  });

  it("stand first though many others hold the words as well", async () => {
    const others = Array.from({ length: 40 }, (_, n) => [`The hall ${n}`, `${n}.md`] as const);
    const list = await listOf(...others, ["Hall of fame", "z.md"]);
    expect(list.match("hall")[0]).toEqual({ name: "Hall of fame", value: "z.md" });
  });

  it("are none before the documents were read, and new ones after they were read again", async () => {
    const documents: Source[] = [];
    const list = createTitleList({ sources: async () => documents });
    expect(list.match("", SHARED)).toEqual([]);
    documents.push(describeSource("New", "new.md"));
    expect(list.match("", SHARED)).toEqual([]);
    await list.refresh();
    expect(namesOf(list.match("", SHARED))).toEqual(["New"]);
  });

  it("keep what they have where the documents cannot be read", async () => {
    const answers = [
      async () => [describeSource("Old", "old.md")],
      () => Promise.reject(new UserError("engine-stopped")),
    ];
    const list = createTitleList({ sources: () => answers.shift()!() });
    await list.refresh();
    await expect(list.refresh()).rejects.toThrow(UserError);
    expect(namesOf(list.match("", SHARED))).toEqual(["Old"]);
  });

  it("show long titles up to a whole character", async () => {
    const list = await listOf([`${"x".repeat(98)}👩‍🎓 and more`, "a.md"]);
    expect(namesOf(list.match(""))).toEqual([`${"x".repeat(98)}…`]);
  });

  it("can be told apart where titles are the same", async () => {
    const list = await listOf(
      ["Minutes", "2024/minutes.md"],
      ["Minutes", "2025/minutes.md"],
      ["Other", "o.md"],
    );
    expect(namesOf(list.match(""))).toEqual([
      "Minutes · 2024/minutes.md",
      "Minutes · 2025/minutes.md",
      "Other",
    ]);
    const long = "A very long title ".repeat(10);
    const both = await listOf([long, `${"a".repeat(70)}.md`], [long, `${"b".repeat(70)}.md`]);
    const names = namesOf(both.match(""));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(choiceName);
  });

  it("name a document by its path, or by a part of it that no other has where that is too long", async () => {
    const folder = "a-folder-with-a-long-name/".repeat(5);
    const list = await listOf(
      ["One", `${folder}one.md`],
      ["Two", `${folder}two.md`],
      ["Three", `${"b".repeat(99)}😀.md`],
      ["Four", "four.md"],
    );
    const values = list.match("").map(({ value }) => value);
    expect(values[0]).toBe(`${folder}one.md`.slice(-choiceValue));
    expect(values[1]).toBe(`${folder}two.md`.slice(-choiceValue));
    expect(values[2]).toBe("b".repeat(99));
    expect(values[3]).toBe("four.md");
  });

  it("name a document by its title where its path alone names several", async () => {
    const [start, end] = ["s".repeat(100), "e".repeat(100)];
    const list = await listOf(["First", `${start}1${end}`], ["Second", `${start}2${end}`]);
    expect(list.match("").map(({ value }) => value)).toEqual(["First", "Second"]);
  });

  it("are taken by Discord, whatever documents are called and whatever is typed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyText), { maxLength: 6 }),
        anyText,
        async (documents, typed) => {
          const list = await listOf(
            ...documents.map(([title, path], n) => [title, `${n} ${path}.md`] as const),
          );
          for (const { name, value } of [...list.match(typed), ...list.match("")]) {
            expect(name.trim()).not.toBe("");
            expect(name.length).toBeLessThanOrEqual(choiceName);
            expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069]/u);
            expect(value.trim()).not.toBe("");
            expect(value.length).toBeLessThanOrEqual(choiceValue);
          }
        },
      ),
    );
  });

  it("are only those that the place lets be seen", async () => {
    const sources = [
      describeSource("A visit", "visit.md"),
      { ...describeSource("A visit of ours", "visit-of-ours.md"), scope: "100000000000000001" },
      { ...describeSource("A visit of others", "visit-of-others.md"), scope: "100000000000000002" },
    ];
    const asked: unknown[] = [];
    const list = createTitleList({
      async sources(filter) {
        asked.push(filter?.scopes);
        return sources;
      },
    });
    await list.refresh(["100000000000000001", "100000000000000002"]);
    expect(asked).toEqual([["shared", "100000000000000001", "100000000000000002"]]);
    const scopes = ["shared", "100000000000000001"];
    expect(namesOf(list.match("visit", { scopes }))).toEqual(["A visit", "A visit of ours"]);
    expect(namesOf(list.match("visit", { scopes, documents: ["visit-of-ours.md"] }))).toEqual([
      "A visit of ours",
    ]);
    expect(list.match("visit", { scopes: [] })).toEqual([]);
  });

  it("is called by its title alone, whatever other servers have", async () => {
    const [own, other] = ["100000000000000001", "100000000000000002"];
    const long = `${"visit-".repeat(30)}of-the-rector.md`;
    const list = createTitleList({
      sources: async () => [
        { ...describeSource("Visit", long), scope: own },
        { ...describeSource("Visit", long), scope: other },
      ],
    });
    await list.refresh();
    const alone = createTitleList({
      sources: async () => [{ ...describeSource("Visit", long), scope: own }],
    });
    await alone.refresh();
    const scopes = ["shared", own];
    expect(list.match("visit", { scopes })).toEqual(alone.match("visit", { scopes }));
    expect(namesOf(list.match("visit", { scopes }))).toEqual(["Visit"]);
  });

  it.each([
    ["by its title where no other has that", "Ours", ["The visit", "Ours"]],
    ["not at all where its title is the other's too", "The visit", ["The visit · visit.md"]],
  ])("of a path that a shared document has too is offered %s", async (_how, title, names) => {
    const own = "100000000000000001";
    const sources = [
      describeSource("The visit", "visit.md"),
      { ...describeSource(title, "visit.md"), scope: own },
    ];
    const list = createTitleList({ sources: async () => sources });
    await list.refresh([own]);
    const choices = list.match("", { scopes: ["shared", own] });
    expect(namesOf(choices)).toEqual(names);
    const documents = sources.map((source) => ({ ...source, path: source.document }));
    const found = choices.map(({ value }) => findDocument(documents, value));
    expect(found).toEqual(documents.slice(0, names.length));
    expect(list.match("", { scopes: [own] })).toEqual([{ name: title, value: "visit.md" }]);
  });
});
