import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "../../../index/index.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { transpileProject } from "../../transpile-project.ts";
import { writeFiles } from "../../write-files.ts";
import { type CommandRun, runCommand } from "../fixtures/run-command.ts";
import { type ProcessRun, projectRoot, runNpmAsk, runProcess } from "./run-process.ts";

const SPONSOR = "what will Thang Long sponsor";
const RECORD_KEYS = [
  ...[
    "document",
    "title",
    "url",
    "date",
    "page",
    "section",
    "start",
    "end",
    "text",
    "emphasis",
    "score",
    "alsoIn",
  ],
];
const ANSWER_KEYS = ["question", "outcome", "confidence", "quotes", "nearest", "unknownNames"];

/** A data folder with the shipped documents in it, made once by the first command that the README names. */
const made = { dataFolder: "", project: "", first: { exitCode: -1, stdout: "", stderr: "" } };

beforeAll(async () => {
  made.dataFolder = await mkdtemp(join(tmpdir(), "accord-"));
  made.project = await mkdtemp(join(tmpdir(), "accord-"));
  await transpileProject(made.project, ["index", "src"]);
  made.first = await runNpmAsk([SPONSOR, "--data", made.dataFolder]);
}, 120_000);
afterAll(async () => {
  await rm(made.dataFolder, { recursive: true, force: true });
  await rm(made.project, { recursive: true, force: true });
});

const run = (argv: readonly string[], settings?: Parameters<typeof runProcess>[2]) =>
  runProcess(made.project, argv, settings);

/** A copy of that data folder, so that two processes can run at once. */
async function copyData(): Promise<string> {
  const folder = await makeTemporaryFolder();
  await cp(made.dataFolder, folder, { recursive: true });
  return folder;
}

/** Runs the same program with several arguments, two at a time: the machine may have no more than two cores. */
async function runEach(argvs: readonly (readonly string[])[]) {
  const runs: ProcessRun[] = [];
  for (let start = 0; start < argvs.length; start += 2) {
    const pair = argvs
      .slice(start, start + 2)
      .map(async (argv) => run([...argv, "--data", await copyData()]));
    runs.push(...(await Promise.all(pair)));
  }
  return runs;
}

/** Runs commands one after the other in this process: on the real engine, but without the cost of a start each time. */
async function runHere(argvs: readonly (readonly string[])[]) {
  const runs: CommandRun[] = [];
  const dataFolder = await copyData();
  for (const argv of argvs) {
    const settings = { openEngine, projectRoot, workingFolder: projectRoot };
    runs.push(await runCommand([...argv, "--data", dataFolder], {}, settings));
  }
  return runs;
}

