import type { Feature, SentenceFeatures } from "./features.ts";

/**
 * Adds to the features of all candidates of one question how each stands among them: a cosine or a coverage that is high
 * for one question is low for another.
 *
 * @returns in the order given: `meaningRank` as a share of the best, 0 to 1; the others in standard deviations from the mean
 */
export function compareCandidates(candidates: readonly SentenceFeatures[]): SentenceFeatures[] {
  const mostMeant = Math.max(Number.MIN_VALUE, ...candidates.map(({ meaning }) => meaning));
  const deviation = (feature: Feature): ((candidate: SentenceFeatures) => number) => {
    const count = Math.max(1, candidates.length);
    const mean = candidates.reduce((sum, candidate) => sum + candidate[feature], 0) / count;
    const variance = candidates.reduce((sum, candidate) => sum + (candidate[feature] - mean) ** 2, 0) / count;
    const spread = Math.sqrt(variance);
    // Equal values differ from their mean by rounding.
    return (candidate) => (spread < NO_SPREAD ? 0 : (candidate[feature] - mean) / spread);
  };
  const [closeness, theme] = [deviation("closeness"), deviation("theme")];
  return candidates.map((features) => ({
    ...features,
    meaningRank: features.meaning / mostMeant,
    closenessRank: closeness(features),
    themeRank: theme(features),
  }));
}

const NO_SPREAD = 1e-9;
