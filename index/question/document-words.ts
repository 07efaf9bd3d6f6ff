import type { Language } from "../document.ts";
import { countWords } from "./folded-words.ts";

/** "Under the Wageningen MoU", "in the report on the mission": where it is written, not what is asked. */
const FORMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:under|in|according to|by|of|from|per|with|at|from) (?:(?:the|our|this|that|its|their|your) )?(?:(?!(?:is|are|was|were|do|does|did|of|to|for|on|and)\b)\w+ ){0,4}?(?<kind>mous?|memorandum(?: of understanding)?|agreement|contract|report|minutes|news(?: item)?|article|newsletter|bulletin|press release|annex|document|page)\b/g,
  vi: /\b(?:theo|trong|tai|cua) (?:\w+ ){0,2}?(?<kind>bien ban|ban ghi nho|bao cao|thoa thuan|hop dong|ban tin|thong bao|cong van|van ban|tai lieu|mou)\b/g,
};

/**
 * The positions of the words by which a question says in what kind of document it is to be looked up: a sentence of that
 * document answers without saying so again.
 *
 * @param words the question's folded words, in order
 */
export function findDocumentWords(words: readonly string[], language: Language): ReadonlySet<number> {
  const text = words.join(" ");
  const positions = new Set<number>();
  for (const { 0: match, index, groups } of text.matchAll(FORMS[language])) {
    const { kind = "" } = groups ?? {};
    const from = countWords(text.slice(0, index + match.length - kind.length));
    for (let offset = 0; offset < countWords(kind); offset++) positions.add(from + offset);
  }
  return positions;
}
