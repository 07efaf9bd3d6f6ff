import { FEATURES } from "../../../index/rank/features.ts";
import type { SearchContext } from "../../../index/search-context.ts";
import type { Verdict } from "../judge.ts";
import { collectExamples } from "./collect-examples.ts";

/** Features named of one miss. */
const NAMED = 5;

/** For each question that went wrong: what was said, what would have been right, and the features that decided. */
export async function* explainMisses(
  context: SearchContext,
  verdicts: readonly Verdict[],
): AsyncGenerator<string> {
  for (const { question, answer } of verdicts.filter(({ isRight }) => !isRight)) {
    const [example] = await collectExamples(context, [question]);
    const ranked = (example?.candidates ?? [])
      .map((candidate) => ({ ...candidate, score: context.ranker.score(candidate.features) }))
      .sort((a, b) => b.score - a.score);
    const place = ranked.findIndex(({ isRight }) => isRight);
    const [best, right] = [ranked[0], ranked[place]];
    const gains = FEATURES.map((feature): [string, number] => [
      feature,
      context.ranker.weightOf(feature) * ((best?.features[feature] ?? 0) - (right?.features[feature] ?? 0)),
    ]).sort((a, b) => b[1] - a[1]);
    yield [
      `${question.id} ${question.kind} | ${question.question}`,
      `    got:   ${answer.outcome} (${answer.confidence.toFixed(2)}) ${quoteStart(answer.quotes[0] ?? answer.nearest[0])}`,
      `    gold:  ${question.gold[0]?.quote.slice(0, 160) ?? "(not found)"}`,
      ...(right && best && place > 0
        ? [
            `    place ${place + 1} of ${ranked.length}, lost by ${gains
              .slice(0, NAMED)
              .map(([feature, gain]) => `${feature} ${gain.toFixed(2)}`)
              .join(", ")}`,
          ]
        : question.answerable && place < 0
          ? ["    not among the sentences looked at"]
          : []),
    ].join("\n");
  }
}

function quoteStart(quote: { readonly text: string } | undefined): string {
  return (quote?.text ?? "").slice(0, 160).replaceAll("\n", " ");
}
