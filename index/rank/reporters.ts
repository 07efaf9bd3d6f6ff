import type { Span } from "../document.ts";
import type { Term } from "../text/terms.ts";
import type { PreparedQuestion } from "./prepared-question.ts";

/** Verbs by which somebody is quoted. */
const REPORTS =
  /(?<!\p{L}|(?<!\p{L})(?:the|an?|its|their|his|her|our|first) )(?:said|says|shared|stated|informed|noted|added|explained|affirmed|emphasi[sz]ed|stressed|reported|announced|recalled|told|remarked|hoped|suggested|proposed|cho biết|chia sẻ|nhấn mạnh|phát biểu|khẳng định)(?!\p{L})/iu;

/**
 * Leaves out who only says what a sentence holds: "Ms. Lindholt shared that ten lecturers will go" names none of the lecturers.
 * Kept where the verb or a word before it is the question's, names aside ("The chair of the meeting, Ms. Lindholt, said"), and
 * for a question after what somebody said.
 */
export function leaveOutReporters(
  text: string,
  people: readonly Span[],
  terms: readonly Term[],
  question: Pick<PreparedQuestion, "terms" | "ask">,
): readonly Span[] {
  const verb = question.ask.isSpeech ? -1 : text.search(REPORTS);
  if (verb < 0) return people;
  const asked = new Set(
    question.terms.flatMap(({ known, isName }) => (isName ? [] : known.flatMap((form) => form.terms))),
  );
  const isAsked = terms.some(({ term, token }) => token.start <= verb && asked.has(term));
  return isAsked ? people : people.filter(({ start }) => start >= verb);
}
