import { describe, expect, it } from "vitest";
import { type Addition, type AdditionReport, UserError } from "../../../index/index.ts";
import type { Snapshot } from "../../../src/web/fetch-page.ts";
import { WebError } from "../../../src/web/web-error.ts";
import { createFakeEngine } from "../fixtures/fake-engine.ts";
import { runCommand } from "../fixtures/run-command.ts";

const snapshot: Snapshot = {
  url: "https://example.org/news/visit?utm_source=x",
  finalUrl: "https://example.org/news/visit",
  contentType: "text/html",
  charset: "utf-8",
  bytes: new TextEncoder().encode("<p>They met.</p>"),
  retrievedAt: "2026-03-01T09:30:00.000Z",
  fileName: "visit.html",
};
const source = {
  scope: "shared",
  document: "example.org/visit.html",
  title: "The visit",
  date: "2026-02-28",
  dateRule: "metadata",
  format: "html",
  pages: 0,
  url: "https://example.org/news/visit",
  publisher: "Example University",
  language: "en",
  length: 900,
  passages: 3,
} as const;

/** Runs `accord add` with an engine that says what became of it. */
async function add(report: Partial<AdditionReport>, ...options: readonly string[]) {
  const additions: [string, Addition][] = [];
  const run = await runCommand(
    ["add", snapshot.url, ...options],
    {
      async addDocument(scope, addition) {
        additions.push([scope, addition]);
        return {
          outcome: "added",
          document: source.document,
          namesake: null,
          source,
          problem: null,
          ...report,
        };
      },
    },
    { fetchPage: async () => snapshot },
  );
  return { ...run, additions };
}

describe("accord add", () => {
  it("adds a page to everybody's documents, with where and when it was read", async () => {
    const { exitCode, stdout, additions } = await add({});
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Added as example\.org\/visit\.html\.\n\nThe visit\n[\s\S]*3 passages/);
    expect(additions).toMatchObject([
      [
        "shared",
        {
          name: "visit.html",
          bytes: snapshot.bytes,
          facts: {},
          url: "https://example.org/news/visit",
          retrievedAt: "2026-03-01T09:30:00.000Z",
        },
      ],
    ]);
  });

  it("hands over the title and the date that it is given", async () => {
    const { additions } = await add({}, "--title", "Visit of March", "--date", "2026-03");
    expect(additions[0]?.[1].facts).toEqual({ title: "Visit of March", date: "2026-03" });
    expect(await add({}, "--date", "soon")).toMatchObject({ exitCode: 2, additions: [] });
  });

  it.each([
    ["replaced", "in place of the earlier version", 0],
    ["corrected", "it is now as you describe it", 0],
    ["duplicate", "is here already", 0],
  ] as const)("says what became of it: %s", async (outcome, words, exitCode) => {
    expect(await add({ outcome })).toMatchObject({ exitCode, stdout: expect.stringContaining(words) });
  });

  it("says which of its pages cannot be searched", async () => {
    const engine = createFakeEngine();
    const { stdout } = await runCommand(
      ["add", snapshot.url],
      {
        addDocument: async () => ({
          ...(await engine.addDocument("shared", { name: "a", bytes: snapshot.bytes, addedBy: "a test" })),
          ...{ outcome: "added", document: source.document, source, problem: null },
        }),
        source: async (name) => ({
          ...(await engine.source(name)),
          picturePages: { labels: "3-10", count: 8 },
        }),
      },
      { fetchPage: async () => snapshot },
    );
    expect(stdout).toContain("\n  pages 3-10 are pictures without text and cannot be searched\n");
  });

  it("says why it cannot be read, and fails", async () => {
    const problem = { code: "scanned", values: { pages: 3 } } as const;
    const { exitCode, stdout } = await add({ outcome: "unreadable", source: null, problem });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^Not added: its 3 pages are pictures without text/);
  });

  it("says why facts are not taken for a file of the corpus folder, and what to do", async () => {
    const run = await runCommand(
      ["add", snapshot.url, "--title", "Visit of March"],
      { addDocument: () => Promise.reject(new UserError("facts-in-folder", { name: "visit.html" })) },
      { fetchPage: async () => snapshot },
    );
    expect(run).toMatchObject({ exitCode: 1, stdout: "" });
    expect(run.stderr).toMatch(/^accord: "visit\.html" is this very file .* Write them above its text/);
  });

  it("says why it cannot be fetched, and opens nothing", async () => {
    const run = await runCommand(
      ["add", "http://10.0.0.1/"],
      {},
      {
        fetchPage: () => Promise.reject(new WebError("address-private", { host: "10.0.0.1" })),
      },
    );
    expect(run).toMatchObject({ exitCode: 1, openings: [] });
    expect(run.stderr).toMatch(/^accord: .*10\.0\.0\.1/);
  });

  it("prints JSON for programs", async () => {
    expect(JSON.parse((await add({}, "--json")).stdout)).toMatchObject({ outcome: "added", source });
  });
});
