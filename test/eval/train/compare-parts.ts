import { isPlain, listPractice, listSets, type QuestionSet, readQuestions } from "../sets.ts";
import { collectExamples, type Example } from "./collect-examples.ts";
import { fitSentences, rankExample } from "./fit-weights.ts";
import { openContext } from "./open-context.ts";
import { PARTS, type Part } from "./parts.ts";

/** The set whose plain questions have a column of their own. */
const PLAIN_OF = "practice/dev";

/**
 * Leaves out each part in turn, fits the ranking anew, and counts first sentences that are right: what is kept must earn
 * its place.
 *
 * @returns a Markdown page
 */
export async function compareParts(log: (line: string) => void): Promise<string> {
  const measured = (await listSets()).filter(({ name }) => name !== "warm-up.jsonl");
  const train = await listPractice("train");
  const collect = collectOnce();
  const rows: string[] = [];
  for (const part of PARTS) {
    log(part.name);
    const ranking = part.ranking ?? fitSentences(await collect(part, train), part.without ?? []);
    const cells: string[] = [];
    for (const set of measured) {
      const examples = await collect(part, set);
      cells.push(countRight(examples, ranking));
      if (set.name === PLAIN_OF)
        cells.push(
          countRight(
            examples.filter(({ question }) => isPlain(question)),
            ranking,
          ),
        );
    }
    rows.push(`| ${part.name} | ${cells.join(" | ")} |`);
  }
  const names = measured.flatMap(({ name }) => (name === PLAIN_OF ? [name, `${name}, plain alone`] : [name]));
  return `# What each part gives

Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run eval -- --ablation\`: of the questions that have an answer the share
whose first sentence holds it, whether or not it would have been shown. The ranking is fitted anew for each line.

| | ${names.join(" | ")} |
|---|${names.map(() => "---").join("|")}|
${rows.join("\n")}
`;
}

/**
 * Collects the examples of a set without a part. Where the engine stays as it is, and features or weights alone change, they
 * are collected once for all such parts.
 */
function collectOnce(): (part: Part, set: QuestionSet) => Promise<readonly Example[]> {
  const unchanged = new Map<string, readonly Example[]>();
  return async (part, set) => {
    const known = part.change ? undefined : unchanged.get(set.name);
    const examples = known ?? (await collectWithout(part, set));
    if (!part.change) unchanged.set(set.name, examples);
    return examples;
  };
}

/** Of the questions that have an answer alone: the others have no right sentence to learn from or to count. */
async function collectWithout({ change }: Part, set: QuestionSet): Promise<Example[]> {
  const context = await openContext(set.corpusFolder);
  try {
    const answerable = (await readQuestions(set)).filter((question) => question.answerable);
    return await collectExamples(change ? change(context) : context, answerable);
  } finally {
    await context.close();
  }
}

function countRight(examples: readonly Example[], ranking: Parameters<typeof rankExample>[1]): string {
  const right = examples.filter((example) => rankExample(example, ranking).some(({ isRight }) => isRight));
  return `${((100 * right.length) / examples.length).toFixed(1)}% (${right.length}/${examples.length})`;
}
