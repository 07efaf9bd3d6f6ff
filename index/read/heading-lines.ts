import type { Language } from "../document.ts";
import { detectLanguage } from "../text/language.ts";

/** Words between the names of parties on a title page: they head nothing, also in capitals. */
const CONNECTS = /^(?:(?:by )?and(?: between)?|between|with|or|of|for|và|giữa|với|cùng|hoặc)$/iu;
/** "e-Learning", "iLab" and the like are written so at the beginning of a heading, too. */
const BEGINS_SMALL = /^\p{Ll}(?!-?\p{Lu}|-\p{L})/u;

/** The number of an article or a part: "Article 2. Areas", "Chương II", "II. Difficulties". */
const NUMBERED =
  /^(?:(?:article|chapter|section|part|annex|appendix|điều|chương|mục|phần|phụ lục)\s+(?:\d{1,3}|[IVXLC]{1,6})(?:\s*[.:–-]\s*\P{Ll}|\s*:?$)|[IVX]{1,5}\.\s+\p{Lu})/iu;

/** UTF-16 code units. */
const LONGEST_TITLE = 80;
/** Words, which in Vietnamese are syllables: so few before a colon name what follows ("Next steps:"). */
const LONGEST_LABEL: Readonly<Record<Language, number>> = { en: 3, vi: 5 };
const NAMES_SUBJECT = /^(?:about (?!\d)|giới thiệu )/iu;
const SMALL_WORDS = new Set("a an and at by for from in of on or the to with".split(" "));

/** A sentence that goes on behind its colon has a verb, or says that something follows. */
const SENTENCE: readonly RegExp[] = [
  /(?<!\p{L})(?:following|follows|below|including|includes?|namely|such|are|is|was|were|be|been|has|have|had|will|would|shall|should|must|does|did|we|they|he|she|you|these|those|both|agree[sd]?|undertakes?|confirms?|proposes?|decides?|recommends?|comprises?|consists?|involves?|declares?|hopes?|asks?|says?|said)(?!\p{L})/iu,
  /(?<!\p{L})(?:on|of|with|by|as|that|in|for|to|and|at|from|between|among|through|or|like|decided|noted|stated|added|recommended|resolved)$/iu,
  /(?<!\p{L})(?:sau đây|gồm|là|đã|sẽ|cụ thể|trong đó|ngoài ra|ví dụ|cho biết|cho rằng|nhấn mạnh|đồng ý|chúng tôi)(?!\p{L})/iu,
  /(?<!\p{L})(?:sau|như|về|với|cho|tại|của|và)$/iu,
  /\p{L}\s+\p{L}+\s+(?:thống nhất|nhất trí|thỏa thuận|thoả thuận|đề nghị|kiến nghị|đề xuất|yêu cầu|quyết định|kết luận|nêu rõ|phát biểu|chia sẻ|cam kết)$/iu,
];
/** With these a sentence or a paragraph begins: "In addition:", "For example:", "Theo đó:". */
const OPENS_SENTENCE =
  /^(?:in|for|among|amongst|as|with|at|to|by|on|from|of|after|before|during|since|when|where|while|if|note|see|specifically|finally|firstly|secondly|also|moreover|furthermore|besides|therefore|thus|however|theo đó|bên cạnh đó|đồng thời|cuối cùng|trước hết|lưu ý|ghi chú)(?!\p{L})/iu;

/** A line without the marks of emphasis that Markdown sets around it. */
export function withoutEmphasis(line: string): string {
  return line.replace(/^[*_]+|[*_]+(?=:?$)/gu, "").trim();
}

/** Whether a line cannot be a heading by its words: it begins in lower case, or only connects two names. */
export function isFragment(line: string): boolean {
  const content = withoutEmphasis(line).replace(/\s*:$/u, "");
  return BEGINS_SMALL.test(content) || CONNECTS.test(content);
}

/** Whether a line ends in a colon and is the sentence that leads a list or a paragraph in. */
export function leadsIn(line: string): boolean {
  const content = withoutEmphasis(line);
  if (!content.endsWith(":")) return false;
  const words = content.slice(0, -1).trimEnd();
  return !isNumbered(words) && /\p{Ll}/u.test(words) && SENTENCE.some((pattern) => pattern.test(words));
}

/**
 * Whether a line that ends in a colon is a title of its own: it is in capitals, numbered ("Article 2:"), in bold letters
 * or short ("Participants:"), capitalised word by word, or begins with "About"; and no sentence's beginning.
 */
export function isTitleWithColon(line: string): boolean {
  const content = withoutEmphasis(line);
  const words = content.slice(0, -1).trimEnd();
  if (isFragment(content) || leadsIn(content)) return false;
  if (!/\p{Ll}/u.test(words) || isNumbered(words)) return true;
  if (words.length >= LONGEST_TITLE || /[.,;]/u.test(words)) return false;
  if (/^(\*\*|__)/u.test(line) || NAMES_SUBJECT.test(words)) return true;
  if (OPENS_SENTENCE.test(words)) return false;
  const parts = words.split(/\s+/u);
  const language = detectLanguage(words);
  return parts.length <= LONGEST_LABEL[language] || (language === "en" && parts.every(isCapitalised));
}

function isNumbered(words: string): boolean {
  return NUMBERED.test(words);
}

function isCapitalised(word: string): boolean {
  return SMALL_WORDS.has(word.toLowerCase()) || !/^\P{L}*\p{Ll}/u.test(word);
}
