import { isStopWord } from "../text/stop-words.ts";
import { joinPairs, stemWord } from "../text/terms.ts";
import { findDemonyms } from "../vocabulary/demonyms.ts";
import type { Synonyms } from "../vocabulary/synonyms.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { QuestionTerm, TermForm } from "./question-term.ts";

/** How surely a synonym, a word of the same surroundings, or a Vietnamese word says what an English one does. */
export const SYNONYM_WEIGHT = 0.45;
export const NEIGHBOUR_WEIGHT = 0.3;
const VIETNAMESE_WEIGHT = 0.75;

/** "Canada" for "Canadian". */
const DEMONYM_WEIGHT = 0.9;

/** Vietnamese words of one syllable in names of institutions; elsewhere such a syllable is mostly a part of another word. */
const UNITS: ReadonlyMap<string, readonly string[]> = new Map([
  ["associ", ["hoi"]],
  ["committe", ["ban"]],
  ["commune", ["xa"]],
  ["depart", ["khoa", "so", "cuc", "vu", "phong"]],
  ["district", ["huyen", "quan"]],
  ["divis", ["phong"]],
  ["faculti", ["khoa"]],
  ["foundat", ["quy"]],
  ["fund", ["quy"]],
  ["institut", ["vien"]],
  ["ministri", ["bo"]],
  ["offic", ["phong"]],
  ["provinc", ["tinh"]],
  ["school", ["truong"]],
  ["union", ["doan", "hoi"]],
  ["ward", ["phuong"]],
]);
const UNIT_WEIGHT = 0.6;

/** Synonyms of a translation: two steps away. */
const TRANSLATED_SYNONYM_WEIGHT = 0.12;

type Expandable = Pick<QuestionTerm, "forms" | "isName" | "specificity">;

/**
 * Words of the longest phrase with synonyms at the beginning of some words; 0 where there is none of two words and more.
 * One of them at least carries a topic: "at most" is no phrase to look for.
 */
export function findPhrase(words: readonly string[], synonyms: Synonyms): number {
  const stems = words.slice(0, synonyms.longest).map(stemWord);
  for (let length = stems.length; length > 1; length--) {
    if (words.slice(0, length).every((word) => isStopWord(word, "en"))) continue;
    if (synonyms.find(stems.slice(0, length)).length > 0) return length;
  }
  return 0;
}

/**
 * Adds to an English term what else may say it: synonyms, words of the same surroundings, Vietnamese words. A name has
 * no other words of its language.
 *
 * @param words the term's words, folded
 */
export function expandTerm<Term extends Expandable>(
  term: Term,
  words: readonly string[],
  { synonyms, neighbours, lexicon, wordVectors }: Vocabulary,
): Term {
  const stems = words.map(stemWord);
  const [first = ""] = stems;
  const own: TermForm[] = [
    ...term.forms,
    ...(stems.length === 1 ? findDemonyms(first) : []).map(
      (stem): TermForm => ({ terms: [stem], weight: DEMONYM_WEIGHT }),
    ),
  ];
  if (term.isName) {
    const units = (UNITS.get(first) ?? []).map((unit): TermForm => ({ terms: [unit], weight: UNIT_WEIGHT }));
    return { ...term, forms: [...own, ...toVietnamese(stems, lexicon), ...units] };
  }
  const forms: TermForm[] = [
    ...own,
    ...toVietnamese(stems, lexicon),
    ...synonyms.find(stems).map((terms): TermForm => ({ terms, weight: SYNONYM_WEIGHT, kind: "synonym" })),
    ...(stems.length === 1 ? neighbours.find(first) : []).map(
      ({ stem, closeness }): TermForm => ({
        terms: [stem],
        weight: NEIGHBOUR_WEIGHT * closeness,
        kind: "neighbour",
      }),
    ),
  ];
  return { ...term, forms, specificity: Math.max(...stems.map((stem) => wordVectors.specificity(stem))) };
}

/**
 * Adds to a Vietnamese term the synonyms of its translations, each once. Its first form is its own: the syllable "ban", a
 * committee, is not the English "ban".
 */
export function expandTranslation<Term extends Expandable>(term: Term, { synonyms }: Vocabulary): Term {
  const said = new Set(term.forms.map(({ terms }) => terms.join(" ")));
  const forms: TermForm[] = [];
  for (const { terms: translation } of term.forms.slice(1)) {
    if (translation.length !== 1) continue;
    for (const terms of synonyms.find(translation)) {
      const phrase = terms.join(" ");
      if (said.has(phrase)) continue;
      said.add(phrase);
      forms.push({ terms, weight: TRANSLATED_SYNONYM_WEIGHT, kind: "synonym" });
    }
  }
  return { ...term, forms: [...term.forms, ...forms] };
}

/** Vietnamese words that mean all of these: "ban ghi nho" for "memorandum of understanding". */
function toVietnamese(stems: readonly string[], lexicon: Vocabulary["lexicon"]): TermForm[] {
  const [first, ...others] = stems.filter((stem) => !isStopWord(stem, "en"));
  if (first === undefined) return [];
  const elsewhere = others.map((stem) => new Set(lexicon.translateBack(stem).map(String)));
  return lexicon
    .translateBack(first)
    .filter((syllables) => elsewhere.every((words) => words.has(String(syllables))))
    .map((syllables) => ({ terms: joinPairs(syllables), weight: VIETNAMESE_WEIGHT }));
}
