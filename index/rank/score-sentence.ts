import type { Ask } from "../question/ask.ts";
import type { SentenceFeatures } from "./sentence-features.ts";

/** Weights of the features, set by hand and by a small search on test/eval/warm-up.jsonl (see DESIGN.md, Ranking). */
const WEIGHTS = {
  coverage: 0.6,
  context: 0.5,
  closeness: 0.55,
  passage: 0.4,
  phrases: 0.1,
  entity: 0.4,
  reason: 0.08,
  list: 0.15,
} as const;

/** What is taken off for what a sentence is. A caption or a heading answers only where nothing else does. */
const PENALTY = { text: 0, item: 0, caption: 0.08, heading: 0.2, repeat: 1 } as const;
const LEAD_IN_PENALTY = 0.1;

/** Words of an ordinary sentence; a longer one matches more by chance. */
const ORDINARY_WORDS = 32;
const LENGTH_PENALTY = 0.1;

/** One number to rank a sentence by; only its order within one question means anything. */
export function scoreSentence(features: SentenceFeatures, ask: Ask): number {
  const length = LENGTH_PENALTY * Math.max(0, Math.log2(features.words / ORDINARY_WORDS));
  const fragment = features.words < 4 ? 0.1 : 0;
  const leadIn = features.isLeadIn && !ask.isList ? LEAD_IN_PENALTY : 0;
  return (
    WEIGHTS.coverage * features.coverage +
    WEIGHTS.context * features.context +
    WEIGHTS.closeness * features.closeness +
    WEIGHTS.passage * features.passage +
    WEIGHTS.phrases * features.phrases +
    WEIGHTS.entity * features.entity +
    WEIGHTS.reason * features.reason +
    WEIGHTS.list * features.list -
    PENALTY[features.kind] -
    leadIn -
    length -
    fragment
  );
}
