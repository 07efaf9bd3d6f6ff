import type { Span } from "../document.ts";
import { findWrittenDates } from "../text/dates.ts";
import { foldText } from "../text/fold.ts";
import { isVietnameseSyllable } from "../text/vietnamese-syllable.ts";
import { type EntityKind, NO_NAME, NO_PERSON, NO_PLACE, PATTERNS } from "./entity-patterns.ts";
import { COUNTS_NOTHING, NUMBER, NUMBER_WORD } from "./number-patterns.ts";
import { isFamilyName, mayBeginName } from "./person-name.ts";

export type { EntityKind };

/** A date with its month's number; not the end of "3 tháng 6 ngày", a length. */
const VIETNAMESE_DATE = /(?:(?:ngày|mùng) \d{1,2} |(?<!\d ))tháng \d{1,2}(?: ?(?:năm|\/) ?\d{4})?(?!\d)/giu;

/** A sentence longer than this is a damaged text, and patterns take the square of its length. UTF-16 code units. */
const LONGEST_LOOKED_AT = 4_000;

/** The spans in a text that look like one kind of entity, in order, without overlaps; the earlier pattern wins. */
export function findEntities(source: string, kind: EntityKind): Span[] {
  const spans: Span[] = [];
  // "USD 8,000" is often kept in one line by a space that does not break.
  const text = source.slice(0, LONGEST_LOOKED_AT).replace(/[\u00a0\u202f]/g, " ");
  const taken = findTaken(text, kind);
  for (const pattern of PATTERNS[kind]) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (
        kind === "person" &&
        (NO_PERSON.test(match[0]) ||
          isVietnamesePlace(match[0], text.slice(Math.max(0, match.index - LONGEST_TITLE), match.index)))
      )
        continue;
      if (kind === "name" && NO_NAME.test(match[0])) continue;
      if (kind === "place" && NO_PLACE.test(match[0])) continue;
      if ([...taken, ...spans].every((other) => !overlaps(span, other))) spans.push(span);
    }
  }
  // Dates in forms that only documents have: "5th day of May 2023", "23-Apr-2024", "5/27/2021".
  if (kind === "day") {
    const written = findWrittenDates(text).filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date));
    for (const { start, end } of written)
      if (spans.every((other) => !overlaps({ start, end }, other))) spans.push({ start, end });
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The entities of one text, each kind looked for once. */
export function createEntityFinder(source: string): (kind: EntityKind) => readonly Span[] {
  const known = new Map<EntityKind, readonly Span[]>();
  return (kind) => {
    const spans = known.get(kind) ?? findEntities(source, kind);
    known.set(kind, spans);
    return spans;
  };
}

/**
 * Whether words with capitals are Vietnamese and nothing in them or before them says that they are somebody's name: "Bình Minh",
 * but not "Linh Tran", "Bành Thị Lan" or "sinh viên Khánh Linh".
 */
function isVietnamesePlace(name: string, before: string): boolean {
  const words = name.normalize("NFC").split(" ");
  const [first = ""] = words;
  if (!words.every(isVietnameseSyllable) || TITLE.test(first) || OF_SOMEBODY.test(before)) return false;
  const folded = words.map(foldText);
  const isMiddle = (word: string): boolean => word === "thi" || word === "van";
  return (
    !mayBeginName(folded[0] ?? "") && !isFamilyName(folded.at(-1) ?? "") && !folded.slice(1).some(isMiddle)
  );
}

/** UTF-16 code units before a name in which a word for somebody may stand. */
const LONGEST_TITLE = 20;
/** With its diacritics: "Ba" is no "Bà". */
const TITLE = /^(?:ông|bà|anh|chị|cô|thầy)$/iu;
const OF_SOMEBODY =
  /(?<!\p{L})(?:ông|bà|anh|chị|cô|thầy|em|bạn|giáo viên|giảng viên|sinh viên|học sinh|ca sĩ|nghệ sĩ|students?|lecturers?|teachers?) $/iu;

/** Both who meet: "the two sides" are no count of anything. */
const BOTH =
  /(?<!\p{L})(?:the two \p{Ll}+|hai (?:bên|nước|phía|trường|đơn vị|cơ quan|quốc gia|ben|nuoc|phia|truong|don vi))(?!\p{L})/giu;

/** Of how many: "two of the four" are two. */
const WHOLE = new RegExp(
  `(?<=(?:\\d|(?<!\\p{L})${NUMBER_WORD}) (?:out )?of (?:the |its |their |all )?)(?:${NUMBER}|${NUMBER_WORD})(?!\\p{L})`,
  "giu",
);

/** What is no entity of a kind though it looks like one. */
function findTaken(text: string, kind: EntityKind): Span[] {
  // The number of a clause ("2.2 Exchange students") and those of a date count nothing.
  if (kind === "number" || kind === "figure")
    return [
      ...findClauseNumber(text),
      ...findEntities(text, "day"),
      ...findEntities(text, "year"),
      ...findEntities(text, "contact"),
      // "38 euros" are no 38 sensors.
      ...(kind === "number" ? findEntities(text, "amount") : []),
      ...[BOTH, WHOLE].flatMap((form) =>
        [...text.matchAll(form)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
      ),
    ];
  // "Ngày 5 tháng 3 năm 2021" holds neither five months nor three years.
  if (kind === "duration")
    return [...text.matchAll(VIETNAMESE_DATE)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    }));
  return [];
}

/**
 * Whether a word behind a number says what it counts, other than people or pieces: "four pages", not "45 in 2024" nor
 * "45 người".
 *
 * @param end where the number ends
 */
export function countsSomething(text: string, end: number): boolean {
  return COUNTED_BEHIND.test(text.slice(end, end + 40));
}

const COUNTED_BEHIND = new RegExp(
  `^(?!${COUNTS_NOTHING})(?! ?(?:more|less|fewer|persons?|people|others?|người|em|suất|cái|chiếc|lượt|trong|đã|được)(?!\\p{L}))`,
  "iu",
);

/** Whether two spans share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function findClauseNumber(text: string): Span[] {
  const match = /^\s*\d{1,2}(?:\.\d{1,2})*[.)]?(?=\s+\p{Lu})|^\s*\|?\s*\d{1,3}\s*\|/u.exec(text);
  return match && /[.)|]/.test(match[0]) ? [{ start: 0, end: match[0].length }] : [];
}
