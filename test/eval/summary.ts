import { calibrationError } from "./calibration.ts";
import type { Verdict } from "./judge.ts";
import { isPlain } from "./sets.ts";

/** How the lines of the tables are to be read. */
export const READING_GUIDE = `**How to read this.** *Right*: a question that has an answer was answered, and the first quote shown is a right one
(where it asks after several things: the quotes shown, five at most, hold them all); a question that has no answer got
none. *Rightly not found*: of the questions without an answer, those where nothing was given as one. *Wrongly not
found*: of the questions with an answer, those where nothing was given as one, whether or not the right quote stood
among the closest passages. *Best quote right* counts the quote on top also where it was offered as the closest only;
the "first sentence right" of weights.json and ABLATION.md counts the sentence, before it becomes a quote.`;

/**
 * The figures of one question set as a Markdown table, one line a kind and the totals below. Where a set has plain questions
 * beside hard ones, a line says how many of the plain ones alone are right.
 */
export function summarise(verdicts: readonly Verdict[]): string {
  const kinds = [...new Set(verdicts.map(({ question }) => question.kind))].sort();
  const rows = kinds.map((kind) => {
    const ofKind = verdicts.filter(({ question }) => question.kind === kind);
    return [kind, share(ofKind.filter(({ isRight }) => isRight).length, ofKind.length)];
  });
  const answerable = verdicts.filter(({ question }) => question.answerable);
  const unanswerable = verdicts.filter(({ question }) => !question.answerable);
  const plainEnglish = answerable.filter(
    ({ question }) => question.lang === "en" && question.kind !== "paraphrase",
  );
  const isSilent = ({ answer }: Verdict): boolean => answer.outcome === "not_found";
  const count = (group: readonly Verdict[], test: (verdict: Verdict) => boolean): string =>
    share(group.filter(test).length, group.length);
  const plain = verdicts.filter(({ question }) => isPlain(question));
  const hasBoth = plain.length > 0 && plain.length < verdicts.length;
  const paged = verdicts.filter(({ pageIsRight }) => pageIsRight !== null);
  rows.push(
    ["**all kinds, right**", count(verdicts, ({ isRight }) => isRight)],
    ...(hasBoth ? [["plain questions alone, right", count(plain, ({ isRight }) => isRight)]] : []),
    ["best quote right, shown as an answer or not", count(answerable, ({ bestIsRight }) => bestIsRight)],
    ["first quote right", count(answerable, ({ firstIsRight }) => firstIsRight)],
    [
      "first quote right, English without paraphrase",
      count(plainEnglish, ({ firstIsRight }) => firstIsRight),
    ],
    ["one of the first three right", count(answerable, ({ inFirstThree }) => inFirstThree)],
    ...(paged.length > 0
      ? [
          [
            "page right, of right first quotes with pages",
            count(paged, ({ pageIsRight }) => pageIsRight === true),
          ],
        ]
      : []),
    ["rightly not found", count(unanswerable, isSilent)],
    ["wrongly not found", count(answerable, isSilent)],
    [
      "AUROC of confidence, answerable against not",
      formatNumber(areaUnderCurve(verdicts, ({ question }) => question.answerable)),
    ],
    [
      "AUROC of confidence, best quote right against wrong",
      formatNumber(areaUnderCurve(verdicts, ({ bestIsRight }) => bestIsRight)),
    ],
    ["expected calibration error", formatNumber(calibrationError(verdicts))],
    ["median length of the first quote, characters", formatNumber(medianLength(answerable))],
    [
      "verbatim at its span",
      share(
        sumOf(verdicts, ({ verbatim }) => verbatim),
        sumOf(verdicts, ({ quotes }) => quotes),
      ),
    ],
  );
  return ["| kind | right |", "|---|---|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    "\n",
  );
}

/**
 * The probability that a question of one sort gets a higher confidence than one of the other (ties count half): the area
 * under the receiver operating characteristic. `null` where one of the two sorts is missing.
 */
export function areaUnderCurve(
  verdicts: readonly Verdict[],
  isPositive: (verdict: Verdict) => boolean,
): number | null {
  const confidences = (wanted: boolean): number[] =>
    verdicts.filter((verdict) => isPositive(verdict) === wanted).map(({ answer }) => answer.confidence);
  const [positive, negative] = [confidences(true), confidences(false)];
  if (positive.length === 0 || negative.length === 0) return null;
  const wins = positive.flatMap((p) => negative.map((n): number => (p > n ? 1 : p === n ? 0.5 : 0)));
  return wins.reduce((sum, win) => sum + win, 0) / wins.length;
}

function medianLength(verdicts: readonly Verdict[]): number | null {
  const lengths = verdicts
    .flatMap(({ answer }) => answer.quotes.slice(0, 1).map(({ text }) => text.length))
    .sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? null;
}

function sumOf(verdicts: readonly Verdict[], value: (verdict: Verdict) => number): number {
  return verdicts.reduce((sum, verdict) => sum + value(verdict), 0);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;
}

function formatNumber(value: number | null): string {
  return value === null ? "-" : Number.isInteger(value) ? String(value) : value.toFixed(3);
}
