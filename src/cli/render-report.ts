import { describeDetail, type Finding, type Language, type SyncReport } from "../../index/index.ts";
import { countThings } from "../count-things.ts";
import { createPaint, neutraliseLine, type Style } from "./render-text.ts";
import { fill, type Texts } from "./texts.ts";

/** What a sync did, in one line; with passages written, also how many. */
export function renderSync(report: SyncReport, texts: Texts): string {
  const { added, changed, removed, unchanged, passages, truncated } = report;
  const counts = fill(texts.synced, { added, changed, removed, unchanged });
  if (passages === 0) return counts;
  const written = {
    passages: countThings(texts.passages, passages),
    truncated: countThings(texts.texts, truncated),
  };
  return `${counts} ${fill(texts.syncedPassages, written)}`;
}

/** Whether a sync found anything to do. */
export function didAnything(report: SyncReport): boolean {
  return report.added + report.changed + report.removed > 0;
}

/** Whether a finding leaves nothing to do. */
export function isSettled(finding: Finding): boolean {
  return finding.ok || finding.repaired;
}

/** What doctor looked at, a line each, details below; `hint` says what to do about what is left to mend. */
export function renderFindings(
  findings: readonly Finding[],
  { style, texts, language }: { style: Style; texts: Texts; language: Language },
  hint: string | null,
): string {
  const paint = createPaint(style);
  const lines = findings.flatMap((finding) => {
    const verdict = finding.repaired
      ? paint.yellow(texts.checkRepaired)
      : finding.ok
        ? paint.green(texts.checkGood)
        : paint.red(texts.checkBad);
    const details = finding.details.map((detail) => describeDetail(detail, language));
    return [
      `${verdict}  ${texts.checks[finding.check]}`,
      ...chooseDetails(finding.check, details, texts).map((detail) => `    ${neutraliseLine(detail)}`),
    ];
  });
  const hints = hint === null || findings.every(isSettled) ? [] : [hint];
  return [...lines, ...hints, ""].join("\n");
}

/** Lines about one finding; `--json` has them all. Of the corpus each is shown: it names the files to see to. */
const MOST_DETAILS = 12;

function chooseDetails(check: Finding["check"], details: readonly string[], texts: Texts): readonly string[] {
  if (check === "corpus" || details.length <= MOST_DETAILS) return details;
  const shown = details.slice(0, MOST_DETAILS - 1);
  return [...shown, fill(texts.moreDetails, { count: details.length - shown.length })];
}
