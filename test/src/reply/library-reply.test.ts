import { describe, expect, it } from "vitest";
import type { LibraryDocument } from "../../../index/index.ts";
import { renderLibraryReply } from "../../../src/reply/library-reply.ts";
import { expectValid, readOptions, readText } from "./check-payload.ts";

const SERVER = "100000000000000001";

/** So many documents that were removed, a minute after one another. */
const removed = (count: number): LibraryDocument[] =>
  Array.from({ length: count }, (_, minute) => ({
    document: `${minute}.md`,
    title: `Document ${minute}`,
    url: null,
    retrievedAt: null,
    addedBy: "",
    addedAt: "2026-03-01T09:30:00.000Z",
    removedAt: new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString(),
    source: null,
  }));

describe("the menu that puts removed documents back", () => {
  it.each([
    ["en", "60 documents were removed in the last day; the menu has the latest 25."],
    ["vi", "Có 60 tài liệu bị gỡ trong một ngày qua; trong danh sách chọn là 25 tài liệu mới gỡ nhất."],
  ] as const)("has the latest, and says how many there are where it cannot hold all (%s)", (locale, told) => {
    const reply = renderLibraryReply(SERVER, removed(60), locale);
    expectValid(reply);
    expect(readText(reply)).toContain(told);
    expect(readOptions(reply).map(({ label }) => label)).toEqual(
      Array.from({ length: 25 }, (_, index) => `Document ${59 - index}`),
    );
  });

  it("says nothing of the kind where it holds all", () => {
    const reply = renderLibraryReply(SERVER, removed(25), "en");
    expect(readText(reply)).not.toContain("25");
    expect(readOptions(reply)).toHaveLength(25);
  });
});