function parseLines(text: string): Record<string, unknown>[] {
  expect(text.endsWith("\n")).toBe(true);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("npm run ask", { timeout: 120_000 }, () => {
  it("indexes at first, and quotes the sentence that answers", () => {
    const { exitCode, stdout, stderr } = made.first;
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^accord: Index: 5 added, 0 changed, 0 removed, 0 unchanged\. \d+ passages written/m,
    );
    const [quote = ""] = stdout.split("\n\n");
    expect(quote.replace(/\n {3}│ /g, " ")).toContain("will sponsor in-depth learning materials");
    expect(quote).toMatch(/^1\. │ /);
    expect(quote).toContain("undated-ussh-thang-long-institute.md");
    expect(stdout).toMatch(/\nConfidence: \d+%\n$/);
    expect(stdout).not.toContain("\u001b");
  });

  it("is quiet another time, and picks up what was added, changed and removed", async () => {
    const corpus = await makeTemporaryFolder();
    const folders = ["--corpus", corpus, "--data", await makeTemporaryFolder()];
    const ask = (question: string) => run(["ask", question, ...folders]);
    await writeFiles(corpus, { "a.md": "The Lotus Fund will sponsor twelve books.\n" });
    expect((await ask("what will the Lotus Fund sponsor")).stderr).toContain("1 added");
    const quiet = await ask("what will the Lotus Fund sponsor");
    expect(quiet).toMatchObject({ exitCode: 0, stderr: "" });
    expect(quiet.stdout).toContain("twelve books");

    await writeFiles(corpus, {
      "a.md": "The Lotus Fund will sponsor ninety \u001b[31mred\u001b[0m\u0007 bicycles.\n",
      "b.md": "The Lotus Fund will send \u202Esrerutcel owt\u202C and \u009b2J two lecturers.\n",
      "slides.pptx": "PK\u0003\u0004",
      "broken.md": Uint8Array.of(0x25, 0, 1, 2),
    });
    const changed = await ask("what will the Lotus Fund sponsor");
    expect(changed.stderr).toBe(
      [
        "accord: skipped broken.md: it is a binary file, not text",
        "accord: skipped slides.pptx: files of this kind (.pptx) are not read: save it as PDF, DOCX, HTML, Markdown or text",
        "accord: Index: 1 added, 1 changed, 0 removed, 0 unchanged. 2 passages written, 0 texts cut to the model's limit.",
        "",
      ].join("\n"),
    );
    expect(changed.stdout).toContain("ninety ␛[31mred␛[0m␇ bicycles");
    const hostile = await ask("how many lecturers will the Lotus Fund send");
    expect(hostile.stdout).toContain("two lecturers");
    expect(changed.stdout + hostile.stdout).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202a-\u202e]/,
    );

    await rm(join(corpus, "a.md"));
    await rm(join(corpus, "b.md"));
    const empty = await ask("what will the Lotus Fund sponsor");
    expect(empty).toMatchObject({
      exitCode: 0,
      stdout: "The documents do not say this.\nNo document mentions “Lotus Fund”.\n",
    });
    expect(empty.stderr).toContain("2 removed");
  });
});

