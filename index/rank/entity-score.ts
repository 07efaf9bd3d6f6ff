import type { Span } from "../document.ts";
import { countsSomething, createEntityFinder, type EntityKind } from "../question/entities.ts";
import type { MatchStrength } from "../question/match-terms.ts";
import type { SoughtTerm } from "../question/seek.ts";
import { tokenize } from "../text/tokens.ts";
import { isInAskedUnit } from "./asked-unit.ts";
import { namesOnlyOtherPost } from "./other-post.ts";
import type { PreparedQuestion } from "./prepared-question.ts";
import type { SentenceReading } from "./read-sentence.ts";
import { leaveOutReporters } from "./reporters.ts";
import { leavesUnnamed } from "./unnamed.ts";

/** Distance at which an entity's worth has halved. UTF-16 code units. */
const NEAR = 60;
/** How near a number must stand to what it counts: some seventy code units. */
const LEAST_NEARNESS = 0.45;
/** What one is worth that stands far from what was asked about. */
const FAR_AWAY = 0.3;
/** What another kind of thing is worth than the one asked for: any number where an amount is. */
const SECOND_CHOICE = 0.5;
/** What a year is worth where a day may be asked for. */
const YEAR_ONLY = 0.8;

/**
 * The spans in a sentence that could be what was asked for, those that the question itself names left out: of the
 * first kind that is there, since an amount answers "how much" better than any number.
 */
export function findAnswers(text: string, question: Pick<PreparedQuestion, "words" | "ask">): Span[] {
  return findBestKind({ text, findEntities: createEntityFinder(text) }, question)?.spans ?? [];
}

type TextWithEntities = Pick<SentenceReading, "text" | "findEntities">;

function findBestKind(
  sentence: TextWithEntities,
  { words, ask }: Pick<PreparedQuestion, "words" | "ask">,
): { spans: Span[]; isFirstChoice: boolean } | null {
  for (const [rank, kind] of ask.entities.entries()) {
    const spans = findNew(sentence, kind, words);
    if (spans.length > 0) return { spans, isFirstChoice: rank === 0 };
  }
  return null;
}

/** The entities of a kind that a question does not name itself. */
function findNew(
  { text, findEntities }: TextWithEntities,
  kind: EntityKind,
  asked: readonly string[],
): Span[] {
  const spans = findEntities(kind);
  if (spans.length === 0) return [];
  const knownWords = new Set(asked);
  // Whole words: "2015" names no 5.
  const known = ` ${asked.join(" ")} `;
  return spans.filter(({ start, end }) => {
    const words = tokenize(text.slice(start, end)).map(({ word }) => word);
    if (known.includes(` ${words.join(" ")} `)) return false;
    // "Ms. Judith Verhoeven" is nobody new to a question after "Judith Verhoeven's" post.
    return !ARE_NAMES.has(kind) || words.some((word) => !knownWords.has(word) && !TITLES.has(word));
  });
}

const ARE_NAMES: ReadonlySet<EntityKind> = new Set(["person", "place", "name"]);
const TITLES: ReadonlySet<string> = new Set(
  "mr mrs ms dr prof professor assoc associate ong ba gs pgs ts ths the of and".split(" "),
);

/** How far an answer stands from a word that it may belong to, in UTF-16 code units; three times as far on the wrong side. */
export function measureDistance(
  answer: Span,
  word: Span,
  question: Pick<PreparedQuestion, "counted">,
): number {
  if (word.start >= answer.end) return word.start - answer.end;
  // What is counted follows its number; before it, it more likely belongs to the number before.
  return (question.counted ? 3 : 1) * Math.max(0, answer.start - word.end);
}

/**
 * Whether a sentence shows an entity of the kind asked for that the question does not name: 1 next to what it is asked
 * of, less the farther away, 0 if it belongs to something else; `null` if there is none, or if no kind is asked for.
 *
 * @param columns how well the names of its columns say each of the question's terms, for a row of a table; default: it is none
 */
export function scoreEntities(
  sentence: TextWithEntities & Pick<SentenceReading, "terms" | "strengths">,
  question: PreparedQuestion,
  columns: readonly MatchStrength[] = [],
): number | null {
  const [wanted] = question.ask.entities;
  if (wanted === undefined) return null;
  const found = findBestKind(sentence, question);
  if (!found) return null;
  const { text, terms, strengths } = sentence;
  if (wanted === "person") {
    if (namesOnlyOtherPost(text, question)) return null;
    if (found.isFirstChoice && leaveOutReporters(text, found.spans, terms, question).length === 0)
      return null;
  }
  if (wanted === "name" && leavesUnnamed(text, terms, found.spans, question)) return null;
  // A date governs its whole sentence, wherever in it the date stands.
  if (wanted === "day" || wanted === "year" || wanted === "hour") return found.isFirstChoice ? 1 : YEAR_ONLY;
  const isInUnit =
    wanted !== "duration" ||
    !found.isFirstChoice ||
    found.spans.some(({ start, end }) => isInAskedUnit(text.slice(start, end), question.text));
  const anchor = question.counted ?? rarestMatch(strengths, question);
  const places = terms.filter(({ term }) => anchor?.known.some((form) => form.terms.includes(term)));
  const distances = found.spans.flatMap((answer) =>
    places
      // "A concept note of four pages" counts pages.
      .filter(
        ({ token }) => !question.counted || token.start >= answer.end || !countsSomething(text, answer.end),
      )
      .map(({ token }) => measureDistance(answer, token, question)),
  );
  const isColumn =
    question.counted !== null && (columns[question.terms.indexOf(question.counted)]?.own ?? 0) > 0;
  const nearness = isColumn ? 1 : 1 / (1 + Math.max(0, Math.min(...distances) - 1) / NEAR);
  // "The two sides spoke of classrooms" counts no classrooms.
  if (question.counted && nearness < LEAST_NEARNESS) return 0;
  const near = Math.max(FAR_AWAY, nearness);
  return near * (found.isFirstChoice && isInUnit ? 1 : SECOND_CHOICE);
}

/** The question's most important term that a sentence holds. */
function rarestMatch(
  strengths: readonly MatchStrength[],
  question: Pick<PreparedQuestion, "terms">,
): SoughtTerm | null {
  let best: SoughtTerm | null = null;
  for (const [index, term] of question.terms.entries()) {
    const { own, synonym } = strengths[index] ?? { own: 0, synonym: 0 };
    if (term.importance > (best?.importance ?? 0) && Math.max(own, synonym) > 0) best = term;
  }
  return best;
}
