import { z } from "zod";
import type { Answer, Citation } from "../../index/index.ts";

/** One question with what a right answer must quote. */
export const EvalQuestion = z.object({
  id: z.string(),
  question: z.string(),
  lang: z.enum(["en", "vi"]),
  kind: z.string(),
  answerable: z.boolean(),
  /** `any`: the first quote must hold one gold quote. `all`: the quotes shown must cover every gold quote. */
  mode: z.enum(["any", "all"]),
  /** `page`: the label of the page where the quote stands, "3", or of those over which it goes, "3-4". */
  gold: z.array(z.object({ doc: z.string(), quote: z.string().min(1), page: z.string().optional() })),
});
export type EvalQuestion = z.infer<typeof EvalQuestion>;

/** What the judge made of one answer. */
export interface Verdict {
  readonly question: EvalQuestion;
  readonly answer: Answer;
  /** Right as its mode asks, or rightly not found. */
  readonly isRight: boolean;
  readonly firstIsRight: boolean;
  readonly inFirstThree: boolean;
  /** Whether the best quote holds a gold quote, shown as an answer or only as the closest: what confidence is about. */
  readonly bestIsRight: boolean;
  /** Whether the first quote, where it is right, names its page; `null` where there is no page to name or no right quote. */
  readonly pageIsRight: boolean | null;
  /** Quotes, nearest ones included, and how many of them stand at their span in the file that they name. */
  readonly quotes: number;
  readonly verbatim: number;
}

/** A longer quote is not counted as right: it would make the reader search. UTF-16 code units. */
const LONGEST_QUOTE = 700;
/** Quotes that a reader is shown. */
const SHOWN = 5;
/** Share of a gold quote's characters that a quote must hold in one run. */
export const LEAST_SHARE = 0.6;

/**
 * Whether a quote holds a gold quote, or shares a run of at least 60% of its characters, and is not longer than 700.
 */
export function holdsGold(text: string, gold: string): boolean {
  if (text.length > LONGEST_QUOTE) return false;
  return text.includes(gold) || longestCommonRun(text, gold) >= LEAST_SHARE * gold.length;
}

/**
 * Judges an answer.
 *
 * @param readFile the text of the file that a quote names, relative to the corpus folder
 */
export function judge(
  question: EvalQuestion,
  answer: Answer,
  readFile: (document: string) => string,
): Verdict {
  const shown = answer.outcome === "answered" ? answer.quotes.slice(0, SHOWN) : [];
  const isGold = (text: string): boolean => question.gold.some(({ quote }) => holdsGold(text, quote));
  const firstIsRight = shown.slice(0, 1).some(({ text }) => isGold(text));
  const coversAll = question.gold.every(({ quote }) => shown.some(({ text }) => holdsGold(text, quote)));
  const foundRight = question.mode === "all" ? coversAll : firstIsRight;
  const quotes = [...answer.quotes, ...answer.nearest];
  const verbatim = quotes.filter(
    ({ document, start, end, text }) => readFile(document).slice(start, end) === text,
  );
  return {
    question,
    answer,
    isRight: question.answerable ? foundRight : answer.outcome === "not_found",
    firstIsRight,
    pageIsRight: judgePage(question, shown[0]),
    bestIsRight: quotes.slice(0, 1).some(({ text }) => isGold(text)),
    inFirstThree: shown.slice(0, 3).some(({ text }) => isGold(text)),
    quotes: quotes.length,
    verbatim: verbatim.length,
  };
}

/** Whether a quote that is right, and each place named beside it as saying the same, has the page of the gold quote there. */
function judgePage({ gold }: EvalQuestion, quote: Answer["quotes"][number] | undefined): boolean | null {
  if (!quote) return null;
  const found = gold.filter((each) => holdsGold(quote.text, each.quote));
  const places: readonly Citation[] = [quote, ...quote.alsoIn];
  const judged = places.flatMap(({ document, page }) => {
    const pages = found.filter(({ doc }) => doc === document).map((each) => each.page ?? null);
    const isPaged = page !== null || pages.some((right) => right !== null);
    return pages.length > 0 && isPaged ? [pages.some((right) => namesPage(page, right))] : [];
  });
  return judged.length === 0 ? null : judged.every((isRight) => isRight);
}

/** Whether the pages of a citation, "2-3", hold those of a gold quote, "3": a quote may be longer than its gold quote. */
function namesPage(cited: string | null, right: string | null): boolean {
  if (cited === null || right === null) return cited === right;
  const labels = cited.split("-");
  return right.split("-").every((label) => labels.includes(label));
}

/** The length of the longest stretch that two texts share. Quadratic; both are at most some hundred characters. */
export function longestCommonRun(a: string, b: string): number {
  let longest = 0;
  let above = new Uint16Array(b.length + 1);
  for (const character of a.split("")) {
    const row = new Uint16Array(b.length + 1);
    for (let column = 1; column <= b.length; column++) {
      if (b[column - 1] !== character) continue;
      const run = (above[column - 1] ?? 0) + 1;
      row[column] = run;
      longest = Math.max(longest, run);
    }
    above = row;
  }
  return longest;
}
