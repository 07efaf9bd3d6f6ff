import { isStopWord } from "../text/stop-words.ts";
import { stemWord } from "../text/terms.ts";
import { expandTerm, findPhrase } from "./expand.ts";
import {
  isName,
  makeTerm,
  type PlacedTerm,
  type QuestionParts,
  type Range,
  type UnwrittenTerm,
  type Weighted,
} from "./question-parts.ts";
import { writeOutWord } from "./shorthand.ts";

/** Words that introduce a question and are not its topic. */
const SCAFFOLDING = new Set(
  "list everything many much tell please give know mention said sort kind heard hear something anything someone somebody anyone anybody wonder wondering hello hi get gets getting got n u r".split(
    " ",
  ),
);

/** The terms of a stretch of an English question: listed phrases, and words that say something. */
export function readEnglish(
  { text, tokens, ask, vocabulary, isShouted }: QuestionParts,
  { from, to }: Range,
): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  const isPassedOver = (position: number): boolean => {
    const { word = "" } = tokens[position] ?? {};
    return isStopWord(word, "en") || SCAFFOLDING.has(word) || ask.scaffolding.has(position);
  };
  for (let position = from; position < to; ) {
    const words = tokens.slice(position, to).map((token) => token.word);
    const phrase = ask.scaffolding.has(position) ? 0 : findPhrase(words, vocabulary.synonyms);
    const token = tokens[position];
    if (!token) break;
    if (phrase > 0) {
      const stems = words
        .slice(0, phrase)
        .filter((word) => !isStopWord(word, "en"))
        .map(stemWord);
      const term: UnwrittenTerm = {
        word: words.slice(0, phrase).join(" "),
        forms: [{ terms: stems, weight: 1 }],
        isName: false,
        isOptional: false,
        specificity: 0,
      };
      placed.push({
        from: position,
        to: position + phrase,
        term: expandTerm(term, words.slice(0, phrase), vocabulary),
      });
    } else if (!isPassedOver(position)) {
      const { word } = token;
      const meant = writeOutWord(word);
      const forms = [...new Set([word, meant])].map((each): Weighted => [stemWord(each), 1]);
      const term = makeTerm(word, forms, isName(text, token, position, isShouted));
      // "RICE" is an institute, nothing to eat.
      const isAbbreviation = term.isName && /^\p{Lu}{2,}$/u.test(text.slice(token.start, token.end));
      const expanded = isAbbreviation ? term : expandTerm(term, [meant], vocabulary);
      placed.push({ from: position, to: position + 1, term: expanded });
    }
    position += Math.max(1, phrase);
  }
  return placed;
}
