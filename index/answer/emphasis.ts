import type { Language, Span } from "../document.ts";
import type { MatchStrength } from "../question/match-terms.ts";
import { findAnswers, measureDistance } from "../rank/entity-score.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import { extractTerms, type Term, termSet } from "../text/terms.ts";

/** Places emphasised in one sentence at most, for a question after dates, numbers or names. */
const MOST_ANSWERS = 3;

/**
 * What in a sentence answers: the dates, numbers, names or places that were asked for, nearest to the question's
 * words first; otherwise the clause that holds most of what was asked about. Offsets are the sentence's own, in order.
 */
export function findEmphasis(text: string, language: Language, question: PreparedQuestion): Span[] {
  const terms = extractTerms(text, language);
  const answers = findAnswers(text, question);
  if (answers.length > 0) {
    const isAnchor = ({ term }: Term): boolean =>
      question.counted
        ? question.counted.known.some((form) => form.terms.includes(term))
        : question.matcher.match([term]).some((strength) => sureness(strength) > 0);
    const anchors = terms.filter(isAnchor);
    const distance = (span: Span): number =>
      Math.min(text.length, ...anchors.map(({ token }) => measureDistance(span, token, question)));
    const byDistance = answers.toSorted((a, b) => distance(a) - distance(b));
    const least = byDistance[0] ? distance(byDistance[0]) : 0;
    // Of the numbers in a sentence only those that count what was asked for answer.
    const reach = question.counted ? 2 * least + 2 : text.length;
    const nearest = byDistance.filter((span) => distance(span) <= reach).slice(0, MOST_ANSWERS);
    return nearest.sort((a, b) => a.start - b.start);
  }
  const clause = bestClause(text, terms, question);
  return clause ? [passLabel(text, clause)] : [];
}

/** Where a clause is the label of what stands behind its colon, that: "Purpose: to visit two laboratories". */
function passLabel(text: string, clause: Span): Span {
  const [label] = /^\s*:\s+(?=\S)/u.exec(text.slice(clause.end)) ?? [];
  const isLabel =
    label !== undefined && text.slice(0, clause.start).trim() === "" && clause.end <= LONGEST_LABEL;
  const end = text.replace(/[\s.!?…]+$/u, "").length;
  return isLabel && clause.end + label.length < end ? { start: clause.end + label.length, end } : clause;
}

/** UTF-16 code units of the words before a colon that only say what follows. */
const LONGEST_LABEL = 30;

/** The clause with the largest share of the question; the earliest of equals. `null` where none has any. */
function bestClause(text: string, terms: readonly Term[], question: PreparedQuestion): Span | null {
  let best: Span | null = null;
  let most = 0;
  for (const clause of splitClauses(text)) {
    const inside = terms.filter(({ token }) => token.start >= clause.start && token.end <= clause.end);
    const strengths = question.matcher.match(termSet(inside));
    const share = question.terms.reduce(
      (sum, { importance }, index) => sum + importance * sureness(strengths[index]),
      0,
    );
    if (share > most) {
      most = share;
      best = clause;
    }
  }
  return best;
}

/**
 * Stretches between commas, colons, dashes (not those between digits: "1,453", "14:00–17:00") and brackets, without the white
 * space around them.
 */
function splitClauses(text: string): Span[] {
  return [...text.matchAll(/(?:[^,;:()–—]|(?<=\d)[,:–—](?=\d))+/g)].flatMap((match) => {
    const content = match[0].trim();
    const start = match.index + match[0].indexOf(content);
    return content ? [{ start, end: start + content.replace(/[.!?…]+$/, "").length }] : [];
  });
}

/** How surely a term is said, 0 to 1: in a synonym less so. */
function sureness({ own, synonym }: MatchStrength = { own: 0, synonym: 0 }): number {
  return Math.max(own, SYNONYM_SHARE * synonym);
}

const SYNONYM_SHARE = 0.8;
