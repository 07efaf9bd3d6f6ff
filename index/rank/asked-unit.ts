import { foldText } from "../text/fold.ts";

/** Lengths of time that are asked for and given in the same words, folded: each line one unit in both languages. */
const UNITS = [
  "minutes?|phut",
  "hours?|gio|tieng",
  "days?|ngay|weeks?|weekends?|tuan",
  "months?|thang",
  "semesters?|terms?|hoc ky|ky",
  "years?|nam|decades?",
] as const;

const ASKED = UNITS.map((unit) => new RegExp(`\\b(?:how many|may|bao nhieu) (?:\\w+ )?(?:${unit})\\b`));
const SAID = UNITS.map((unit) => new RegExp(`(?:^|[^a-z])(?:${unit})(?![a-z])`));

/**
 * Whether a length of time is given in the unit that a question counts in: "45 days" for "how many days", not "10 minutes". Days
 * and weeks are told in each other. True where the question names no unit.
 */
export function isInAskedUnit(duration: string, question: string): boolean {
  const folded = foldText(question);
  const unit = ASKED.findIndex((form) => form.test(folded));
  return unit < 0 || (SAID[unit]?.test(foldText(duration)) ?? true);
}
