import { describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { openFakeModelEngine, openTestEngine, SHIPPED_CORPUS } from "./open-test-engine.ts";

async function openShipped() {
  const engine = await openTestEngine({
    corpusFolder: SHIPPED_CORPUS,
    dataFolder: await makeTemporaryFolder(),
  });
  await engine.sync();
  return engine;
}

describe("a search", () => {
  it("ranks passages, ten of them unless told otherwise, with emphasis inside each", async () => {
    const engine = await openShipped();
    const found = await engine.search("cooperation in social work");
    expect(found).toHaveLength(10);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(found.map(({ document, start }) => `${document} ${start}`)).size).toBe(10);
    expect(found.some(({ emphasis }) => emphasis.length > 0)).toBe(true);
    for (const { start, end, text, emphasis } of found) {
      expect(text).toHaveLength(end - start);
      for (const span of emphasis) {
        expect(span.start).toBeGreaterThanOrEqual(start);
        expect(span.end).toBeLessThanOrEqual(end);
      }
    }
  });

  it("hands out page after page what one page would hold, each passage once", async () => {
    const engine = await openShipped();
    const query = "university cooperation";
    const whole = await engine.search(query, { limit: 24 });
    expect(whole).toHaveLength(24);
    const pages = await Promise.all([0, 8, 16].map((offset) => engine.search(query, { offset, limit: 8 })));
    expect(pages.flat()).toEqual(whole);
    expect(await engine.search(query, { offset: 10_000 })).toEqual([]);
  });

  it("finds a hundred passages at most, and no more than there are", async () => {
    const engine = await openShipped();
    const { passages } = await engine.status();
    const found = await engine.search("university", { limit: 1_000_000 });
    expect(found.length).toBeLessThanOrEqual(Math.min(100, passages));
    expect(found.length).toBeGreaterThan(40);
  });

  it("does not show one sentence twice because neighbouring passages share it", async () => {
    const engine = await openShipped();
    const found = await engine.search("scholarships", { limit: 20 });
    const said = new Set<string>();
    for (const { document, emphasis } of found) {
      const here = emphasis.map(({ start }) => `${document} ${start}`);
      if (here.length > 0) expect(here.some((place) => !said.has(place))).toBe(true);
      for (const place of here) said.add(place);
    }
    expect(said.size).toBeGreaterThan(1);
  });

  it("shows a passage that several documents hold once, and names them", async () => {
    const corpusFolder = await makeTemporaryFolder();
    const text = (year: number): string =>
      [
        `The Lotus Fund will sponsor twelve books for the library in ${year}.`,
        "The partner university receives two lecturers for a term, and pays for their travel.",
      ].join("\n\n");
    await writeFiles(corpusFolder, {
      "a.md": text(2024),
      "b.txt": `${text(2024)}\n`,
      "c.md": text(2024).replace("for the library", "for  the\nlibrary"),
      "other-year.md": text(2025),
    });
    const engine = await openTestEngine({ corpusFolder, dataFolder: await makeTemporaryFolder() });
    await engine.sync();
    const found = await engine.search("Lotus Fund sponsors books");
    const named = found.map(({ document, alsoIn }) =>
      [document, ...alsoIn.map((copy) => copy.document)].sort(),
    );
    expect(named.sort()).toEqual([["a.md", "b.txt", "c.md"], ["other-year.md"]]);
    const [first] = await engine.search("Lotus Fund sponsors books 2024", { limit: 1 });
    expect(first?.alsoIn).toHaveLength(2);
    expect(first?.alsoIn[0]).not.toHaveProperty("text");
  });

  it("keeps to the chosen document", async () => {
    const engine = await openShipped();
    const found = await engine.search("university", { document: "quang ninh", limit: 100 });
    expect(new Set(found.map(({ document }) => document))).toEqual(
      new Set(["2025-quang-ninh-international-integration.md"]),
    );
  });

  it("refuses what holds no words, or too many, and does not call it a question", async () => {
    const engine = await openFakeModelEngine({
      corpusFolder: SHIPPED_CORPUS,
      dataFolder: await makeTemporaryFolder(),
    });
    for (const query of ["", "🎉", "?!"])
      await expect(engine.search(query)).rejects.toMatchObject({ code: "query-empty" });
    await expect(engine.search("word ".repeat(1_000))).rejects.toMatchObject({ code: "query-long" });
  });

  it("refuses a limit or an offset that is no number of passages", async () => {
    const engine = await openShipped();
    const refused: Readonly<Record<"limit" | "offset", readonly number[]>> = {
      limit: [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY],
      offset: [-1, 0.5],
    };
    for (const [name, values] of Object.entries(refused)) {
      for (const value of values) {
        await expect(engine.search("university", { [name]: value })).rejects.toMatchObject({
          code: "option-invalid",
          values: { name, value },
        });
      }
    }
  });
});
