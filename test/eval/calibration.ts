import type { Verdict } from "./judge.ts";

/** Ranges of confidence that are looked at together. */
const BINS = 10;

/** Questions of like confidence: what was promised of their best quotes, and what came true. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  /** The mean confidence, and the share of best quotes that are right. */
  readonly promised: number;
  readonly right: number;
}

/** The questions in ten equal ranges of confidence; ranges without any are left out. */
export function sortIntoBins(verdicts: readonly Verdict[]): Bin[] {
  return Array.from({ length: BINS }, (_, index) => {
    const inside = verdicts.filter(
      ({ answer }) => Math.min(BINS - 1, Math.floor(answer.confidence * BINS)) === index,
    );
    const sum = inside.reduce((total, { answer }) => total + answer.confidence, 0);
    const right = inside.filter(({ bestIsRight }) => bestIsRight).length;
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      questions: inside.length,
      promised: sum / inside.length,
      right: right / inside.length,
    };
  }).filter(({ questions }) => questions > 0);
}

/**
 * How far what is promised is from what comes true, on average (expected calibration error: Guo and others 2017, On
 * Calibration of Modern Neural Networks, equation 3). `null` without a question.
 */
export function calibrationError(verdicts: readonly Verdict[]): number | null {
  if (verdicts.length === 0) return null;
  return sortIntoBins(verdicts).reduce(
    (sum, { questions, promised, right }) => sum + (questions / verdicts.length) * Math.abs(promised - right),
    0,
  );
}

/** The bins as a Markdown table. */
export function formatReliability(verdicts: readonly Verdict[]): string {
  const percent = (value: number): string => `${Math.round(100 * value)}%`;
  const rows = sortIntoBins(verdicts).map(
    ({ from, to, questions, promised, right }) =>
      `| ${percent(from)} to ${percent(to)} | ${questions} | ${percent(promised)} | ${percent(right)} |`,
  );
  return ["| confidence | questions | promised | right |", "|---|---|---|---|", ...rows].join("\n");
}
