import type { PreparedQuestion } from "./prepared-question.ts";
import type { SentenceReading } from "./read-sentence.ts";

const NEGATION =
  /(?<!\p{L})(?:not|never|no longer|cannot|(?:ca|do|does|did|wo|is|are|was|were)n['’]t|neither|nor|without|except|excluding|excludes?|không|chưa|chẳng|ngoại trừ|trừ)(?!\p{L})/giu;
const NEGATION_WITHOUT_DIACRITICS = /(?<!\p{L})(?:khong|chua|ngoai tru)(?!\p{L})/iu;
/** English questions that "no" answers as well as "yes"; Vietnamese ones have a negation in them. */
const YES_OR_NO =
  /^(?:(?:so|and|but|ok|then|please|hi|hello),? )?(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|should|shall|will|would|am)\b|\bwhether\b/iu;
const WHY = /\bwhy\b|tại sao|vì sao|tai sao|vi sao/iu;

/** Between a negation and what it denies: "not be refunded", "không được hoàn trả". */
const BETWEEN = /^\s+(?:(?:be|been|yet|also|fully|được|bao gồm)\s+)?$/u;

/** Whether a question asks for what is so, so that a sentence of what is not does not answer it. */
export function asksForWhatIs(question: string): boolean {
  return (
    question.search(NEGATION) < 0 &&
    !NEGATION_WITHOUT_DIACRITICS.test(question) &&
    !YES_OR_NO.test(question) &&
    !WHY.test(question)
  );
}

/**
 * Which of a question's terms a sentence denies, as their places: "cover" in "does not cover visa fees" for "what does it cover".
 */
export function findDenied(
  { text, terms }: Pick<SentenceReading, "text" | "terms">,
  question: Pick<PreparedQuestion, "terms">,
): number[] {
  const ends = [...text.matchAll(NEGATION)].map((match) => match.index + match[0].length);
  if (ends.length === 0) return [];
  const denied = terms.filter(({ token }) => ends.some((end) => BETWEEN.test(text.slice(end, token.start))));
  return question.terms.flatMap(({ isName, isOptional, known }, index) => {
    const own = known.filter(({ kind }) => kind === undefined).flatMap((form) => form.terms);
    return !isName && !isOptional && denied.some(({ term }) => own.includes(term)) ? [index] : [];
  });
}

/** A sentence as it reads where it does not say some of the question's terms. */
export function withoutTerms(reading: SentenceReading, places: readonly number[]): SentenceReading {
  const closest = reading.meaning.closest.slice();
  for (const place of places) closest[place] = 0;
  return {
    ...reading,
    strengths: reading.strengths.map((strength, index) => (places.includes(index) ? NOTHING : strength)),
    meaning: { ...reading.meaning, closest },
  };
}

const NOTHING = { own: 0, synonym: 0 } as const;
