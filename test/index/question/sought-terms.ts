import { collectStatistics } from "../../../index/lexical/search-lexical.ts";
import type { QuestionTerm, TermForm } from "../../../index/question/question-term.ts";
import { seekTerms } from "../../../index/question/seek.ts";
import { indexOf } from "../lexical/any-entries.ts";

/** A term with forms of its own, "terms with spaces between" and weight, and with those of another kind. */
export function term(
  word: string,
  own: [terms: string, weight: number][],
  { synonyms = [], neighbours = [], ...more }: TermSettings = {},
) {
  const formOf =
    (kind?: "synonym" | "neighbour") =>
    ([terms, weight]: [string, number]): TermForm => ({
      terms: terms.split(" "),
      weight,
      ...(kind && { kind }),
    });
  return {
    word,
    written: word,
    forms: [...own.map(formOf()), ...synonyms.map(formOf("synonym")), ...neighbours.map(formOf("neighbour"))],
    isName: false,
    isOptional: false,
    isFocus: false,
    isDocument: false,
    specificity: 1,
    ...more,
  };
}

export interface TermSettings {
  readonly synonyms?: [terms: string, weight: number][];
  readonly neighbours?: [terms: string, weight: number][];
  readonly isOptional?: boolean;
  readonly specificity?: number;
}

/** The terms sought in three small documents, and what these hold. */
export async function seek(...terms: QuestionTerm[]) {
  const index = await indexOf(
    [1, "sponsor hospit mental"],
    [2, "sponsor univers social"],
    [3, "sponsor train"],
  );
  return {
    sought: seekTerms(terms, [index], collectStatistics([index])),
    statistics: collectStatistics([index]),
  };
}
