import fc from "fast-check";

/** What trips readers and splitters, next to each other in every order. */
const FRAGMENTS = [
  "The delegation visited the university.",
  "Assoc. Prof. Dr. Dao Thanh Truong spoke",
  "No. 850",
  "etc.",
  "...",
  "(i) training; ",
  "(ii) research; ",
  "b) ",
  "1. ",
  "- ",
  "> ",
  "# ",
  "---",
  "```",
  "<!--",
  "-->",
  "| a | b |",
  "* * *",
  "[x]: y",
  "Comment (0)",
  "Hit Counter : 12",
  "(Left)",
  "a line that is about as long as those that mail programs break at, say",
  "Đại học Quốc gia Hà Nội",
  "TS. Nguyễn",
  "e\u0301\u0323",
  "👩🏽‍🎓",
  "ﬁ",
  "\ud800",
  "\udc00",
  "\u0000",
  "\ufeff",
  "\u00a0",
  "\u200b",
  " ",
  "\t",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\u2028",
  "\u0085",
  "\f",
];

/** Any sequence of UTF-16 code units, half surrogate pairs among them. */
const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

/** Any string at all: written text with its traps, every script, and what is no Unicode. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  codeUnits,
);

/** Any text of a file: without the half surrogate pairs that no encoding holds. */
export const anyFileText: fc.Arbitrary<string> = anyText.map((text) => text.replace(/\p{Cs}/gu, "\ufffd"));
