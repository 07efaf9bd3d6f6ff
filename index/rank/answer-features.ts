import type { EntityKind } from "../question/entities.ts";
import { directionOf as directionOfSentence, ENTITY_GROUPS, type SentenceFeatures } from "./features.ts";
import type { PreparedQuestion } from "./prepared-question.ts";

/** Features of the best sentence that also say how sure it is. */
const OF_SENTENCE = [
  "headCoverage",
  "passageCoverage",
  "documentCoverage",
  "localMeaning",
  "sectionCore",
  "carriedCore",
  "carriedLocal",
  "focus",
  "gap",
  "somebodyElse",
  "closeness",
  "closenessRank",
  "themeRank",
  "otherLanguage",
  "heading",
  "caption",
  "item",
  "length",
  "reason",
  "enumeration",
  "restated",
  "otherOrdinal",
  "denied",
  "cut",
] as const satisfies readonly (keyof SentenceFeatures)[];

/** What is measured of an answer as a whole: its best sentence, how it stands to the others, and what was asked. */
export const ANSWER_FEATURES = [
  ...OF_SENTENCE,
  // Of the softmax over all candidates: the share of the first, and of the first three.
  "share1",
  "share3",
  // The best score against the second.
  "lead",
  // The share of the question's names that does not stand anywhere near.
  "namesMissing",
  // Whether it has a name that no document knows.
  "absentName",
  // The share of the question's importance that no document holds, names aside, squared, since a few words that documents do
  // not use are a matter of style, most of them another topic.
  "unknownWordsSquared",
  // What was asked for: whether it is there, and whether it is missing; a number or a name more surely than a person or a date.
  "entity",
  "entityMissing",
  "factMissing",
  // Whether what is asked for is there but belongs to something else.
  "factFar",
  // Whether a reason is asked for and the best sentence has no word that gives one.
  "reasonMissing",
  // What kind of thing is asked for: documents say what was done more often than what it cost or how somebody is reached.
  "asksSumOrName",
  "asksFact",
  "isList",
  "isVietnamese",
  "terms",
] as const;

/** One feature. */
export type AnswerFeature = (typeof ANSWER_FEATURES)[number];

/**
 * Which way a feature may move the confidence: what is there never speaks against an answer, what is missing never for it. The
 * others may do either.
 */
export function directionOf(feature: AnswerFeature): -1 | 0 | 1 {
  if (AGAINST.has(feature)) return -1;
  const ofSentence = OF_SENTENCE.find((name) => name === feature);
  return FOR.has(feature) ? 1 : ofSentence ? directionOfSentence(ofSentence) : 0;
}

/**
 * Weights that are set by hand, where the practice collection has too few questions to teach them: after somebody whom no
 * document knows (31 of the 1,595 train questions, the best sentence right for 10); with a best sentence that speaks of
 * somebody else (7, right for 2); after a number, a sum or a name of which the best sentence has none (69, right for 9); with a
 * heading as the best sentence (3, right for none). Each of the first three is enough to make a sure answer doubtful.
 */
export const FIXED: Partial<Readonly<Record<AnswerFeature, number>>> = {
  absentName: -2,
  somebodyElse: -3,
  factMissing: -3,
  heading: -1.5,
};

/** An answer without the doubts of `FIXED`: what then is sure is near to what was asked, though it may not answer. */
export function leaveOutDoubts(features: AnswerFeatures): AnswerFeatures {
  const none = Object.fromEntries(Object.keys(FIXED).map((feature) => [feature, 0]));
  return { ...features, ...none };
}

const FOR: ReadonlySet<AnswerFeature> = new Set<AnswerFeature>(["share1", "share3", "lead", "entity"]);
const AGAINST: ReadonlySet<AnswerFeature> = new Set<AnswerFeature>([
  "unknownWordsSquared",
  "namesMissing",
  "entityMissing",
  "factMissing",
  "factFar",
  "reasonMissing",
]);

/** What was measured of an answer. */
export type AnswerFeatures = Readonly<Record<AnswerFeature, number>>;

/**
 * Measures an answer by its candidates.
 *
 * @param ranked at least one, best first
 * @param absentNames how many names of the question no document seems to know, default 0
 */
export function measureAnswer(
  ranked: readonly { readonly features: SentenceFeatures; readonly score: number }[],
  question: Pick<PreparedQuestion, "terms" | "ask" | "language">,
  absentNames = 0,
): AnswerFeatures {
  const [best, second] = ranked;
  if (!best) throw new RangeError("Without a sentence there is no answer to measure");
  const { features } = best;
  const odds = ranked.map(({ score }) => Math.exp(score - best.score));
  const all = odds.reduce((sum, value) => sum + value, 0);
  const total = question.terms.reduce((sum, term) => sum + term.importance, 0);
  const unknownWords = question.terms.reduce(
    (sum, term) => sum + (term.isName || term.isKnown ? 0 : term.importance / (total || 1)),
    0,
  );
  const highest = (groups: readonly (typeof ENTITY_GROUPS)[number][], suffix: "" | "Missing"): number =>
    Math.max(...groups.map((group) => features[`${group}${suffix}`]));
  const ofSentence = Object.fromEntries(OF_SENTENCE.map((name) => [name, features[name]])) as Pick<
    SentenceFeatures,
    (typeof OF_SENTENCE)[number]
  >;
  const [entity, entityMissing] = [highest(ENTITY_GROUPS, ""), highest(ENTITY_GROUPS, "Missing")];
  const [wanted] = question.ask.entities;
  const isAsked = wanted !== undefined;
  const hasNames = question.terms.some(({ isName }) => isName);
  return {
    ...ofSentence,
    namesMissing: hasNames ? 1 - features.namesAround : 0,
    share1: 1 / all,
    share3: odds.slice(0, 3).reduce((sum, value) => sum + value, 0) / all,
    lead: second ? Math.min(MOST_LEAD, best.score - second.score) : MOST_LEAD,
    absentName: absentNames > 0 ? 1 : 0,
    unknownWordsSquared: unknownWords ** 2,
    entity,
    entityMissing,
    factMissing: highest(["duration", "number", "amount", "name"], "Missing"),
    factFar: isAsked && entity === 0 && entityMissing === 0 ? 1 : 0,
    reasonMissing: question.ask.isReason && !isAsked && features.reason === 0 ? 1 : 0,
    asksSumOrName: wanted !== undefined && SUMS_AND_NAMES.has(wanted) ? 1 : 0,
    asksFact: wanted !== undefined && FACTS.has(wanted) ? 1 : 0,
    isList: question.ask.isList ? 1 : 0,
    isVietnamese: question.language === "vi" ? 1 : 0,
    terms: question.terms.length,
  };
}

const SUMS_AND_NAMES: ReadonlySet<EntityKind> = new Set<EntityKind>(["amount", "name", "contact"]);
const FACTS: ReadonlySet<EntityKind> = new Set<EntityKind>([
  "number",
  "day",
  "person",
  "year",
  "percent",
  "duration",
]);

/** A logit: from here on the first is as good as alone. */
const MOST_LEAD = 3;
