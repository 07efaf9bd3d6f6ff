import { type GrowingFeatures, SAID } from "./features.ts";
import type { PreparedQuestion } from "./prepared-question.ts";
import type { SentenceInPlace } from "./read-sentence.ts";

/**
 * Measures how much of what was asked a sentence says, and what each of its surroundings adds to that.
 *
 * @param sums where the shares of `SAID` are put, 0 before
 */
export function weighTerms(
  { reading, near: beside, passage, above, before, columns }: SentenceInPlace,
  { terms }: PreparedQuestion,
  sums: GrowingFeatures,
): void {
  const totals = { all: 0, names: 0, local: 0, focus: 0 };
  for (const [index, term] of terms.entries()) {
    const { importance, isName, isFocus } = term;
    const inDocument = passage.document[index]?.own ?? 0;
    // A sentence of the memorandum answers without saying that it is one.
    const here = term.isDocument ? { own: inDocument, synonym: 0 } : (reading.strengths[index] ?? NOTHING);
    let nearOwn = columns[index]?.own ?? 0;
    for (const { strengths } of beside) nearOwn = Math.max(nearOwn, strengths[index]?.own ?? 0);
    const head = passage.head[index]?.own ?? 0;
    const inPassage = passage.whole[index]?.own ?? 0;
    const said = Math.max(here.own, here.synonym);
    const meant = Math.max(said, reading.meaning.closest[index] ?? 0);
    const near = Math.max(said, nearOwn);
    totals.all += importance;
    sums.coverage += importance * here.own;
    sums.meaning += importance * meant;
    sums.headCoverage += importance * Math.max(near, head);
    sums.passageCoverage += importance * Math.max(near, head, inPassage);
    sums.documentCoverage += importance * Math.max(near, head, inPassage, inDocument);
    const local = importance * (1 - (passage.commonness[index] ?? 0));
    totals.local += local;
    sums.localMeaning += local * meant;
    const aboveHere = above[index] ?? NOTHING;
    const beforeHere = before[index] ?? NOTHING;
    const inSection = Math.max(said, aboveHere.own, aboveHere.synonym);
    const carried = Math.max(inSection, beforeHere.own, beforeHere.synonym);
    sums.carriedLocal += local * Math.max(meant, carried);
    if (!isName && !term.isDocument && !term.isOptional)
      sums.gap = Math.max(sums.gap, importance * (1 - Math.max(meant, carried)));
    if (isName) {
      totals.names += importance;
      sums.names += importance * here.own;
      sums.namesAround += importance * Math.max(here.own, nearOwn, head, inPassage, inDocument);
    } else {
      sums.coreMeaning += importance * meant;
      sums.sectionCore += importance * inSection;
      sums.headed += importance * Math.max(aboveHere.own, aboveHere.synonym);
      sums.carriedCore += importance * carried;
    }
    if (isFocus) {
      totals.focus += importance;
      sums.focus += importance * meant;
    }
  }
  const wholes: Partial<Record<(typeof SAID)[number], number>> = {
    coreMeaning: totals.all - totals.names,
    sectionCore: totals.all - totals.names,
    headed: totals.all - totals.names,
    carriedCore: totals.all - totals.names,
    carriedLocal: totals.local,
    focus: totals.focus,
    localMeaning: totals.local,
    names: totals.names,
    namesAround: totals.names,
  };
  sums.gap = totals.all > 0 ? sums.gap / totals.all : 0;
  for (const name of SAID) {
    const whole = wholes[name] ?? totals.all;
    sums[name] = whole > 0 ? sums[name] / whole : 0;
  }
}

const NOTHING = { own: 0, synonym: 0 } as const;
