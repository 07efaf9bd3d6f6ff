import { describe, expect, it } from "vitest";
import type { Filter } from "../../index/engine.ts";
import { UserError } from "../../index/errors.ts";
import { filterDocuments, findDocument, listVisible, scopesOf } from "../../index/filter.ts";
import type { DocumentSummary, Store } from "../../index/store/store.ts";

function summary(path: string, title: string, date: string | null, scope = "shared"): DocumentSummary {
  return {
    id: path.length,
    scope,
    path,
    title,
    date,
    hash: "",
    url: null,
    publisher: null,
    dateRule: null,
    language: "en",
    format: "text",
    length: 1,
    passages: 1,
    pages: 0,
  };
}

const DOCUMENTS = [
  summary("2021-meeting.md", "DVET meets UNESCO", "2021-03-05"),
  summary("2024/visit.md", "UNESCO visits Việt Nam", "2024-04"),
  summary("2025-quang-ninh.md", "Quảng Ninh: Đào tạo", "2025"),
  summary("undated.md", "Thang Long", null),
  summary("visit", "A visit", "2023-12-31"),
  summary("other.md", "Of another server", "2024", "42"),
];

/** Only what a filter asks a store for. */
const store: Pick<Store, "listDocuments"> = {
  listDocuments: (scope) => DOCUMENTS.filter((document) => document.scope === scope),
};

function pathsOf(filter: Filter): string[] | null {
  return filterDocuments(store as Store, filter)?.map(({ path }) => path) ?? null;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return "none";
}

describe("a filter", () => {
  it("sees the corpus folder's scope unless it names others", () => {
    expect(scopesOf({})).toEqual(["shared"]);
    expect(scopesOf({ scopes: ["shared", "42"] })).toEqual(["shared", "42"]);
    expect(scopesOf({ scopes: [] })).toEqual([]);
  });

  it("lets everything through where it asks for nothing", () => {
    expect(pathsOf({})).toBeNull();
    expect(pathsOf({ scopes: ["42"] })).toBeNull();
    expect(listVisible(store as Store, {})).toEqual(DOCUMENTS.filter(({ scope }) => scope === "shared"));
    expect(listVisible(store as Store, { scopes: ["42", "shared", "42"] })).toHaveLength(DOCUMENTS.length);
  });

  it.each<[Filter, string[]]>([
    [{ after: "2024" }, ["2024/visit.md", "2025-quang-ninh.md"]],
    [{ before: "2023" }, ["2021-meeting.md", "visit"]],
    [{ after: "2021-03-05", before: "2021-03-05" }, ["2021-meeting.md"]],
    [{ after: "2021-03-06", before: "2021" }, []],
    [{ after: "2021-04", before: "2022" }, []],
    [{ after: "2024-04-30" }, ["2024/visit.md", "2025-quang-ninh.md"]],
    [{ after: "2024-05" }, ["2025-quang-ninh.md"]],
    [{ before: "2024-04-01", after: "2024" }, ["2024/visit.md"]],
    [{ after: "2025-12-31" }, ["2025-quang-ninh.md"]],
    [{ before: "2025-01-01", after: "2025" }, ["2025-quang-ninh.md"]],
    [{ after: "2000", scopes: ["42"] }, ["other.md"]],
    [{ after: "2024", before: "2024", scopes: ["shared", "42"] }, ["2024/visit.md", "other.md"]],
    [{ document: "undated.md" }, ["undated.md"]],
    [{ document: "quang ninh", after: "2026" }, []],
    [{ document: "undated.md", after: "2000" }, []],
  ])("%o lets through %o", (filter, paths) => {
    expect(pathsOf(filter)).toEqual(paths);
  });

  it.each(["yesterday", "", "24", "2024-13", "2024-02-30", "2024-4", "23.4.2024"])(
    "is refused with the date %j, on either side",
    (date) => {
      expect(codeOf(() => pathsOf({ after: date }))).toBe("date-invalid");
      expect(codeOf(() => pathsOf({ before: date }))).toBe("date-invalid");
    },
  );

  it("sees only the documents that it is tied to, also by name", () => {
    const documents = ["undated.md", "2024/visit.md", "not there.md"];
    expect(pathsOf({ documents })).toEqual(["2024/visit.md", "undated.md"]);
    expect(pathsOf({ documents, document: "visit" })).toEqual(["2024/visit.md"]);
    expect(() => pathsOf({ documents, document: "quang ninh" })).toThrow(/No document matches/);
    expect(pathsOf({ documents: [] })).toEqual([]);
  });

  it("sees each document once where a scope is named twice", () => {
    expect(pathsOf({ scopes: ["shared", "shared"], document: "quang ninh" })).toEqual(["2025-quang-ninh.md"]);
  });

  it("says that no day lies between its dates", () => {
    expect(() => pathsOf({ after: "2024-05", before: "2024-04-30" })).toThrow(/later than 2024-04-30/);
    expect(pathsOf({ after: "2024-04-02", before: "2024-04" })).toEqual(["2024/visit.md"]);
  });

  it("does not see a document of a scope that it does not name", () => {
    expect(codeOf(() => pathsOf({ document: "other.md" }))).toBe("document-unknown");
    expect(pathsOf({ document: "other.md", scopes: ["42"] })).toEqual(["other.md"]);
  });
});

describe("a document's name", () => {
  it.each([
    ["its path", "2024/visit.md", "2024/visit.md"],
    ["its whole path, although others hold it too", "visit", "visit"],
    ["a part of its path", "2021-meet", "2021-meeting.md"],
    ["a part of its title", "Thang Lo", "undated.md"],
    ["its title without diacritics and in small letters", "quang ninh: dao tao", "2025-quang-ninh.md"],
    ["its title with other diacritics", "QUẢNG NINH", "2025-quang-ninh.md"],
    ["white space around it", "  Thang Long ", "undated.md"],
  ])("may be %s", (_, name, path) => {
    expect(findDocument(DOCUMENTS, name).path).toBe(path);
  });

  it.each(["nothing like it", "", "   ", "meeting.md DVET", "\ud800"])(
    "%j, which none has, is an error",
    (name) => {
      expect(codeOf(() => findDocument(DOCUMENTS, name))).toBe("document-unknown");
    },
  );

  it("that several have is an error with the first three of them", () => {
    expect(() => findDocument(DOCUMENTS, ".md")).toThrow(
      expect.objectContaining({
        code: "document-ambiguous",
        values: { name: ".md", found: "2021-meeting.md, 2024/visit.md, 2025-quang-ninh.md" },
      }),
    );
  });
});
