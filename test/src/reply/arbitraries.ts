import fc from "fast-check";
import {
  type Answer,
  type FoundPassage,
  type LibraryDocument,
  type Quote,
  type Source,
  type SourceDetails,
  UserError,
} from "../../../index/index.ts";
import type { AdditionResult } from "../../../src/reply/addition-reply.ts";
import { WebError } from "../../../src/web/web-error.ts";

/** Pieces that break messages: Markdown, mentions, links, controls, halves of pairs, marks on marks. */
const NASTY = [
  "@everyone",
  "@here",
  "<@123456789012345678>",
  "<@!1>",
  "<@&12>",
  "<#1>",
  "</ask:1>",
  "<t:1700000000:R>",
  "<:a:1>",
  "<a:b:1>",
  "<id:customize>",
  ":smile:",
  "**",
  "*",
  "__",
  "_",
  "~~",
  "||",
  "`",
  "```",
  "```ansi\n",
  "\\",
  "\\\\",
  "# ",
  "## ",
  "-# ",
  "- ",
  "* ",
  "1. ",
  "> ",
  ">>> ",
  "[a](https://b.example)",
  "https://evil.example/@everyone",
  "[",
  "]",
  "(",
  ")",
  "<",
  ">",
  "\n",
  "\n\n",
  "\r\n",
  "\u2028",
  "\t",
  "   ",
  "\u200B",
  "\u200D",
  "\u200F",
  "\u202E",
  "\u2066",
  "\uFEFF",
  "\u00AD",
  "\u0000",
  "\u001B[31m",
  "\u0085",
  "\uD800",
  "\uDC00",
  "😀",
  "👩‍👩‍👧",
  "🇻🇳",
  "é",
  "e\u0301",
  "\u0301".repeat(30),
  "\u3164",
  "\u2800",
  "\u{E0041}",
  "ế",
  "Dr. ",
  "Nguyễn Văn A. ",
  "A sentence ends here. ",
  "word ",
  "{document}",
  "{id}",
  "¯\\_(ツ)_/¯",
];

/** Any text: Unicode of every kind, nasty pieces, and lengths that fill a message. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 40 }).map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom(...NASTY), fc.integer({ min: 1, max: 3_000 }))
    .map(([piece, times]) => piece.repeat(times).slice(0, 9_000)),
  fc.constant("The Institute will sponsor learning materials. ".repeat(200)),
);

const anyDate = fc.constantFrom(null, "2024", "2024-04", "2024-04-23");
const anyUrl = fc.oneof(
  fc.constantFrom(null, "https://example.org/a_b*c", `https://example.org/${"x".repeat(380)}`),
  fc.constantFrom(
    "javascript:alert(1)",
    "https://u:p@example.org/)>@everyone",
    "https://[::1]/",
    "not a url",
  ),
  anyText,
);

/** Any quote with emphasis anywhere inside it, cut through characters as well. */
export const anyQuote: fc.Arbitrary<Quote & FoundPassage> = fc
  .record({
    text: anyText,
    title: anyText,
    page: fc.option(anyText),
    section: fc.option(anyText),
    publisher: fc.option(anyText),
    date: anyDate,
    url: anyUrl,
    document: anyText,
    others: fc.array(anyText, { maxLength: 4 }),
    start: fc.integer({ min: 0, max: 1e7 }),
    cuts: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ cuts, others, ...quote }) => ({
    ...quote,
    scope: "shared",
    language: "en" as const,
    score: 0.5,
    alsoIn: others.map((title) => ({
      scope: "shared",
      document: "other.md",
      title,
      date: null,
      url: null,
      publisher: null,
      page: null,
      section: null,
    })),
    end: quote.start + quote.text.length,
    emphasis: cuts.map(([a, b]) => ({
      start: quote.start + Math.floor(Math.min(a, b) * quote.text.length),
      end: quote.start + Math.floor(Math.max(a, b) * quote.text.length),
    })),
  }));

/** Quotes of which some may be the same one twice. */
export const anyQuotes = (most: number): fc.Arbitrary<(Quote & FoundPassage)[]> =>
  fc
    .tuple(fc.array(anyQuote, { maxLength: most }), fc.boolean())
    .map(([quotes, isDoubled]) => (isDoubled ? [...quotes, ...quotes].slice(0, most) : quotes));

/** Any document as it is listed. */
export const anySource: fc.Arbitrary<Source> = fc.record({
  scope: fc.constant("shared"),
  document: anyText,
  title: anyText,
  date: anyDate,
  url: anyUrl,
  publisher: fc.option(anyText),
  dateRule: fc.option(anyText),
  language: fc.constantFrom("en", "vi"),
  format: fc.constantFrom("markdown", "pdf", "email"),
  length: fc.nat(),
  passages: fc.nat(),
  pages: fc.nat(),
});

/** Any document with its headings. */
export const anySourceDetails: fc.Arbitrary<SourceDetails> = fc
  .tuple(anySource, fc.array(anyText, { maxLength: 40 }), fc.boolean())
  .map(([source, headings, isRetrieved]) => ({
    ...source,
    ...(isRetrieved ? { retrievedAt: "2026-03-01T09:30:00.000Z" } : {}),
    sections: headings.map((text, index) => ({ text, start: index * 100, end: index * 100 + text.length })),
  }));

/** Any document that was added to a server, or removed from it. */
export const anyLibraryDocument: fc.Arbitrary<LibraryDocument> = fc.record({
  document: anyText,
  title: anyText,
  url: anyUrl,
  retrievedAt: fc.constantFrom(null, "2026-03-01T09:30:00.000Z"),
  addedBy: fc.oneof(fc.constantFrom("123456789012345678", "command line", ""), anyText),
  addedAt: fc.constantFrom("2026-03-01T09:30:00.000Z", "2025-01-01T00:00:00.000Z", "not a date"),
  removedAt: fc.constantFrom(null, null, "2026-03-02T09:30:00.000Z"),
  source: fc.option(anySource),
});

/** Whatever can become of a file. */
export const anyAddition: fc.Arbitrary<AdditionResult> = fc.oneof(
  fc.record({
    name: anyText,
    outcome: fc.constantFrom("added", "replaced", "corrected", "duplicate"),
    namesake: fc.option(anyText),
    source: anySource,
  }),
  fc.record({
    name: anyText,
    outcome: fc.constant("skipped" as const),
    reason: fc.oneof(
      fc.record({
        kind: fc.constant("file" as const),
        problem: anyText.map((format) => ({ code: "format" as const, values: { format } })),
      }),
      fc.record({
        kind: fc.constant("web" as const),
        error: anyText.map((type) => new WebError("type-unsupported", { host: "example.org", type })),
      }),
      fc.record({
        kind: fc.constant("refused" as const),
        error: anyText.map((count) => new UserError("server-documents", { count, limit: 1_000 })),
      }),
      fc.record({
        kind: fc.constant("download" as const),
        fault: fc.constantFrom("gone" as const, "stopping" as const),
      }),
      fc.record({ kind: fc.constant("failed" as const) }),
    ),
  }),
);

/** Any answer, found or not. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    question: anyText,
    isFound: fc.boolean(),
    quotes: anyQuotes(5),
    confidence: fc.double({ min: 0, max: 1 }),
    unknownNames: fc.array(anyText, { maxLength: 4 }),
  })
  .map(({ isFound, quotes, ...rest }) =>
    isFound
      ? { ...rest, outcome: "answered", quotes, nearest: [] }
      : { ...rest, outcome: "not_found", quotes: [], nearest: quotes.slice(0, 3) },
  );
