import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { resolveModel } from "../../index/embed/resolve-model.ts";
import { type Answer, type Engine, openEngine, UserError } from "../../index/index.ts";
import { readDocument } from "../../index/read/read-document.ts";
import { formatReliability } from "./calibration.ts";
import { judge, type Verdict } from "./judge.ts";
import { listSets, type QuestionSet, readQuestions, toSet } from "./sets.ts";
import { READING_GUIDE, summarise } from "./summary.ts";
import { collectSplit } from "./train/collect-examples.ts";
import { compareParts } from "./train/compare-parts.ts";
import { explainMisses } from "./train/explain-misses.ts";
import { MODEL_OPTIONS, openContext } from "./train/open-context.ts";
import { writeCalibration } from "./train/write-calibration.ts";

/** What may be asked of this command; see `npm run eval -- --help`. */
interface Options {
  readonly corpus?: string;
  readonly questions?: readonly string[];
  readonly misses?: true;
  readonly ablation?: true;
  readonly calibrate?: true;
}

const ROOT = join(import.meta.dirname, "../..");
const values = new Command("npm run eval --")
  .description(
    "Asks questions with known answers. Without options: every set over its own documents, and the figures go to RESULTS.md.",
  )
  .option("--corpus <folder>", "documents to ask instead")
  .option("--questions <file...>", "questions to ask instead, one JSON object a line")
  .option("--misses", "each question that went wrong too, with the features that decided")
  .option("--ablation", "leave out one part after another; the table goes to ABLATION.md")
  .option("--calibrate", "fit the confidence of the model that ACCORD_MODEL names; it goes beside that model")
  .allowExcessArguments(false)
  .parse()
  .opts<Options>();

if (values.calibrate) {
  const model = await resolveModel(MODEL_OPTIONS);
  console.log(await writeCalibration(await collectSplit("train"), model));
} else if (values.ablation) {
  const table = await compareParts((line) => console.error(line));
  await writeFile(join(import.meta.dirname, "ABLATION.md"), table);
  console.log(table);
} else await evaluateAll();

async function evaluateAll(): Promise<void> {
  const corpus = values.corpus === undefined ? null : resolve(values.corpus);
  const own = await listSets();
  const wanted = values.questions
    ? values.questions.map((file) => toSet(resolve(file), corpus ?? join(ROOT, "corpus")))
    : own.map((set) => ({ ...set, corpusFolder: corpus ?? set.corpusFolder }));
  const sections: string[] = [];
  let model = "";
  for (const corpusFolder of new Set(wanted.map((set) => set.corpusFolder))) {
    const sets = wanted.filter((set) => set.corpusFolder === corpusFolder);
    const evaluated = await evaluate(corpusFolder, sets);
    model = evaluated.model;
    sections.push(...evaluated.sections);
  }
  const head = `Measured on ${new Date().toISOString().slice(0, 10)} with the model ${model}. Command: \`npm run eval\`.`;
  const report = [head, READING_GUIDE, ...sections].join("\n\n");
  console.log(report);
  if (!values.corpus && !values.questions)
    await writeFile(join(import.meta.dirname, "RESULTS.md"), `# Results\n\n${report}\n`);
}

/** The figures of sets over one folder of documents. */
async function evaluate(
  corpusFolder: string,
  sets: readonly QuestionSet[],
): Promise<{ model: string; sections: string[] }> {
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
      const verdicts = await judgeSet(engine, set, readText);
      sections.push(
        [
          `## ${set.name}`,
          [set.note, size].filter((note) => note !== null).join("\n"),
          summarise(verdicts),
          "What was promised of the best quotes, and what came true:",
          formatReliability(verdicts),
        ].join("\n\n"),
      );
      if (values.misses) await printMisses(corpusFolder, verdicts);
    }
    await engine.close();
    return { model: `${status.model.name} (revision ${status.model.revision.slice(0, 12)})`, sections };
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
  set: QuestionSet,
  readText: (document: string) => string,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of await readQuestions(set)) {
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
    return { question, outcome: "not_found", confidence: 0, quotes: [], nearest: [], unknownNames: [] };
  }
}

async function printMisses(corpusFolder: string, verdicts: readonly Verdict[]): Promise<void> {
  const context = await openContext(corpusFolder);
  try {
    for await (const miss of explainMisses(context, verdicts)) console.log(miss);
  } finally {
    await context.close();
  }
}
