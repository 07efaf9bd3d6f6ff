import { foldText } from "../../text/fold.ts";
import { detectLanguage } from "../../text/language.ts";
import type { Facts } from "../reader.ts";
import type { Heading } from "./compose.ts";

/** Titles that programs put in and nobody wrote. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel|office)\b.*|(?:untitled|document|doc|new document|presentation|powerpoint presentation|book|sheet|slide|scan|image|img|page|print|none|null|title|no title|template|layout|công văn|tài liệu|văn bản)[\s_-]*\d*|.*\.(?:docx?|dotx?|pdf|rtf|odt|xlsx?|pptx?|indd|pmd|qxd|tmp|html?|txt|tex|dvi|ps|jpe?g|png|tiff?)|(?:https?|file):.*|[a-z]:\\.*|\(?anonymous\)?)$/iu;

/** UTF-16 code units at a document's beginning in which its title should stand. */
const BEGINNING = 3_000;

/** Headings that make one title at most. */
const MOST_TITLE_LINES = 3;

/** What stands above the title of an official letter. */
const LETTERHEAD =
  /^(?:cộng h[òo][aà] xã hội|độc lập|socialist republic|independence|bộ |sở |ministry|department of|ubnd|ủy ban|số\s*:|no\.|ref)/iu;
const NUMBERED = /^(?:article|chapter|section|annex|appendix|điều|chương|mục|phần|phụ lục)\s+[\divxlc]+/iu;

/**
 * What a PDF says of itself: its title from the metadata, or else the largest heading of the first page, and its
 * language where that agrees with the text (programs often state the language of their menus). The date of its making is
 * none of the document's: a copy printed today is not of today.
 *
 * @param info the metadata as pdf.js hands it over
 */
export function findFacts(info: unknown, text: string, headings: readonly Heading[]): Facts {
  const { Title, Language } = (info ?? {}) as { Title?: unknown; Language?: unknown };
  const written = cleanTitle(Title);
  const found = findTitle(headings);
  const title = written !== null && (found === null || isTold(written, text)) ? written : found;
  const stated = typeof Language === "string" ? /^(en|vi)\b/i.exec(Language)?.[1]?.toLowerCase() : undefined;
  const language =
    (stated === "en" || stated === "vi") && detectLanguage(text) === stated ? stated : undefined;
  return { ...(title === null ? {} : { title }), ...(language === undefined ? {} : { language }) };
}

/** A single word, "final2", is a title only where the text begins with it: it may be what somebody called the file. */
function isTold(title: string, text: string): boolean {
  return /\s/u.test(title) || foldText(text.slice(0, BEGINNING)).includes(foldText(title));
}

function cleanTitle(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const title = value.replace(/[\s\u0000-\u001f]+/gu, " ").trim();
  const isWritten = /\p{L}{2}/u.test(title) && !/[\ufffd\p{Co}\p{Cn}]/u.test(title);
  return isWritten && title.length <= 300 && !NO_TITLE.test(title) ? title : null;
}

function findTitle(headings: readonly Heading[]): string | null {
  const candidates = headings.filter(
    ({ page, text }) =>
      page === 0 && !LETTERHEAD.test(text) && !NUMBERED.test(text) && /\p{L}{2}/u.test(text),
  );
  const [first] = candidates;
  if (!first) return null;
  const best = candidates.reduce(
    (largest, heading) => (heading.size > 1.05 * largest.size ? heading : largest),
    first,
  );
  // "BIÊN BẢN GHI NHỚ" and below it, as large, between whom.
  const lines = [best];
  for (const heading of candidates) {
    const last = lines.at(-1);
    const isNext =
      last && heading.block === last.block + 1 && Math.abs(heading.size - best.size) < 0.05 * best.size;
    if (isNext && lines.length < MOST_TITLE_LINES) lines.push(heading);
  }
  return lines.map((heading) => heading.text).join(" ");
}
