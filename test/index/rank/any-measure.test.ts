import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../index/errors.ts";
import { measureAnswer } from "../../../index/rank/answer-features.ts";
import { compareCandidates } from "../../../index/rank/compare-candidates.ts";
import { FEATURES } from "../../../index/rank/features.ts";
import type { PreparedQuestion } from "../../../index/rank/prepared-question.ts";
import { createRanker, readWeights } from "../../../index/rank/ranker.ts";
import { readVocabulary } from "../../../index/vocabulary/vocabulary.ts";
import { anyText } from "../any-text.ts";
import { measure, prepare } from "./questions.ts";

const vocabulary = await readVocabulary([]);
const ranker = createRanker(await readWeights());

const QUESTIONS = [
  "How many hospitals are there in Hue?",
  "When was the agreement signed?",
  "Why did the Kochi office close?",
  "List the topics",
  "ai dẫn đầu đoàn đại học quốc gia hà nội",
  "kinh phi bao nhieu",
  "gxqvz",
];
const anyQuestion = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...QUESTIONS) }, anyText);

/** A question that cannot be read has no answer to be measured. */
function read(text: string, unknown: readonly string[]): PreparedQuestion | null {
  try {
    return prepare(text, { vocabulary, unknown });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

describe("whatever is asked of whatever text", () => {
  it("every feature is a finite number, and so is the score; shares and confidence stay between 0 and 1", () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.array(anyText, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("text", "heading", "item", "caption", "repeat"),
        fc.constantFrom("en", "vi"),
        fc.constantFrom([], ["hospit", "hue", "gxqvz"]),
        fc.constantFrom(0, 0.5, 1),
        (text, sentences, kind, language, unknown, commonness) => {
          const question = read(text, unknown);
          fc.pre(question !== null);
          const [passage = "", head = ""] = sentences;
          const measured = sentences.map((sentence, index) =>
            measure(question, sentence, {
              kind,
              language,
              commonness,
              near: sentences.slice(index + 1, index + 3),
              passage,
              head,
              document: passage,
              vector: index % 2 ? Float32Array.of(0, 0) : Float32Array.of(-1, 0),
            }),
          );
          const ranked = compareCandidates(measured)
            .map((features) => ({ features, score: ranker.score(features) }))
            .sort((a, b) => b.score - a.score);
          for (const { features, score } of ranked) {
            expect(FEATURES.filter((feature) => !Number.isFinite(features[feature]))).toEqual([]);
            expect(score).toSatisfy(Number.isFinite);
            for (const name of [
              "coverage",
              "meaning",
              "documentCoverage",
              "localMeaning",
              "names",
              "density",
            ] as const) {
              expect(features[name]).toBeGreaterThanOrEqual(0);
              expect(features[name]).toBeLessThanOrEqual(1 + 1e-6);
            }
          }
          const answer = measureAnswer(ranked, question);
          expect(Object.entries(answer).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
          const confidence = ranker.estimateConfidence(answer);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
