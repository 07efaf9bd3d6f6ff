import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { type Answer, type Engine, openEngine, UserError } from "../../index/index.ts";
import { EvalQuestion, judge, type Verdict } from "./judge.ts";
import { summarise } from "./summary.ts";

// npm run eval [-- --corpus DIR --questions FILE ... --misses]
// Without options: every set in test/eval over the project's corpus, and the figures go to RESULTS.md.

const ROOT = join(import.meta.dirname, "../..");
const { values } = parseArgs({
  options: {
    corpus: { type: "string" },
    questions: { type: "string", multiple: true },
    misses: { type: "boolean", default: false },
  },
});
const corpusFolder = values.corpus ?? join(ROOT, "corpus");
const files = values.questions ?? (await listSets(import.meta.dirname));
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
  const head = [
    `Measured on ${new Date().toISOString().slice(0, 10)} with the model ${status.model.name} (revision ${status.model.revision.slice(0, 12)}),`,
    `${status.documents} documents, ${status.passages} passages. Command: \`npm run eval\`.`,
  ].join("\n");
  const sections: string[] = [];
  for (const file of files) {
    const verdicts = await judgeSet(engine, file);
    sections.push(`## ${basename(file)}\n\n${summarise(verdicts)}`);
    if (values.misses)
      for (const verdict of verdicts.filter(({ isRight }) => !isRight)) console.log(describeMiss(verdict));
  }
  await engine.close();
  const report = `${head}\n\n${sections.join("\n\n")}\n`;
  console.log(report);
  if (!values.corpus && !values.questions) {
    const note =
      "`dev.jsonl` was looked at while the first version was built, and never trained on. `warm-up.jsonl` is what its\nweights were set on: its figures are not a measure of quality.";
    await writeFile(
      join(import.meta.dirname, "RESULTS.md"),
      `# Results\n\n${report.replace("\n\n## ", `\n\n${note}\n\n## `)}`,
    );
  }
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}

async function listSets(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => join(folder, name));
}

async function judgeSet(engine: Engine, file: string): Promise<Verdict[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const texts = new Map<string, string>();
  const readDocument = (document: string): string => {
    const known = texts.get(document) ?? readFileSync(join(corpusFolder, document), "utf8");
    texts.set(document, known);
    return known;
  };
  const verdicts: Verdict[] = [];
  for (const line of lines) {
    const question = EvalQuestion.parse(JSON.parse(line));
    verdicts.push(judge(question, await askOrRefuse(engine, question.question), readDocument));
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
