import { describe, expect, it } from "vitest";
import { assembleFakeModelEngine } from "../../index/fake-model-engine.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { writeFiles } from "../../write-files.ts";
import { runCommand } from "../fixtures/run-command.ts";

const URL = "https://example.org/news/visit";
const PAGE = `<html lang="en"><head><title>The visit</title></head><body><article><h1>The visit</h1>
<p>The rector of Lakeside University visited the college and signed the agreement on social work.</p></article></body></html>`;

/** The command line over a corpus folder of one file; each command opens the engine anew. */
async function start() {
  const corpusFolder = await makeTemporaryFolder();
  const dataFolder = await makeTemporaryFolder();
  await writeFiles(corpusFolder, { "letter.md": "# A letter\n\nThe letter speaks of rivers.\n" });
  const run = (...argv: readonly string[]) =>
    runCommand(
      argv,
      {},
      {
        openEngine: () => assembleFakeModelEngine({ corpusFolder, dataFolder }),
        fetchPage: async () => ({
          url: URL,
          finalUrl: URL,
          contentType: "text/html",
          charset: "utf-8",
          bytes: new TextEncoder().encode(PAGE),
          retrievedAt: "2026-03-01T09:30:00.000Z",
          fileName: "visit",
        }),
      },
    );
  await run("sources");
  await run("add", URL);
  return run;
}

describe("what accord add has added", () => {
  it("is listed with its address and when it was read", async () => {
    const run = await start();
    const line = `  ${URL} · retrieved on 2026-03-01\n`;
    expect((await run("sources")).stdout).toContain(line);
    expect((await run("sources", "visit.html")).stdout).toContain(line);
    const { sources } = JSON.parse((await run("sources", "--json")).stdout);
    expect(sources).toMatchObject([
      { document: "letter.md" },
      { document: "visit.html", url: URL, retrievedAt: "2026-03-01T09:30:00.000Z" },
    ]);
    expect(sources[0]).not.toHaveProperty("retrievedAt");
  });

  it("is removed by path or title, and put back", async () => {
    const run = await start();
    expect(await run("restore")).toMatchObject({ stdout: "Nothing was removed in the last day.\n" });
    const removed = await run("remove", "the visit");
    expect(removed).toMatchObject({ exitCode: 0, stderr: "" });
    expect(removed.stdout).toBe(
      'Removed: The visit. For a day it can be put back: npm run accord -- restore "visit.html"\n',
    );
    expect((await run("sources")).stdout).not.toContain("The visit");
    expect((await run("restore")).stdout).toBe("The visit  visit.html\n");
    const restored = await run("restore", "visit.html");
    expect(restored.exitCode).toBe(0);
    expect(restored.stdout).toMatch(/^Put back: The visit\n\nThe visit\n {2}visit\.html\n/);
    expect((await run("sources")).stdout).toContain("The visit");
    expect(await run("restore", "visit.html")).toMatchObject({
      exitCode: 1,
      stderr:
        'accord: Nothing that matches "visit.html" was removed in the last day. List what can be put back with: npm run accord -- restore\n',
    });
  });

  it("is told as JSON to programs", async () => {
    const run = await start();
    const told = async (...argv: readonly string[]) => JSON.parse((await run(...argv, "--json")).stdout);
    const removed = { document: "visit.html", title: "The visit" };
    expect(await told("remove", "visit")).toEqual({ outcome: "removed", ...removed });
    expect(await told("restore")).toMatchObject({ removed: [removed] });
    expect(await told("restore", "visit")).toMatchObject({ outcome: "restored", source: removed });
  });
});

describe("accord remove", () => {
  it("removes nothing of the corpus folder, and says whose business that is", async () => {
    const run = await start();
    expect(await run("remove", "letter")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('"letter.md" is a file of the corpus folder'),
    });
    expect(await run("remove", "nothing")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('No document matches "nothing"'),
    });
  });
});
