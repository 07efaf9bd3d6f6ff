import type { Feedback } from "../discord/question-store.ts";
import { createPaint, neutraliseLine, type Style } from "./render-text.ts";
import type { Texts } from "./texts.ts";

/** Verdicts on answers, oldest first: the question, then what was thought of its answer and why. */
export function renderFeedback(feedback: readonly Feedback[], style: Style, texts: Texts): string {
  if (feedback.length === 0) return `${texts.noFeedback}\n`;
  const paint = createPaint(style);
  return feedback
    .map(({ question, verdict, ratedAt, reason }) =>
      [
        paint.bold(neutraliseLine(question)),
        `  ${ratedAt.slice(0, 10)} · ${texts.verdicts[verdict]}`,
        ...(reason ? [`  ${neutraliseLine(reason)}`] : []),
        "",
      ].join("\n"),
    )
    .join("\n");
}
