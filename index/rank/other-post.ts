import { stemWord } from "../text/terms.ts";
import { listOwnWords } from "./other-institution.ts";
import type { PreparedQuestion } from "./prepared-question.ts";

/** Posts that have deputies, each in the words of both languages, with and without diacritics. */
const POSTS: readonly RegExp[] = [
  "presidents?|chair(?:man|woman|person)?|chủ tịch|chu tich|chủ nhiệm|chu nhiem",
  "rectors?|principal|headmaster|hiệu trưởng|hieu truong",
  "directors?|giám đốc|giam doc|viện trưởng|vien truong",
  "deans?|trưởng khoa|truong khoa",
  "ministers?|bộ trưởng|bo truong",
  "ambassadors?|đại sứ(?! quán)|dai su(?! quan)",
  "mayors?|thị trưởng|thi truong",
  "governors?|thống đốc|thong doc",
  "secretary|bí thư|bi thu|thư ký|thu ky",
  "heads?|chief|trưởng (?:phòng|ban|đoàn|bộ môn)",
].map((words) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "giu"));

/** What makes another post of one that it stands before. */
const LESSER =
  /(?<!\p{L})(?:vice|deputy|assistant|associate|former|ex|phó|pho|nguyên|cựu)[ -](?:(?:general|executive|managing|country|tổng|thường trực) )?$/iu;

/** Whose post it is: "of the Ha Long Maritime University". */
const OF_INSTITUTION =
  /^(?: general)? (?:of|at)(?: the)? (?<name>\p{Lu}[\p{L}\p{M}'’-]*(?:(?: (?:of|and|for|the))* \p{Lu}[\p{L}\p{M}'’-]*)*)/u;

/**
 * Whether a text has the post that a question asks after only as that of deputies or former holders, or of another institution
 * than those that the question names: "Vice Rector", or the rector of somewhere else, says nothing of who the rector is.
 */
export function namesOnlyOtherPost(
  text: string,
  question: Pick<PreparedQuestion, "text" | "terms">,
): boolean {
  if (asksForDeputy(question.text))
    return everyPost(text, question.text, (match) => !isLesser(text, match), true);
  return everyPost(text, question.text, (match) => {
    const { name } = OF_INSTITUTION.exec(text.slice(match.index + match[0].length))?.groups ?? {};
    return isLesser(text, match) || (name !== undefined && !isAskedFor(name, question.terms));
  });
}

/** Whether a text has the post that a question asks after only as that of deputies or former holders. */
export function namesOnlyDeputies(text: string, { text: asked }: Pick<PreparedQuestion, "text">): boolean {
  return everyPost(text, asked, (match) => isLesser(text, match));
}

/** Whether a question asks after deputies or former holders alone. */
function asksForDeputy(asked: string): boolean {
  const posts = POSTS.flatMap((post) => [...asked.matchAll(post)]);
  return posts.length > 0 && posts.every((match) => isLesser(asked, match));
}

/**
 * Whether a text has a post that a question asks after, and each of them so each time.
 *
 * @param isDeputy whether the question asks after deputies of it, default no
 */
function everyPost(
  text: string,
  asked: string,
  isSo: (match: RegExpExecArray) => boolean,
  isDeputy = false,
): boolean {
  const there = POSTS.filter((post) =>
    [...asked.matchAll(post)].some((match) => isLesser(asked, match) === isDeputy),
  ).flatMap((post) => [...text.matchAll(post)]);
  return there.length > 0 && there.every(isSo);
}

function isLesser(text: string, { index }: RegExpExecArray): boolean {
  return LESSER.test(text.slice(0, index));
}

/** Whether a name may be one that the question asks about: it has a word of it, or is what its initials stand for. */
function isAskedFor(name: string, terms: PreparedQuestion["terms"]): boolean {
  const names = terms.filter(({ isName, isOptional }) => isName || isOptional);
  if (names.length === 0) return true;
  const asked = new Set(terms.flatMap(({ forms }) => forms.flatMap((form) => form.terms)));
  const initials = (name.match(/\p{Lu}/gu) ?? []).join("").toLowerCase();
  const own = listOwnWords(name);
  // "Director of the Museum" is said of the museum that is spoken of.
  return own.length === 0 || asked.has(initials) || own.some((word) => asked.has(stemWord(word)));
}
