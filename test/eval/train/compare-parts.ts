import { FEATURES, type Feature } from "../../../index/rank/features.ts";
import { EMPTY_LEXICON } from "../../../index/vocabulary/lexicon.ts";
import { NO_NEIGHBOURS } from "../../../index/vocabulary/neighbours.ts";
import { NO_SYNONYMS } from "../../../index/vocabulary/synonyms.ts";
import { NO_WORD_VECTORS } from "../../../index/vocabulary/word-vectors.ts";
import { listPractice, listSets, type QuestionSet, readQuestions } from "../sets.ts";
import { collectExamples, type Example } from "./collect-examples.ts";
import { fitSentences, rankExample } from "./fit-weights.ts";
import { type OpenContext, openContext } from "./open-context.ts";

/** Something that can be left out, to see what it gives. */
interface Part {
  readonly name: string;
  /** The engine without it. */
  readonly change?: (context: OpenContext) => OpenContext;
  /** Features that fall away with it. */
  readonly without?: readonly Feature[];
  /** Weights by hand in place of fitted ones. */
  readonly ranking?: Readonly<Record<string, number>>;
}

const withVocabulary =
  (vocabulary: Partial<OpenContext["vocabulary"]>): NonNullable<Part["change"]> =>
  (context) => ({ ...context, vocabulary: { ...context.vocabulary, ...vocabulary } });

const featuresLike = (pattern: RegExp): Feature[] => FEATURES.filter((feature) => pattern.test(feature));

const PARTS: readonly Part[] = [
  { name: "everything" },
  { name: "without synonyms", change: withVocabulary({ synonyms: NO_SYNONYMS }) },
  { name: "without the Vietnamese lexicon", change: withVocabulary({ lexicon: EMPTY_LEXICON }) },
  { name: "without neighbours of words", change: withVocabulary({ neighbours: NO_NEIGHBOURS }) },
  { name: "without word vectors", change: withVocabulary({ wordVectors: NO_WORD_VECTORS }) },
  {
    name: "without the embedding model",
    change: (context) => ({
      ...context,
      embedder: {
        ...context.embedder,
        // Every question lies in the same direction: what is near it says nothing.
        embed: async (texts) =>
          texts.map(() => {
            const vector = new Float32Array(context.embedder.identity.dimension);
            vector[0] = 1;
            return vector;
          }),
      },
    }),
    without: featuresLike(/^(?:closeness|passageCloseness|closenessRank|passageRank)$/),
  },
  {
    name: "without what a question asks for",
    without: featuresLike(
      /^(?:person|post|place|time|duration|number|amount|reason|speech|enumeration|listItem)(?:Missing)?$/,
    ),
  },
  {
    name: "without the surroundings",
    without: featuresLike(/^(?:near|head|passage|document|namesAround|local)/),
  },
  {
    name: "with weights by hand in place of learned ones",
    ranking: {
      coverage: 1.1,
      nearCoverage: 0.25,
      headCoverage: 0.22,
      closeness: 0.55,
      passage: 0.4,
      caption: -0.08,
    },
  },
];

/**
 * Leaves out each part in turn, fits the ranking anew, and counts first sentences that are right: what is kept must earn
 * its place.
 *
 * @returns a Markdown page
 */
export async function compareParts(log: (line: string) => void): Promise<string> {
  const measured = (await listSets()).filter(({ name }) => name !== "warm-up.jsonl");
  const train = await listPractice("train");
  const rows: string[] = [];
  for (const part of PARTS) {
    log(part.name);
    const ranking = part.ranking ?? fitSentences(await collectWithout(part, train), part.without ?? []);
    const cells: string[] = [];
    for (const set of measured) {
      const examples = await collectWithout(part, set);
      const right = examples.filter((example) =>
        rankExample(example, ranking).some(({ isRight }) => isRight),
      );
      cells.push(
        `${((100 * right.length) / examples.length).toFixed(1)}% (${right.length}/${examples.length})`,
      );
    }
    rows.push(`| ${part.name} | ${cells.join(" | ")} |`);
  }
  const names = measured.map(({ name }) => name);
  return `# What each part gives

Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run eval -- --ablation\`: of the questions that have an answer the share
whose first sentence holds it, whether or not it would have been shown. The ranking is fitted anew for each line.

| | ${names.join(" | ")} |
|---|${names.map(() => "---").join("|")}|
${rows.join("\n")}
`;
}

async function collectWithout({ change }: Part, set: QuestionSet): Promise<Example[]> {
  const context = await openContext(set.corpusFolder);
  try {
    const answerable = (await readQuestions(set)).filter((question) => question.answerable);
    return await collectExamples(change ? change(context) : context, answerable);
  } finally {
    await context.close();
  }
}
