import { foldText } from "../text/fold.ts";

/** UTF-16 code units in which a sentence says whom it is about. */
const BEGINNING = 90;

const KIND =
  "(?:University|Institute|Polytechnic|College|School|Academy|Bank|Hospital|Foundation|Ministry|Company|Centre|Center|Museum|Fund|Agency|Association|Department|Trường Đại học|Đại học|Học viện|Viện|Bệnh viện|Cao đẳng|Công ty|Ngân hàng|Bảo tàng|Quỹ|Sở|Bộ)";

/** A name of an institution: capitalised words around a word for its kind. */
const INSTITUTION = new RegExp(
  `(?:\\p{Lu}[\\p{L}\\p{M}'’-]+ (?:(?:of|for|and|the) )?)*${KIND}(?![\\p{L}])(?:(?: (?:of|for|and|the))* \\p{Lu}[\\p{L}\\p{M}'’-]+)*`,
  "gu",
);
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/u;
/** "The audit by the Lotus Company" is no sentence about that company. */
const IS_BESIDE = /(?<!\p{L})(?:by|with|from|for|to|at|in|of|and|bởi|với|từ|cho|tại|của|và)(?: the)? $/iu;
/** Folded words that are no institution's own. */
const COMMON = new Set([
  ...(foldText(KIND).match(/\p{L}+/gu) ?? []),
  ..."of for and the a an national international".split(" "),
]);

/** The folded words of an institution's name that are its own: "Orchid" of "the Orchid Institute". */
export function listOwnWords(name: string): string[] {
  return (foldText(name).match(/\p{L}+/gu) ?? []).filter((word) => !COMMON.has(word));
}

/**
 * Whether a question is about an institution and a sentence begins with another: "The Lotus Institute was founded in 1962" for
 * "When was the Orchid Institute founded?". What such a sentence says is true of somebody else. Names of both must be written
 * in one language.
 */
export function beginsWithOtherInstitution(text: string, question: string): boolean {
  if (question.search(INSTITUTION) < 0 && !ABBREVIATION.test(question)) return false;
  const asked = new Set(foldText(question).match(/\p{L}+/gu));
  const beginning = text.slice(0, BEGINNING);
  return [...beginning.matchAll(INSTITUTION)].some(({ 0: name, index }) => {
    if (IS_BESIDE.test(beginning.slice(0, index))) return false;
    const own = listOwnWords(name);
    return own.length > 0 && !own.some((word) => asked.has(word));
  });
}
