import type { Language } from "../document.ts";
import { countWords } from "./folded-words.ts";

/** English words at which the thing asked for ends: what follows says of what, or what about it. */
const END =
  "(?:is|was|are|were|be|been|do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must|of|for|in|on|at|by|to|from|with|about|between|during|after|before|under|and|or|that|who|which|as)";
const NOUNS = `(?<focus>(?:(?!${END}\\b)\\w+ ?){1,4})`;
const ARTICLE =
  "(?:(?:the|a|an|its|their|his|her|our|your|all|any|every|other|main|exact|two|three|four|five|six) ){0,2}";

/**
 * Where a question names the thing that it asks for: "contact persons" in "who are the contact persons of the class", "điều
 * kiện" in "phải đạt điều kiện gì". On folded words with one space between; the first that matches counts.
 */
const FORMS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    new RegExp(`\\b(?:what|which|whose|how many|how much) ${ARTICLE}${NOUNS}`, "d"),
    new RegExp(`\\b(?:what|who|which) (?:is|are|was|were|will be) ${ARTICLE}${NOUNS}`, "d"),
    new RegExp(`\\b(?:list|name|give|tell) (?:(?:me|us) )?${ARTICLE}${NOUNS}`, "d"),
  ],
  vi: [
    /(?<focus>(?:(?!(?:gi|nao|nhung|cac|mot|la|co|duoc|bi|den|tu|o|tai|trong|ve|cho|voi|va|cua|phai|se|da|dang|bao|vi|nhu) )\w+ ){1,3})(?:nao|gi)\b/d,
    /\b(?:bao nhieu|may) (?<focus>(?:(?!(?:duoc|bi|den|tu|o|tai|trong|ve|cho|voi|va|cua|phai|se|da|dang|co|la)\b)\w+ ?){1,3})/d,
  ],
};

/**
 * The positions of the words that name what is asked for; empty where a question names nothing ("who signed it"), and for
 * bare keywords.
 *
 * @param words the question's folded words, in order
 */
export function findFocus(words: readonly string[], language: Language): ReadonlySet<number> {
  const text = words.join(" ");
  for (const form of FORMS[language]) {
    const match = form.exec(text);
    const focus = match?.groups?.focus?.trim();
    const [start] = match?.indices?.groups?.focus ?? [];
    if (start === undefined || !focus) continue;
    const from = countWords(text.slice(0, start));
    return new Set(Array.from({ length: countWords(focus) }, (_, offset) => from + offset));
  }
  return new Set();
}