describe("a question that cannot be asked", { timeout: 120_000 }, () => {
  it("is one line on stderr and exit code 1; one without an answer is none", async () => {
    const [empty, emoji, long, control, stopWords, thanks] = await runEach([
      ["ask", ""],
      ["ask", "😀🎉"],
      ["ask", "x".repeat(10_000)],
      ["ask", "\u0001\u001b[2J\u0007"],
      ["ask", "the of and what"],
      ["ask", "Thank you!"],
    ]);
    const noWords = "accord: The question holds no words. Ask something like: what will Thang Long sponsor\n";
    expect(empty).toEqual({ exitCode: 1, stdout: "", stderr: noWords });
    expect(emoji).toEqual({ exitCode: 1, stdout: "", stderr: noWords });
    expect(long).toEqual({
      exitCode: 1,
      stdout: "",
      stderr:
        "accord: The question has 10000 characters; at most 2000 are read. Ask for one thing at a time.\n",
    });
    expect([0, 1]).toContain(control?.exitCode);
    expect(`${control?.stdout}${control?.stderr}`).not.toMatch(/[\u0001\u001b\u0007]/);
    expect(stopWords).toMatchObject({ exitCode: 0, stderr: "" });
    expect(stopWords?.stdout).toMatch(/^The documents do not say this\.\n/);
    expect(thanks).toMatchObject({ exitCode: 0, stderr: "" });
    expect(thanks?.stdout).toMatch(
      /^Accord answers questions about your documents: npm run ask -- "[^\n]+\n$/,
    );
  });

  it("keeps its place among the others with --jsonl", async () => {
    const questions = [
      SPONSOR,
      "",
      "Viện Thăng Long sẽ tài trợ những gì",
      "😀",
      "x".repeat(10_000),
      "who is Xue Feng",
      "   ",
      "\u0001\u0007",
      "\u001b[2J sponsor",
      "the of and",
      "là của và",
      '{"question": "sponsor"}',
      "'; DROP TABLE documents; --",
      "what is the budget of NASA",
      "Thang Long\u2028sponsor",
      "\u202esponsor",
      "ａｓｅａｎ participants",
      "--help",
      "sponsor\ttab",
      SPONSOR,
    ];
    // The third line ends as on Windows; the last has no end; one holds half of a surrogate pair in CESU-8.
    const lines = questions.map((question, index) => Buffer.from(index === 2 ? `${question}\r` : question));
    lines[12] = Buffer.concat([
      Buffer.from("half "),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from(" sponsor"),
    ]);
    const input = Buffer.concat(
      lines.flatMap((line, index) => (index === 0 ? [line] : [Buffer.from("\n"), line])),
    );
    const jsonl = await run(["ask", "--jsonl", "--data", await copyData()], { input });
    expect(jsonl).toMatchObject({ exitCode: 0, stderr: "" });
    const records = parseLines(jsonl.stdout);
    expect(records).toHaveLength(20);
    const asked = questions.map((question, index) =>
      index === 12 ? "half \ufffd\ufffd\ufffd sponsor" : question,
    );
    expect(records.map(({ question }) => question)).toEqual(asked);
    for (const { error, ...record } of records) {
      expect(Object.keys(record)).toEqual(ANSWER_KEYS);
      const quotes = record.quotes as Record<string, unknown>[];
      const nearest = record.nearest as Record<string, unknown>[];
      expect(record.outcome).toBe(quotes.length > 0 ? "answered" : "not_found");
      for (const quote of [...quotes, ...nearest]) expect(Object.keys(quote)).toEqual(RECORD_KEYS);
      if (error !== undefined) {
        expect(record).toMatchObject({ outcome: "not_found", confidence: 0, quotes: [], nearest: [] });
        expect(Object.keys(error as object)).toEqual(["code", "message", "hint"]);
      }
    }
    const codes = records.map(({ error }) => (error as { code: string } | undefined)?.code);
    expect(codes.slice(0, 8)).toEqual([
      undefined,
      "question-empty",
      undefined,
      "question-empty",
      "question-long",
      undefined,
      "question-empty",
      "question-empty",
    ]);
    expect(codes.slice(8)).toEqual(codes.slice(8).map(() => undefined));
    const { question: _, ...first } = records[0]!;
    const { question: __, ...last } = records[19]!;
    expect(last).toEqual(first);
  });
});

describe("folders and usage", { timeout: 120_000 }, () => {
  it("that are wrong are one line without a stack, and a stack only with DEBUG", async () => {
    const folder = await makeTemporaryFolder();
    const file = join(folder, "file");
    await writeFile(file, "keep me");
    const missing = join(folder, "none");
    const [corpus, data, debug, inside] = await Promise.all([
      run(["ask", "x", "--corpus", missing, "--data", join(folder, "a")]),
      run(["sources", "--data", file]),
      run(["sources", "--data", file], { environment: { DEBUG: "1" } }),
      run(["index", "--corpus", join(folder, "d", "corpus"), "--data", join(folder, "d")]),
    ]);
    expect(corpus).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `accord: There is no corpus folder at ${missing}. Create it, or name another with --corpus DIR or ACCORD_CORPUS.\n`,
    });
    expect(data).toMatchObject({ exitCode: 1, stdout: "" });
    expect(data.stderr).toMatch(/^accord: The data folder \S+ cannot be written: .* ACCORD_DATA\.\n$/);
    expect(debug.exitCode).toBe(1);
    expect(debug.stderr).toMatch(/\n {4}at /);
    expect(inside).toMatchObject({ exitCode: 2, stdout: "" });
    expect(inside.stderr).toMatch(/^accord: The settings cannot be used: the data folder .*\n$/);
  });

  it("speak Vietnamese where the environment does", async () => {
    const environment = { LANG: "vi_VN.UTF-8" };
    const [answer, usage] = await Promise.all([
      run(["ask", "Viện Thăng Long sẽ tài trợ những gì", "--data", await copyData()], { environment }),
      run(["ask"], { environment }),
    ]);
    expect(answer).toMatchObject({ exitCode: 0, stderr: "" });
    expect(answer.stdout).toContain("ký tự 2986–3300");
    expect(answer.stdout).toMatch(/\nĐộ tin cậy: \d+%\n$/);
    expect(usage).toMatchObject({ exitCode: 2, stdout: "" });
    expect(usage.stderr).toBe("accord: chưa có câu hỏi. Xem: npm run accord -- ask --help\n");
  });
});

