import { ENTITY_GROUPS, type Feature } from "../../../index/rank/features.ts";

// The features by what they are measured of. Every feature is in a group, and `feature-groups.test.ts` says so: one that is
// new cannot be forgotten when a group is left out.

/** The kind of thing that a question asks for, and the words that name it. */
export const ASKED_FOR: readonly Feature[] = [
  ...ENTITY_GROUPS,
  ...ENTITY_GROUPS.map((group) => `${group}Missing` as const),
  "reason",
  "speech",
  "enumeration",
  "listHead",
  "listItem",
  "restated",
  "focus",
];

/** What is looked at outside the sentence; within the document, for `localMeaning`. */
export const SURROUNDINGS: readonly Feature[] = [
  "nearTheme",
  "headCoverage",
  "passageCoverage",
  "documentCoverage",
  "namesAround",
  "sectionCore",
  "headed",
  "carriedCore",
  "carriedLocal",
  "localMeaning",
];

/** Cosines of the embedding model. */
export const BY_MODEL: readonly Feature[] = ["closeness", "closenessRank"];

/** How much of the question the sentence itself says, in its words or in like ones. */
export const SAID_HERE: readonly Feature[] = [
  "coverage",
  "meaning",
  "coreMeaning",
  "names",
  "gap",
  "somebodyElse",
  "otherOrdinal",
  "denied",
  "theme",
  "density",
  "meaningRank",
  "themeRank",
];

/** What the sentence is, whatever is asked, and how retrieval judged its passage. */
export const WHAT_IT_IS: readonly Feature[] = [
  "passage",
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
];
