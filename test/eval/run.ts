import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { type Answer, type Engine, openEngine, UserError } from "../../index/index.ts";
import { readDocument } from "../../index/read/read-document.ts";
import { judge, type Verdict } from "./judge.ts";
import { describeSet, listSets, type QuestionSet, readQuestions } from "./sets.ts";
import { summarise } from "./summary.ts";

// npm run eval [-- --corpus DIR --questions FILE ... --misses]
// Without options: every set in test/eval over its own documents, and the figures go to RESULTS.md.

const ROOT = join(import.meta.dirname, "../..");
const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    questions: { type: "string", multiple: true },
    misses: { type: "boolean", default: false },
  },
});
const own = await listSets(import.meta.dirname);
const wanted: QuestionSet[] = values.questions
  ? values.questions.map((file) => ({ file, corpusFolder: values.corpus ?? join(ROOT, "corpus") }))
  : own.map(({ file, corpusFolder }) => ({ file, corpusFolder: values.corpus ?? corpusFolder }));

const reports: string[] = [];
for (const corpusFolder of new Set(wanted.map((set) => set.corpusFolder))) {
  const sets = wanted.filter((set) => set.corpusFolder === corpusFolder);
  reports.push(await evaluate(corpusFolder, sets, reports.length === 0));
}
const report = `${reports.join("\n\n")}\n`;
console.log(report);
if (!values.corpus && !values.questions) {
  const note =
    "`dev.jsonl` was looked at while the first version was built, and never trained on. `warm-up.jsonl` is what its\nweights were set on: its figures are not a measure of quality.";
  await writeFile(
    join(import.meta.dirname, "RESULTS.md"),
    `# Results\n\n${report.replace("\n\n## ", `\n\n${note}\n\n## `)}`,
  );
}

/** The figures of sets over one folder of documents, below what was measured: for the first folder at the head of all. */
async function evaluate(
  corpusFolder: string,
  sets: readonly QuestionSet[],
  isFirst: boolean,
): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), "accord-eval-"));
  try {
    const { ACCORD_MODEL: model, HF_ENDPOINT: endpoint } = process.env;
    const engine = await openEngine({
      corpusFolder,
      dataFolder,
      modelsFolder: join(ROOT, "models"),
      ...(model ? { model } : {}),
      ...(endpoint ? { endpoint } : {}),
    });
    await engine.sync();
    const status = await engine.status();
    const size = `${status.documents} documents, ${status.passages} passages.`;
    const readText = await readTexts(engine, corpusFolder);
    const sections: string[] = [];
    for (const set of sets) {
      const verdicts = await judgeSet(engine, set.file, readText);
      const notes = [describeSet(set), isFirst ? null : size].filter((note) => note !== null);
      sections.push([`## ${basename(set.file)}`, ...notes, summarise(verdicts)].join("\n\n"));
      if (values.misses)
        for (const verdict of verdicts.filter(({ isRight }) => !isRight)) console.log(describeMiss(verdict));
    }
    await engine.close();
    const head = [
      `Measured on ${new Date().toISOString().slice(0, 10)} with the model ${status.model.name} (revision ${status.model.revision.slice(0, 12)}),`,
      `${size} Command: \`npm run eval\`.`,
    ].join("\n");
    return [...(isFirst ? [head] : []), ...sections].join("\n\n");
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** How the text of a document is read again, apart from what the index holds. */
async function readTexts(engine: Engine, corpusFolder: string): Promise<(document: string) => string> {
  const texts = new Map<string, string>();
  for (const { document } of await engine.sources()) {
    const { text } = await readDocument(document, readFileSync(join(corpusFolder, document)));
    texts.set(document, text);
  }
  return (document) => texts.get(document) ?? "";
}

async function judgeSet(
  engine: Engine,
  file: string,
  readText: (document: string) => string,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of await readQuestions(file)) {
    verdicts.push(judge(question, await askOrRefuse(engine, question.question), readText));
  }
  return verdicts;
}

/** A question that is refused ("???") is one that nothing was found for. */
async function askOrRefuse(engine: Engine, question: string): Promise<Answer> {
  try {
    return await engine.ask(question);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { question, outcome: "not_found", confidence: 0, quotes: [], nearest: [] };
  }
}

function describeMiss({ question, answer }: Verdict): string {
  const first = [...answer.quotes, ...answer.nearest][0];
  return [
    `${question.id} ${question.kind} | ${question.question}`,
    `    got:  ${answer.outcome} (${answer.confidence.toFixed(2)}) ${first?.text.slice(0, 160) ?? ""}`,
    `    gold: ${question.gold[0]?.quote.slice(0, 160) ?? "(not found)"}`,
  ].join("\n");
}