describe("the other commands", { timeout: 120_000 }, () => {
  it("print what a person wants to know", async () => {
    const [search, quote, source, doctor, index, unknown, near] = await runHere([
      ["search", "memorandum of understanding", "--limit", "2"],
      ["quote", "will  sponsor\nIN-DEPTH learning materials"],
      ["sources", "quang ninh"],
      ["doctor"],
      ["index", "--rebuild"],
      ["sources", "nothing like it"],
      ["quote", "both sides discussed details and preparatory steps for the conference"],
    ]);
    const ok = { exitCode: 0, stderr: "" };
    expect(search).toMatchObject(ok);
    expect(search?.stdout.match(/^\d\. │ /gm)).toHaveLength(2);
    expect(search?.stdout).toContain("Memorandum of");
    expect(quote).toMatchObject(ok);
    expect(quote?.stdout).toMatch(
      /^The documents say exactly this:\n\n1\. │ Accordingly, the Thang Long Institute/,
    );
    expect(source).toMatchObject(ok);
    expect(source?.stdout).toContain("2025-quang-ninh-international-integration.md");
    expect(source?.stdout).not.toContain("undated-ussh");
    expect(doctor).toMatchObject({
      ...ok,
      stdout: "ok  model\nok  store\nok  corpus\nok  caches\nok  library\nok  originals\n",
    });
    expect(index).toMatchObject(ok);
    expect(index?.stdout).toMatch(
      /^Index: 5 added, 0 changed, 0 removed, 0 unchanged\. \d+ passages written/,
    );
    expect(unknown).toMatchObject({
      exitCode: 1,
      stdout: "",
      stderr: 'accord: No document matches "nothing like it". List them with: npm run accord -- sources\n',
    });
    expect(near).toMatchObject(ok);
    expect(near?.stdout).toMatch(/^The documents do not say exactly this\. The nearest wording:\n\n1\. /);
  });

  it("print JSON that can be parsed, one value each, with --json", async () => {
    const runs = await runHere([
      ["ask", SPONSOR, "--json"],
      ["quote", "in-depth learning materials", "--json"],
      ["sources", "--json"],
      ["sources", "quang ninh", "--json"],
      ["doctor", "--json"],
      ["index", "--json"],
      ["ask", "😀", "--json"],
      ["ask", "thank you", "--json"],
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    const [answer, quote, sources, source, doctor, index, refused, talk] = runs.map(({ stdout }) => {
      const [value, ...others] = parseLines(stdout);
      expect(others).toEqual([]);
      return value!;
    });
    expect(Object.keys(answer!)).toEqual(ANSWER_KEYS);
    expect(answer).toMatchObject({ question: SPONSOR, outcome: "answered", nearest: [] });
    const sentence = expect.stringMatching(
      /^Accordingly, .* will sponsor in-depth learning materials, .*\.$/,
    );
    expect(quote).toMatchObject({ exact: true, quotes: [{ text: sentence, emphasis: [expect.anything()] }] });
    expect(sources?.sources).toHaveLength(5);
    expect(source).toMatchObject({ document: "2025-quang-ninh-international-integration.md", date: "2025" });
    expect(doctor).toMatchObject({ ok: true });
    expect(index).toMatchObject({ added: 0, unchanged: 5, skipped: [] });
    expect(talk).toEqual({
      question: "thank you",
      outcome: "not_found",
      confidence: 0,
      quotes: [],
      nearest: [],
      unknownNames: [],
    });
    expect(refused).toMatchObject({ question: "😀", error: { code: "question-empty" } });
  });
});
