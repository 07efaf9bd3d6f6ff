import { describe, expect, it } from "vitest";
import {
  type Decision,
  decideAddition,
  type Offer,
  type Present,
} from "../../../index/library/decide-addition.ts";
import { HASH, makeEntry } from "./make-entry.ts";

const OTHER = "cd".repeat(32);
const URL = "https://example.org/a";
const TITLE = { title: "A title" };

/** A person's file that was added, or removed since. */
const file = (path: string, more: Parameters<typeof makeEntry>[1] = {}) =>
  makeEntry(path, { url: null, retrievedAt: null, given: {}, ...more });
const page = (path: string, more: Parameters<typeof makeEntry>[1] = {}) =>
  makeEntry(path, { given: { url: URL }, ...more });
const removed = { removedAt: "2026-01-03T00:00:00.000Z" };

/** What is there: the entries, of which those that are not removed are indexed, and files of the corpus folder. */
const present = (
  entries: Present["entries"],
  files: Readonly<Record<string, string>> = {},
  beside: readonly string[] = [],
): Present => ({
  entries,
  indexed: new Map([
    ...entries.filter(({ removedAt }) => removedAt === null).map(({ path, hash }) => [path, hash] as const),
    ...Object.entries(files),
  ]),
  beside: new Set(beside),
});

const ofFile = (more: Partial<Offer> = {}): Offer => ({
  name: "a.pdf",
  hash: HASH,
  facts: {},
  url: null,
  charset: null,
  ...more,
});
const ofPage = (more: Partial<Offer> = {}): Offer => ofFile({ url: URL, ...more });

const CASES: readonly (readonly [string, Offer, Present, Partial<Decision>])[] = [
  ["a first file", ofFile(), present([]), { outcome: "added", path: "a.pdf", given: {}, namesake: null }],
  [
    "a first page: its address is given with it, unless another is",
    ofPage({ facts: TITLE, charset: "shift_jis" }),
    present([]),
    { outcome: "added", path: "a.pdf", given: { url: URL, ...TITLE }, charset: "shift_jis" },
  ],
  [
    "another file of the same name",
    ofFile({ hash: OTHER }),
    present([file("a.pdf")]),
    { outcome: "added", path: "a (2).pdf", namesake: "a.pdf" },
  ],
  [
    "a third one",
    ofFile({ hash: OTHER }),
    present([file("a.pdf"), file("a (2).pdf")]),
    { outcome: "added", path: "a (3).pdf", namesake: "a.pdf" },
  ],
  [
    "a file with the name of one of the corpus folder",
    ofFile(),
    present([], { "a.pdf": OTHER }),
    { outcome: "added", path: "a (2).pdf", namesake: "a.pdf" },
  ],
  [
    "a file with the name of one that everybody sees",
    ofFile(),
    present([], {}, ["a.pdf"]),
    { outcome: "added", path: "a (2).pdf", namesake: "a.pdf" },
  ],
  [
    "a file with the name of one that was removed and may come back",
    ofFile({ hash: OTHER }),
    present([file("a.pdf", removed)]),
    { outcome: "added", path: "a (2).pdf", namesake: null },
  ],
  [
    "a page with the name of a file",
    ofPage({ hash: OTHER }),
    present([file("a.pdf")]),
    { outcome: "added", path: "a (2).pdf", namesake: null },
  ],
  [
    "a page that has changed: it keeps the title that was given once",
    ofPage({ hash: OTHER, name: "b.pdf" }),
    present([page("a.pdf", { given: { url: URL, ...TITLE } })]),
    { outcome: "replaced", path: "a.pdf", given: { url: URL, ...TITLE } },
  ],
  [
    "a page that has not",
    ofPage(),
    present([page("a.pdf")]),
    { outcome: "duplicate", path: "a.pdf", given: { url: URL } },
  ],
  [
    "a page whose server says another charset now",
    ofPage({ charset: "shift_jis" }),
    present([page("a.pdf")]),
    { outcome: "replaced", path: "a.pdf", charset: "shift_jis" },
  ],
  [
    "a page that has become what another document is",
    ofPage({ hash: OTHER }),
    present([file("b.pdf", { hash: OTHER }), page("a.pdf")]),
    { outcome: "replaced", path: "a.pdf" },
  ],
  [
    "a page that was removed, as it was",
    ofPage(),
    present([page("a.pdf", removed)]),
    { outcome: "added", path: "a.pdf", given: { url: URL } },
  ],
  [
    "a page that was removed and has changed: both can be had",
    ofPage({ hash: OTHER }),
    present([page("a.pdf", removed)]),
    { outcome: "added", path: "a (2).pdf" },
  ],
  ["the same file", ofFile(), present([file("a.pdf")]), { outcome: "duplicate", path: "a.pdf" }],
  [
    "the same file under another name",
    ofFile({ name: "b.pdf" }),
    present([file("a.pdf")]),
    { outcome: "duplicate", path: "a.pdf", namesake: null },
  ],
  [
    "the same file with a title",
    ofFile({ name: "b.pdf", facts: TITLE }),
    present([file("a.pdf", { given: { title: "Wrong", date: "2024" } })]),
    { outcome: "corrected", path: "a.pdf", given: { ...TITLE, date: "2024" } },
  ],
  [
    "the same file without the title that it was given",
    ofFile(),
    present([file("a.pdf", { given: TITLE })]),
    { outcome: "duplicate", path: "a.pdf", given: TITLE },
  ],
  [
    "the same bytes from the web: the file stays a person's",
    ofPage(),
    present([file("a.pdf")]),
    { outcome: "duplicate", path: "a.pdf", given: {} },
  ],
  [
    "the same bytes as a file of the corpus folder",
    ofPage(),
    present([], { "b.pdf": HASH }),
    { outcome: "duplicate", path: "b.pdf" },
  ],
  [
    "what was removed, in its old place, as it is described now",
    ofFile({ name: "b.pdf", facts: TITLE }),
    present([file("a.pdf", { ...removed, given: { date: "2024" } })]),
    { outcome: "added", path: "a.pdf", given: TITLE },
  ],
  [
    "what was removed and whose place is taken by now",
    ofFile(),
    present([file("a.pdf", removed)], { "a.pdf": OTHER }),
    { outcome: "added", path: "a (2).pdf" },
  ],
  [
    "what the library knows and the index does not, after a crash",
    ofFile(),
    { ...present([file("a.pdf", { given: TITLE })]), indexed: new Map() },
    { outcome: "added", path: "a.pdf", given: TITLE },
  ],
];

describe("what becomes of", () => {
  it.each(CASES)("%s", (_what, offer, there, decision) => {
    expect(decideAddition(offer, there)).toMatchObject(decision);
  });
});

describe("facts that are given for a file of the corpus folder", () => {
  it.each([[ofFile({ facts: TITLE })], [ofPage({ facts: { date: "2024" } })]])(
    "are refused, since nobody changes such a file",
    (offer) => {
      const there = present([file("a.pdf", { hash: OTHER })], { "b.pdf": HASH });
      expect(() => decideAddition(offer, there)).toThrow(
        expect.objectContaining({ code: "facts-in-folder", values: { name: "b.pdf" } }),
      );
    },
  );

  it("are not those of a document that a crash left in the index when it was removed", () => {
    const there = { ...present([file("a.pdf", removed)]), indexed: new Map([["a.pdf", HASH]]) };
    expect(decideAddition(ofFile({ facts: TITLE }), there)).toMatchObject({ outcome: "duplicate" });
  });
});
