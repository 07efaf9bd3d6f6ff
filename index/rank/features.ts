/** Kinds of things that a question can ask for, as features tell them apart. */
export const ENTITY_GROUPS = [
  "person",
  "post",
  "place",
  "time",
  "duration",
  "number",
  "amount",
  "name",
] as const;
export type EntityGroup = (typeof ENTITY_GROUPS)[number];

/** Features that say how much of the question is there, in shares of its importance, 0 to 1. */
export const SAID = [
  // What the sentence says in the question's own words (another name or a translation counts as such), and with synonyms and
  // words of like meaning counted in.
  "coverage",
  "meaning",
  // In own words or synonyms with the sentences beside it, the title and heading above it; then its passage; then its document.
  "headCoverage",
  "passageCoverage",
  "documentCoverage",
  // The share meant of what is no name, and of what is rare within the document.
  "coreMeaning",
  "localMeaning",
  // Shares of the names alone: here, anywhere near.
  "names",
  "namesAround",
  // What is no name, with the heading above the sentence and the line that leads its list in.
  "sectionCore",
  // The same, and the share of what is rare within the document, with the sentences before it in its paragraph.
  "carriedCore",
  "carriedLocal",
  // The words that name what is asked for.
  "focus",
  // What is no name, with the heading and the lead-in alone.
  "headed",
] as const;

/** What is measured of a sentence against a question, by the names that weights have. */
export const FEATURES = [
  ...SAID,
  // Whether it speaks of somebody else: begins with another institution than one asked about, names other countries only, or has
  // the post asked after only as a deputy's.
  "somebodyElse",
  // The mean of the word vectors against the question's, of the sentence and of those beside it.
  "theme",
  "nearTheme",
  // How much of the sentence was asked about.
  "density",
  "closeness",
  "passage",
  // The largest share of the question that one word has, names aside, of which nothing is meant here or carried.
  "gap",
  // The kind of thing asked for: whether it is here, next to what it is asked of, or missing.
  ...ENTITY_GROUPS,
  ...ENTITY_GROUPS.map((group) => `${group}Missing` as const),
  "reason",
  "speech",
  "enumeration",
  // For a question after several things: what the heading and the lead-in say of it, and whether it is an entry.
  "listHead",
  "listItem",
  // Whether it only says again how many there are of what is to be named.
  "restated",
  // Whether it speaks of another one of a row, or denies what is asked about.
  "otherOrdinal",
  "denied",
  // What the sentence is.
  "caption",
  "heading",
  "item",
  "leadIn",
  "tableHead",
  "cut",
  "fragment",
  "length",
  "opening",
  "otherLanguage",
  // Against the other candidates of the same question (see `compareCandidates`).
  "closenessRank",
  "meaningRank",
  "themeRank",
] as const;

/** One feature. */
export type Feature = (typeof FEATURES)[number];

/** What was measured of a sentence. */
export type SentenceFeatures = Readonly<Record<Feature, number>>;

/** Features that are being filled in. */
export type GrowingFeatures = { -readonly [Name in Feature]: SentenceFeatures[Name] };

/** Features of which more never speaks against a sentence: their weights are 0 or above. */
const FOR: ReadonlySet<Feature> = new Set<Feature>([
  ...SAID,
  "theme",
  "nearTheme",
  "closeness",
  "passage",
  ...ENTITY_GROUPS,
  "reason",
  "speech",
  "closenessRank",
  "meaningRank",
  "themeRank",
]);

/** Features of which more never speaks for a sentence: their weights are 0 or below. */
const AGAINST: ReadonlySet<Feature> = new Set<Feature>([
  ...ENTITY_GROUPS.map((group) => `${group}Missing` as const),
  "somebodyElse",
  "restated",
  "gap",
  "otherOrdinal",
  "denied",
  "caption",
  "heading",
  "leadIn",
  "tableHead",
  "cut",
  "fragment",
]);

/** Which way a feature may move a sentence: up (1), down (-1), or either. */
export function directionOf(feature: Feature): -1 | 0 | 1 {
  return FOR.has(feature) ? 1 : AGAINST.has(feature) ? -1 : 0;
}
