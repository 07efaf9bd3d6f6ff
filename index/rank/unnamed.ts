import type { Span } from "../document.ts";
import type { Term } from "../text/terms.ts";
import type { PreparedQuestion } from "./prepared-question.ts";

/**
 * Whether a sentence has the word that names what is asked for ("which schools") beside no name, and no list of names behind
 * it: "pupils of 12 schools in Cau Ngang" names none of them.
 */
export function leavesUnnamed(
  text: string,
  terms: readonly Term[],
  names: readonly Span[],
  question: Pick<PreparedQuestion, "terms">,
): boolean {
  const focus = question.terms.filter(({ isFocus, isOptional }) => isFocus && !isOptional);
  const places = terms.filter(({ term }) =>
    focus.some(({ known }) => known.some((form) => form.kind === undefined && form.terms.includes(term))),
  );
  return (
    places.length > 0 &&
    places.every(
      ({ token }) =>
        !INTRODUCES_NAMES.test(text.slice(token.end, token.end + BEFORE_LIST)) &&
        names.every((name) => Math.max(token.start - name.end, name.start - token.end) > BESIDE),
    )
  );
}

const INTRODUCES_NAMES =
  /:|(?<!\p{L})(?:such as|including|includes?|namely|like|called|named|e\.g\.|như|gồm|là|tên)(?!\p{L})/iu;

/** Between the word for what is named and what introduces a list of names. UTF-16 code units. */
const BEFORE_LIST = 60;

/** Between a name and the word for what it names: "the company, Samsung". */
const BESIDE = 4;
