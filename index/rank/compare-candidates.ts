import type { Feature, SentenceFeatures } from "./features.ts";

/**
 * Adds to the features of all candidates of one question how each stands among them: a cosine or a coverage that is high
 * for one question is low for another.
 *
 * @returns in the order given: `coverageRank` and `meaningRank` as shares of the best, 0 to 1; the others in standard
 *   deviations from the mean
 */
export function compareCandidates(candidates: readonly SentenceFeatures[]): SentenceFeatures[] {
  const shareOfBest = (feature: Feature): ((candidate: SentenceFeatures) => number) => {
    const best = Math.max(Number.MIN_VALUE, ...candidates.map((candidate) => candidate[feature]));
    return (candidate) => candidate[feature] / best;
  };
  const deviation = (feature: Feature): ((candidate: SentenceFeatures) => number) => {
    const count = Math.max(1, candidates.length);
    const mean = candidates.reduce((sum, candidate) => sum + candidate[feature], 0) / count;
    const variance = candidates.reduce((sum, candidate) => sum + (candidate[feature] - mean) ** 2, 0) / count;
    const spread = Math.sqrt(variance);
    // Equal values differ from their mean by rounding.
    return (candidate) => (spread < NO_SPREAD ? 0 : (candidate[feature] - mean) / spread);
  };
  const [coverage, meaning] = [shareOfBest("coverage"), shareOfBest("meaning")];
  const [closeness, theme] = [deviation("closeness"), deviation("theme")];
  return candidates.map((features) => ({
    ...features,
    coverageRank: coverage(features),
    meaningRank: meaning(features),
    closenessRank: closeness(features),
    themeRank: theme(features),
  }));
}

const NO_SPREAD = 1e-9;
