import type { Language } from "../document.ts";
import { isStopWord } from "../text/stop-words.ts";
import { tokenize } from "../text/tokens.ts";
import { readAsk } from "./ask.ts";
import { detectQuestionLanguage, writeOut } from "./shorthand.ts";

/** UTF-16 code units of an earlier question that are read: what it was about stands at its beginning. */
const LONGEST_EARLIER = 500;

/** Folded words that stand for something said before. */
const POINTING = {
  en: /^(?:and|but|so|then|also)\b|\b(?:it|its|they|their|them|theirs|this|that|these|those|he|him|his|she|her|hers|there|then|one|ones|else|same|such|latter|former)\b/,
  vi: /^(?:con|the con|vay|the|va|nhung)\b|\b(?:no|ho|do|nay|ay|kia|vay|ong ay|ba ay|anh ay|co ay|chung)\b/,
} as const;
/** "What about ..." asks the earlier question again, of something else. */
const SAME_AGAIN = /^(?:and |but |so )*(?:what|how) about\b|^(?:the )?con\b|\bthi sao\b/;
/** A question with fewer words of its own does not say what it is about. */
const WORDS_OF_ITS_OWN = 2;

/**
 * A question that follows another, written so that it can be asked alone: where it points back ("when was it signed?",
 * "and the second phase?"), what the earlier one was about is added; where it only names something else ("what about
 * Germany?"), the whole earlier question is. A question that says itself what it is about stays as it is.
 */
export function joinFollowUp(question: string, earlier: string): string {
  const { text, language } = readShorthand(question);
  const words = tokenize(text).map(({ word }) => word);
  const folded = words.join(" ");
  const ask = readAsk(words, language);
  const own = words.filter((word, at) => !isStopWord(word, language) && !ask.scaffolding.has(at));
  const isSame = SAME_AGAIN.test(folded);
  // With and without diacritics "do" and "đó" are one folded word; "do" in English is no pointer.
  if (!isSame && !POINTING[language].test(folded) && own.length >= WORDS_OF_ITS_OWN) return question;
  const before = earlier.slice(0, LONGEST_EARLIER);
  return isSame ? `${question}\n${before}` : `${question}\n${topicOf(before)}`.trimEnd();
}

/** What a question is about, in its own words, written out: from the first word that says so to the last. */
function topicOf(question: string): string {
  const { text, language } = readShorthand(question);
  const tokens = tokenize(text);
  const { scaffolding } = readAsk(
    tokens.map(({ word }) => word),
    language,
  );
  const telling = tokens.filter(({ word }, at) => !isStopWord(word, language) && !scaffolding.has(at));
  return text.slice(telling[0]?.start ?? 0, telling.at(-1)?.end ?? 0);
}

/** A question's language, and its text with the shortened words of Vietnamese chat written out: "ko" says no more than "không". */
function readShorthand(question: string): { readonly text: string; readonly language: Language } {
  const language = detectQuestionLanguage(question);
  return { text: language === "vi" ? writeOut(question) : question, language };
}
