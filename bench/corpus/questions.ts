import type { Fact } from "./facts.ts";
import { openRandom } from "./random.ts";

/** A question, and the sentence that answers it; `null` where none does. */
export interface AskedQuestion {
  readonly text: string;
  readonly sentence: string | null;
}

const QUESTION_SEED = 4_000_037;

/** A surname that the generator of names cannot make. */
const STRANGER = "Zbrzezny";

/**
 * At most `count` questions, each about another fact, drawn from all over the corpus. Of twenty, one has a slip of the
 * hand in its name, one is asked in Vietnamese, and one is about somebody whom no document names.
 */
export function pickQuestions(facts: readonly Fact[], count: number): AskedQuestion[] {
  const random = openRandom(QUESTION_SEED);
  const left = [...facts];
  const questions: AskedQuestion[] = [];
  while (questions.length < count && left.length > 0) {
    const position = random.below(left.length);
    const fact = left[position] as Fact;
    left[position] = left.at(-1) as Fact;
    left.pop();
    const { sentence, question, vietnamese, name } = fact;
    switch (questions.length % 20) {
      case 5:
        questions.push({ text: question.replace(name, mistype(name)), sentence });
        break;
      case 10:
        questions.push({ text: vietnamese, sentence });
        break;
      case 15:
        questions.push({ text: question.replace(name, `Jadwiga ${STRANGER}`), sentence: null });
        break;
      default:
        questions.push({ text: question, sentence });
    }
  }
  return questions;
}

/** Swaps two neighbouring letters in the middle of the longest word. */
function mistype(name: string): string {
  const longest = name.split(" ").reduce((best, word) => (word.length > best.length ? word : best), "");
  const middle = Math.max(1, Math.floor(longest.length / 2));
  const swapped = `${longest.slice(0, middle)}${longest[middle + 1] ?? ""}${longest[middle]}${longest.slice(middle + 2)}`;
  return name.replace(longest, swapped);
}
